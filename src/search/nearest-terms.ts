/** Suggestions where nothing answers a query: the terms whose names are most like it. */
import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import type { CompiledLexicon } from '../context/compiled.ts';
import { spacedOf } from '../text/pinyin.ts';
import { bigrams } from './han.ts';
import type { EntryKeys } from './keys.ts';
import { readQuery } from './query.ts';
import type { FoundTerm } from './search-terms.ts';
import { type TermIndex, termIndexOf } from './term-index.ts';
import { editsBetween } from './typos.ts';

/** Likeness below which a suggestion would only puzzle: of Latin letters (0 to 2) and of Chinese (0 to 1.5). */
const LEAST_LIKENESS = { latin: 1.1, han: 0.2 };

/** Names compared in full, after a quick look at all. */
const SHORTLIST = 40;

interface Named {
  entry: number;
  text: string;
  /** As it is compared. */
  name: string;
  likeness: number;
}

/** What an entry is called. Of its English forms only those that begin as the query does: there are many. */
function namesOf(index: TermIndex, entry: number, typed: string, isHan: boolean): Omit<Named, 'likeness'>[] {
  const { english, chinese, pinyin } = index.keys[entry] as EntryKeys;
  if (isHan) return chinese.map(({ text, han }) => ({ entry, text, name: han }));
  const names = english.flatMap(({ kind, text, words }) => {
    const name = index.vocabulary.spell(words);
    const isCompared = kind === 'label' || (kind === 'form' && name[0] === typed[0]);
    return isCompared ? [{ entry, text, name }] : [];
  });
  return [...names, ...pinyin.map(({ syllables, plain }) => ({ entry, text: spacedOf(syllables), name: plain }))];
}

function sharedPairs(a: string, b: string): number {
  const pairs = new Set(bigrams(a));
  const others = bigrams(b);
  const shared = others.filter((pair) => pairs.has(pair)).length;
  const single = [...new Set(a)].filter((character) => b.includes(character)).length / Math.max(a.length, b.length);
  return (2 * shared) / (pairs.size + others.length) + single / 2;
}

function shortlist(names: Omit<Named, 'likeness'>[], typed: string, isHan: boolean): Named[] {
  const like = (name: string) => (isHan ? sharedPairs(typed, name) : jaroWinkler(typed, name));
  return names
    .map((named) => ({ ...named, likeness: like(named.name) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, SHORTLIST);
}

/** Shares of equal letters in order, by edits. */
function editLikeness(a: string, b: string): number {
  return 1 - editsBetween(a, b) / Math.max(a.length, b.length, 1);
}

/**
 * The terms whose label, forms, Chinese or pinyin are most like the query, best first. Meant for dead ends; nothing comes
 * back where nothing is alike.
 */
export function nearestTerms(lexicon: CompiledLexicon, query: string, limit = 5): FoundTerm[] {
  const { words, han } = readQuery(query);
  const isHan = han.joined !== '';
  const typed = isHan ? han.joined : words.map(({ raw }) => raw).join(' ');
  if (typed === '') return [];
  const index = termIndexOf(lexicon);
  const near = shortlist(
    index.keys.flatMap((_, entry) => namesOf(index, entry, typed, isHan)),
    typed,
    isHan,
  ).map((named) => ({ ...named, likeness: isHan ? named.likeness : named.likeness + editLikeness(typed, named.name) }));
  const best = new Map<number, Named>();
  for (const named of near.sort((a, b) => b.likeness - a.likeness)) {
    if (!best.has(named.entry)) best.set(named.entry, named);
  }
  const least = isHan ? LEAST_LIKENESS.han : LEAST_LIKENESS.latin;
  const alike = [...best.values()].filter(({ likeness }) => likeness >= least);
  return alike.slice(0, limit).flatMap(({ entry: position, text }) => {
    const entry = lexicon.entries[position];
    return entry === undefined ? [] : [{ entry, matched: text, why: `similar: ${text}` }];
  });
}
