/** Lookup: finds entries by English, either Chinese script, pinyin, initials, numbers and near misses. Pure. */
import type { CompiledLexicon } from '../context/compiled.ts';
import { LAYER_IDS, type LayerId } from '../lexicon/layers.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Subject } from '../lexicon/subjects.ts';
import { likenessTo } from './likeness.ts';
import { numeralOf } from './numerals.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';
import { termIndexOf } from './term-index.ts';

export { nearestTerms } from './nearest-terms.ts';

export interface FoundTerm {
  entry: LexiconEntry;
  /** What of the entry answered the query: a form, its Chinese, its pinyin. Empty without a query. */
  matched: string;
  /** Why it was found, as a reader sees it: `pinyin: xin zhi sheng chan li`. Empty without a query. */
  why: string;
}

export const TERM_ORDERS = ['best', 'label', 'pinyin'] as const;
export type TermOrder = (typeof TERM_ORDERS)[number];

export interface SearchOptions {
  /** Only these subjects. */
  subjects?: readonly Subject[];
  /** Only these layers. */
  layers?: readonly LayerId[];
  /** Only numbered slogans of this number. */
  number?: number;
  /** `best`, the usual order, is that of the labels where there is no query. */
  order?: TermOrder;
  /** Most terms to give; by default all. */
  limit?: number;
  /** Terms to leave out at the start; by default none. */
  offset?: number;
}

export interface FoundTerms {
  terms: FoundTerm[];
  /** How many there are without `limit` and `offset`. */
  total: number;
}

const byLabel = new Intl.Collator('en', { numeric: true, sensitivity: 'base', ignorePunctuation: true });

/** Syllable by syllable, as Chinese dictionaries have it; entries without Chinese come last. */
function comparePinyin({ zh: a }: LexiconEntry, { zh: b }: LexiconEntry): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return byLabel.compare(a.pinyin, b.pinyin);
}

const COMPARE: Record<Exclude<TermOrder, 'best'>, (a: LexiconEntry, b: LexiconEntry) => number> = {
  label: (a, b) => byLabel.compare(a.label, b.label),
  pinyin: comparePinyin,
};

interface RankedTerm {
  entry: LexiconEntry;
  score: number;
  /** What of the entry answered, and why. */
  compare: () => Pick<FoundTerm, 'matched' | 'why'>;
}

function compareTerms(a: RankedTerm, b: RankedTerm): number {
  return (
    b.score - a.score ||
    LAYER_IDS.indexOf(a.entry.layer) - LAYER_IDS.indexOf(b.entry.layer) ||
    byLabel.compare(a.entry.label, b.entry.label)
  );
}

/** What an entry scores at least that answers a query in part. */
const LEAST_PART = 100;

/** Entries that are compared key by key; a query that finds more is so broad that the index's own order serves for the rest. */
const MOST_COMPARED = 80;

function answers(lexicon: CompiledLexicon, typed: string): RankedTerm[] {
  const query = readQuery(typed);
  const index = termIndexOf(lexicon);
  const likeness = query.words.map((word) => likenessTo(index.vocabulary, word));
  const slips = likeness.map((one) => one.slips);
  const read = { ...query, likeness: likeness.map(({ of }) => of) };
  const ranked = (how: 'every' | 'some'): RankedTerm[] => {
    const found = index.find(query, slips, how);
    const highest = found[0]?.score || 1;
    return found.flatMap((finding, i) => {
      const entry = lexicon.entries[finding.entry] as LexiconEntry;
      const small = (5 * finding.score) / highest;
      const compare = () => rank(read, finding);
      if (i >= MOST_COMPARED) return [{ entry, compare, score: small }];
      const ranked = compare();
      return ranked.score === 0 ? [] : [{ entry, compare: () => ranked, score: ranked.score + small }];
    });
  };
  const all = ranked('every');
  if (all.some(({ score }) => score > LEAST_PART)) return all.sort(compareTerms);
  // No entry has all of it: those that have the greater part of it.
  const seen = new Set(all.map(({ entry }) => entry));
  const some = ranked('some').filter(({ entry, score }) => score > LEAST_PART && !seen.has(entry));
  return [...all, ...some].sort(compareTerms);
}

function everything(lexicon: CompiledLexicon): RankedTerm[] {
  const compare = () => ({ matched: '', why: '' });
  return lexicon.entries
    .map((entry) => ({ entry, score: 0, compare }))
    .sort((a, b) => byLabel.compare(a.entry.label, b.entry.label));
}

/**
 * Looks a query up, best first. An empty query gives all entries by label. Letters are read as English and as pinyin with or
 * without tones, spaces or digits, also as initials; Chinese in either script; `8` as *eight*; a few letters may be wrong.
 */
export function searchTerms(lexicon: CompiledLexicon, query: string, options: SearchOptions = {}): FoundTerms {
  const { subjects, layers, number, order = 'best', limit = Number.POSITIVE_INFINITY, offset = 0 } = options;
  const isWanted = ({ entry }: RankedTerm) =>
    (subjects === undefined || subjects.includes(entry.subject)) &&
    (layers === undefined || layers.includes(entry.layer)) &&
    (number === undefined || numeralOf(entry) === number);
  const found = (query.trim() === '' ? everything(lexicon) : answers(lexicon, query)).filter(isWanted);
  if (order !== 'best') found.sort((a, b) => COMPARE[order](a.entry, b.entry));
  const terms = found.slice(offset, offset + limit).map(({ entry, compare }) => {
    const { matched, why } = compare();
    return { entry, matched, why };
  });
  return { terms, total: found.length };
}
