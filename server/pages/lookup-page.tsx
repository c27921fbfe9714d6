/** Lookup: the front page and the list of terms. */
import { LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { SUBJECT_IDS, SUBJECTS, type Subject } from '../../src/lexicon/subjects.ts';
import type { TermsAnswer } from '../answers/lookup.ts';
import type { TermsQuery } from '../schemas/terms.ts';
import type { Services } from '../services.ts';
import { type Frame, frameOf, Layout, renderPage, SearchForm } from './layout.tsx';
import { Chinese } from './statements.tsx';

type Found = TermsAnswer['terms'][number];

function TermRow({ term, base }: { term: Found; base: string }) {
  return (
    <li class="row">
      <h3>
        <a href={`${base}/terms/${term.id}`}>{term.label}</a>
      </h3>
      <Chinese zh={term.zh} />
      <p>{term.gloss}</p>
      <p class="soft">
        {SUBJECTS[term.subject]} · {LAYER_TITLES[term.layer]}
        {term.matched !== '' && ` · ${term.matched}`}
      </p>
    </li>
  );
}

/** Address of a list like this one, with some parameters changed. */
function listPath(base: string, query: TermsQuery, changes: { subject?: string; cursor?: string }): string {
  const parameters = new URLSearchParams();
  if (query.q !== '') parameters.set('q', query.q);
  const subject = changes.subject ?? query.subject?.join(',') ?? '';
  if (subject !== '') parameters.set('subject', subject);
  if (query.layer !== undefined) parameters.set('layer', query.layer.join(','));
  if (changes.cursor !== undefined) parameters.set('cursor', changes.cursor);
  const text = parameters.toString();
  return `${base}/terms${text === '' ? '' : `?${text}`}`;
}

interface SubjectsProps {
  base: string;
  counts: Readonly<Partial<Record<Subject, number>>>;
  query: TermsQuery;
}

function Subjects({ base, counts, query }: SubjectsProps) {
  const shown = SUBJECT_IDS.filter((subject) => counts[subject]);
  if (shown.length === 0) return null;
  return (
    <nav aria-label="Subjects">
      <ul class="chips">
        {query.subject !== undefined && (
          <li>
            <a href={listPath(base, { ...query, subject: undefined }, {})}>All subjects</a>
          </li>
        )}
        {shown.map((subject) => (
          <li>
            <a
              href={listPath(base, query, { subject })}
              {...(query.subject?.includes(subject) ? { 'aria-current': 'true' as const } : {})}
            >
              {SUBJECTS[subject]} <small>{counts[subject]}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DeadEnd({ base, query, nearest }: { base: string; query: TermsQuery; nearest: readonly Found[] }) {
  return (
    <>
      <p>
        Nothing for “{query.q}”.{' '}
        {query.subject !== undefined && <a href={listPath(base, query, { subject: '' })}>Look in all subjects.</a>}
      </p>
      {nearest.length > 0 && (
        <>
          <h2>The nearest terms</h2>
          <ul class="rows">
            {nearest.map((term) => (
              <TermRow term={term} base={base} />
            ))}
          </ul>
        </>
      )}
      <p>
        Or <a href={`${base}/terms`}>browse all terms</a>, or <a href={`${base}/annotate`}>annotate a text</a> that has
        the phrase.
      </p>
    </>
  );
}

interface ListProps {
  query: TermsQuery;
  answer: TermsAnswer;
  counts: Readonly<Partial<Record<Subject, number>>>;
}

function listTitle({ q }: TermsQuery, total: number): string {
  const terms = `${total.toLocaleString('en')} ${total === 1 ? 'term' : 'terms'}`;
  return q === '' ? terms : `${terms} for “${q}”`;
}

/** `/terms`: what a query finds, or everything by label. */
export function termsPage(services: Services, { query, answer, counts }: ListProps): string {
  const frame = frameOf(services);
  const { base } = frame;
  const title = listTitle(query, answer.total);
  return renderPage(
    <Layout frame={frame} title={`${title} · Tifa`} current="terms" hasOwnSearch>
      <h1>Glossary</h1>
      <SearchForm base={base} query={query.q} isLarge />
      <Subjects base={base} counts={counts} query={query} />
      <div role="status">
        <h2>{title}</h2>
      </div>
      {answer.total === 0 ? (
        <DeadEnd base={base} query={query} nearest={answer.nearest ?? []} />
      ) : (
        <ul class="rows">
          {answer.terms.map((term) => (
            <TermRow term={term} base={base} />
          ))}
        </ul>
      )}
      {answer.next !== null && (
        <p>
          <a rel="next" href={listPath(base, query, { cursor: answer.next })}>
            More terms
          </a>
        </p>
      )}
    </Layout>,
  );
}

const EMPTY_QUERY: TermsQuery = { q: '', limit: 20 };

/** `/`: what this is, and the ways in. */
export function frontPage(services: Services, counts: ListProps['counts']): string {
  const frame: Frame = frameOf(services);
  const { base } = frame;
  const { entries } = services.detector.lexicon;
  return renderPage(
    <Layout
      frame={frame}
      title="Tifa · Party and industrial-policy formulations"
      description="A sourced lexicon of Chinese Party and industrial-policy formulations, and a detector that finds them in English and Chinese texts."
      hasOwnSearch
    >
      <h1>What does that phrase mean?</h1>
      <p class="lead">
        <span lang="zh-Hans">提法</span> <i lang="zh-Latn-pinyin">tífǎ</i>, “formulation”, is the Party’s own word for
        its fixed political wording. Here {entries.length} such terms are explained: what the Chinese says, what
        official usage means by it, and what named sources read into it, each apart and with its sources.
      </p>
      <SearchForm base={base} isLarge />
      <p>
        Or <a href={`${base}/annotate`}>paste a press release</a> and see every formulation in it marked and explained.
      </p>
      <h2>By subject</h2>
      <Subjects base={base} counts={counts} query={EMPTY_QUERY} />
    </Layout>,
  );
}
