/** Lookup: the front page and the list of terms. */
import { count } from '../../src/formats/wording.ts';
import { LAYER_TITLES } from '../../src/lexicon/layers.ts';
import type { Browse, Paging } from '../answers/browse.ts';
import type { TermsAnswer } from '../answers/lookup.ts';
import type { TermsQuery } from '../schemas/terms.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage, SearchForm } from './layout.tsx';
import { Filters, listPath } from './lookup-filters.tsx';
import { Chinese } from './statements.tsx';
import { SubjectSwatch } from './subject-mark.tsx';

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
        <SubjectSwatch subject={term.subject} /> · {LAYER_TITLES[term.layer]}
        {term.matched !== '' && (
          <>
            {' '}
            · <span class="why">found by {term.matched}</span>
          </>
        )}
      </p>
    </li>
  );
}

function DeadEnd({ base, query, nearest }: { base: string; query: TermsQuery; nearest: readonly Found[] }) {
  const isFiltered = query.subject !== undefined || query.layer !== undefined || query.number !== undefined;
  return (
    <>
      <p>
        Nothing for “{query.q}”. {isFiltered && <a href={listPath(base, { q: query.q })}>Look among all terms.</a>}
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

const ORDER_TITLES = { best: 'Best first', label: 'A–Z', pinyin: 'Pinyin' } as const;

function Orders({ base, query }: { base: string; query: TermsQuery }) {
  const orders = query.q === '' ? (['label', 'pinyin'] as const) : (['best', 'label', 'pinyin'] as const);
  const inForce = query.q === '' && query.order === 'best' ? 'label' : query.order;
  return (
    <p class="orders">
      Order:{' '}
      {orders.map((order) => (
        <>
          <a
            href={listPath(base, { ...query, order, cursor: undefined })}
            {...(order === inForce ? { 'aria-current': 'true' as const } : {})}
          >
            {ORDER_TITLES[order]}
          </a>{' '}
        </>
      ))}
    </p>
  );
}

function Letters({ base, query, letters }: { base: string; query: TermsQuery; letters: Browse['letters'] }) {
  if (letters.size < 3) return null;
  return (
    <nav aria-label={query.order === 'pinyin' ? 'Pinyin letters' : 'Letters'}>
      <ul class="letters">
        {[...letters].map(([letter, cursor]) => (
          <li>
            <a href={listPath(base, { ...query, cursor })}>{letter}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Pages({ base, query, paging }: { base: string; query: TermsQuery; paging: Paging }) {
  if (paging.pages === 1) return null;
  return (
    <nav aria-label="Pages" class="pages">
      {paging.previous !== undefined && (
        <a rel="prev" href={listPath(base, { ...query, cursor: paging.previous })}>
          Previous terms
        </a>
      )}{' '}
      <span>
        Page {paging.page} of {paging.pages}
      </span>{' '}
      {paging.next !== undefined && (
        <a rel="next" href={listPath(base, { ...query, cursor: paging.next })}>
          More terms
        </a>
      )}
    </nav>
  );
}

function listTitle({ q }: TermsQuery, total: number): string {
  return q === '' ? count(total, 'term') : `${count(total, 'term')} for “${q}”`;
}

interface ListProps {
  query: TermsQuery;
  answer: TermsAnswer;
  browse: Browse;
}

/** `/terms`: what a query finds, or everything by label. */
export function termsPage(services: Services, { query, answer, browse }: ListProps): string {
  const frame = frameOf(services);
  const { base } = frame;
  const title = listTitle(query, answer.total);
  return renderPage(
    <Layout
      frame={frame}
      title={`${title} · Tifa`}
      current="terms"
      hasOwnSearch
      skipTo={[['filters', 'Skip to filters']]}
    >
      <h1>Glossary</h1>
      <SearchForm base={base} query={query.q} isLarge />
      <div class="list">
        <div>
          <div role="status">
            <h2>{title}</h2>
          </div>
          {answer.total > 1 && <Orders base={base} query={query} />}
          <Letters base={base} query={query} letters={browse.letters} />
          {answer.total === 0 ? (
            <DeadEnd base={base} query={query} nearest={answer.nearest ?? []} />
          ) : (
            <ul class="rows">
              {answer.terms.map((term) => (
                <TermRow term={term} base={base} />
              ))}
            </ul>
          )}
          <Pages base={base} query={query} paging={browse.paging} />
        </div>
        <div id="filters" class="filters" tabIndex={-1}>
          <Filters base={base} query={query} facets={browse.facets} />
        </div>
      </div>
    </Layout>,
  );
}

/** `/`: what this is, and the ways in. */
export function frontPage(services: Services, { facets }: Browse): string {
  const frame = frameOf(services);
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
        Or <a href={`${base}/annotate`}>paste a press release</a> and see every formulation in it marked and explained,
        or <a href={`${base}/compare`}>compare two</a>.
      </p>
      <p>
        Browse <a href={`${base}/terms`}>A–Z</a> or by <a href={`${base}/terms?order=pinyin`}>pinyin</a>.
      </p>
      <Filters base={base} query={{}} facets={facets} />
    </Layout>,
  );
}
