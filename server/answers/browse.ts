/** What the list of terms shows around its terms: counts for each filter, pages, and where each letter begins. */
import type { LayerId } from '../../src/lexicon/layers.ts';
import type { LexiconEntry } from '../../src/lexicon/lexicon.ts';
import type { Subject } from '../../src/lexicon/subjects.ts';
import { numeralOf } from '../../src/search/numerals.ts';
import { searchTerms } from '../../src/search/search-terms.ts';
import type { TermsQuery } from '../schemas/terms.ts';
import type { Services } from '../services.ts';
import { cursorAt, offsetOf } from './lookup.ts';

/** How many terms each choice of a filter would leave, the other filters being as they are. */
export interface Facets {
  subjects: Map<Subject, number>;
  layers: Map<LayerId, number>;
  numbers: Map<number, number>;
}

export interface Paging {
  /** From 1. */
  page: number;
  pages: number;
  /** Cursors of the neighbouring pages. */
  previous?: string;
  next?: string;
}

export interface Browse {
  facets: Facets;
  paging: Paging;
  /** Cursors of the first term of each letter; none where the order is by rank. */
  letters: Map<string, string>;
}

function addTo<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function countFacets(entries: readonly LexiconEntry[], query: TermsQuery): Facets {
  const facets: Facets = { subjects: new Map(), layers: new Map(), numbers: new Map() };
  for (const entry of entries) {
    const number = numeralOf(entry);
    const isOfSubject = query.subject?.includes(entry.subject) ?? true;
    const isOfLayer = query.layer?.includes(entry.layer) ?? true;
    const isOfNumber = query.number === undefined || number === query.number;
    if (isOfLayer && isOfNumber) addTo(facets.subjects, entry.subject);
    if (isOfSubject && isOfNumber) addTo(facets.layers, entry.layer);
    if (isOfSubject && isOfLayer && number !== undefined) addTo(facets.numbers, number);
  }
  return facets;
}

/** The letter under which an order files an entry; `#` for what begins with none. */
function letterOf({ label, zh }: LexiconEntry, order: TermsQuery['order']): string {
  const text = order === 'pinyin' ? (zh?.pinyin ?? '') : label;
  const first = /[\p{L}\p{N}]/u.exec(text.normalize('NFD'))?.[0]?.toUpperCase() ?? '#';
  return /[A-Z]/.test(first) ? first : '#';
}

function lettersOf(entries: readonly LexiconEntry[], { order }: TermsQuery, digest: string): Browse['letters'] {
  const letters: Browse['letters'] = new Map();
  entries.forEach((entry, offset) => {
    const letter = letterOf(entry, order);
    if (!letters.has(letter)) letters.set(letter, cursorAt(offset, digest));
  });
  return letters;
}

/**
 * Everything around the terms that `findTerms` gives for the same query.
 * @throws {RequestProblem} `invalid-request` for a cursor of another lexicon.
 */
export function browse({ detector: { lexicon } }: Services, query: TermsQuery): Browse {
  const { limit, order, q } = query;
  const offset = offsetOf(query.cursor, lexicon.digest);
  const found = searchTerms(lexicon, q, { order }).terms.map(({ entry }) => entry);
  const shown = found.filter(
    (entry) =>
      (query.subject?.includes(entry.subject) ?? true) &&
      (query.layer?.includes(entry.layer) ?? true) &&
      (query.number === undefined || numeralOf(entry) === query.number),
  );
  const hasNext = offset + limit < shown.length;
  return {
    facets: countFacets(found, query),
    paging: {
      page: Math.ceil(offset / limit) + 1,
      pages: Math.ceil(offset / limit) + Math.max(1, Math.ceil((shown.length - offset) / limit)),
      ...(offset > 0 ? { previous: cursorAt(Math.max(0, offset - limit), lexicon.digest) } : {}),
      ...(hasNext ? { next: cursorAt(offset + limit, lexicon.digest) } : {}),
    },
    letters: q === '' || order !== 'best' ? lettersOf(shown, query, lexicon.digest) : new Map(),
  };
}
