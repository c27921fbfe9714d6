/** `/terms/{id}`: one entry. */
import { indexById } from '../../src/annotate/terms.ts';
import { LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { SUBJECTS } from '../../src/lexicon/subjects.ts';
import type { TermAnswer } from '../answers/entries.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage } from './layout.tsx';
import { Chinese, SourceLine, Statements, themePlaces } from './statements.tsx';
import { TermCitation } from './term-citation.tsx';
import { TermDetection } from './term-detection.tsx';
import { TermRelations } from './term-relations.tsx';

const STATUS_TITLES: Record<TermAnswer['forms']['en'][number]['status'], string> = {
  official: 'official',
  attested: 'seen in print',
  translated: 'translators’ wording',
  misleading: 'misleading',
};

function Members({ term, base }: { term: TermAnswer; base: string }) {
  if (term.members.length === 0) return null;
  return (
    <section>
      <h2>What it counts</h2>
      <ol>
        {term.members.map(({ text, zh, term: id }) => (
          <li>
            {id === undefined ? text : <a href={`${base}/terms/${id}`}>{text}</a>}
            {zh !== undefined && (
              <>
                {' '}
                <span lang="zh-Hans">{zh}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Renderings({ forms }: { forms: TermAnswer['forms'] }) {
  return (
    <section>
      <h2>How it is rendered</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Wording</th>
            <th scope="col">Standing</th>
          </tr>
        </thead>
        <tbody>
          {forms.en.map(({ text, status }) => (
            <tr>
              <td>{text}</td>
              <td>{STATUS_TITLES[status]}</td>
            </tr>
          ))}
          {forms.zh.map((form) => (
            <tr>
              <td lang="zh-Hans">{typeof form === 'string' ? form : form.text}</td>
              <td>Chinese</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">
        <code>(a|b)</code> one of these, <code>[a]</code> optional, <code>…</code> up to four words. Plurals, verb
        forms, capitals, hyphens and quotation marks are the detector’s affair.
      </p>
    </section>
  );
}

function LooksLike({ unless }: { unless: TermAnswer['unless'] }) {
  if (unless.length === 0) return null;
  return (
    <section>
      <h2>Looks like it, but is not</h2>
      <ul>
        {unless.map(({ near, han, en, why }) => (
          <li>
            {han !== undefined && <span lang="zh-Hans">{han}</span>}
            {en}
            {near !== undefined && `near ${near.join(', ')}`}: {why}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The entry as schema.org has it, for programs that read pages. */
function definedTerm(term: TermAnswer): string {
  const thing = {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': term.url,
    termCode: term.id,
    name: term.label,
    ...(term.zh === undefined ? {} : { alternateName: [term.zh.hans, term.zh.hant, term.zh.pinyin] }),
    description: term.gloss,
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: `Tifa ${term.lexicon.version}` },
  };
  return JSON.stringify(thing).replaceAll('<', '\\u003c');
}

export function termPage(services: Services, term: TermAnswer): string {
  const frame = frameOf(services);
  const { base } = frame;
  const { lexicon } = services.detector;
  const places = themePlaces(lexicon.lenses);
  const { entryById } = indexById(lexicon);
  const json = `${base}/v1/terms/${term.id}`;
  return renderPage(
    <Layout
      frame={frame}
      title={`${term.label} · Tifa`}
      description={term.gloss}
      current="terms"
      scripts={['try']}
      head={
        <>
          <link rel="alternate" type="application/json" href={json} />
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: definedTerm(term) }} />
        </>
      }
    >
      <p class="soft">
        <a href={`${base}/terms`}>Glossary</a> ›{' '}
        <a href={`${base}/terms?subject=${term.subject}`}>{SUBJECTS[term.subject]}</a>
      </p>
      <h1>{term.label}</h1>
      <Chinese zh={term.zh} />
      <p class="lead">{term.gloss}</p>
      <p class="soft">{LAYER_TITLES[term.layer]}</p>
      <div class="list">
        <div>
          <Statements term={term} official={term.official} base={base} places={places} level={2} />
          <Renderings forms={term.forms} />
          <LooksLike unless={term.unless} />
          <TermDetection term={term} base={base} />
        </div>
        <div class="filters">
          <Members term={term} base={base} />
          <TermRelations term={term} base={base} labelOf={(id) => entryById.get(id)?.label ?? id} />
          <section>
            <h2>Sources</h2>
            <ol class="sources">
              {term.sources.map((source) => (
                <li>
                  <SourceLine source={source} />
                </li>
              ))}
            </ol>
            <p class="soft">
              {term.reviewed === undefined
                ? 'Not yet read by a second reader.'
                : `Read by a second reader on ${term.reviewed.on}.`}{' '}
              The entry as data: <a href={json}>JSON</a>.
            </p>
            <TermCitation term={term} places={places} />
          </section>
        </div>
      </div>
    </Layout>,
  );
}
