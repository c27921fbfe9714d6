/** The search index of a lexicon: finds the entries worth comparing. Made once for each lexicon. */
import MiniSearch, { type Query as IndexQuery } from 'minisearch';
import type { CompiledLexicon } from '../context/compiled.ts';
import { bigrams } from './han.ts';
import { characterReadings, type EntryKeys, keysOf } from './keys.ts';
import type { Query } from './query.ts';
import { isMisspelling, lettersMask } from './typos.ts';
import { type SearchWord, Vocabulary, wordsOf } from './words.ts';

const FIELDS = ['label', 'forms', 'text', 'han', 'pinyin', 'initials'];
const BOOST = { label: 3, forms: 2, text: 0.3 };

interface IndexedEntry {
  id: number;
  label: string;
  forms: string;
  text: string;
  han: string;
  pinyin: string;
  initials: string;
}

/** An entry that the index found. */
export interface IndexFinding {
  /** Position of the entry in the lexicon. */
  entry: number;
  keys: EntryKeys;
  /** Higher for rarer words and shorter entries. */
  score: number;
}

export interface TermIndex {
  keys: readonly EntryKeys[];
  vocabulary: Vocabulary;
  /**
   * The entries that may have every part of the query, or with `some` any part; best first. `slips` names, word by word, what
   * it may be a misspelling of.
   */
  find(query: Query, slips: readonly (readonly string[])[], how: 'every' | 'some'): IndexFinding[];
}

const tokensOf = (words: readonly SearchWord[]) =>
  words.flatMap(({ raw, stem }) => (raw === stem ? [raw] : [raw, stem]));
const unique = (tokens: readonly string[]) => [...new Set(tokens)].join(' ');

/** The text from each of its parts on, so that a prefix search finds every stretch of parts. */
function tails(parts: readonly string[]): string[] {
  return parts.map((_, i) => parts.slice(i).join(''));
}

function indexedEntry(id: number, keys: EntryKeys, vocabulary: Vocabulary): IndexedEntry {
  const english = (isLabel: boolean) =>
    keys.english
      .filter(({ kind }) => (kind === 'label') === isLabel)
      .flatMap(({ words }) => tokensOf(words.flatMap((word) => vocabulary.words[word] ?? [])));
  return {
    id,
    label: unique(english(true)),
    forms: unique(english(false)),
    text: unique(tokensOf(wordsOf(keys.text))),
    han: unique(keys.chinese.flatMap(({ han }) => [...han, ...bigrams(han)])),
    pinyin: unique(keys.pinyin.flatMap(({ syllables }) => tails(syllables.map(({ plain }) => plain)))),
    initials: unique(keys.pinyin.flatMap(({ initials }) => tails([...initials]))),
  };
}

function wordQuery({ raw, stem }: SearchWord, slips: readonly string[]): IndexQuery {
  const prefix = !/^\d/.test(raw);
  const queries = [...new Set([raw, stem])];
  if (raw.length === 1) return { queries, fields: ['label'], prefix, boost: BOOST };
  const names = ['label', 'forms'];
  return {
    combineWith: 'OR',
    queries: [
      { queries, fields: names, prefix, boost: BOOST },
      { queries, fields: ['text'], prefix: prefix && raw.length > 3, boost: BOOST },
      ...(slips.length === 0 ? [] : [{ queries: [...slips], fields: names, boost: BOOST }]),
    ],
  };
}

function pinyinQueries({ pinyin }: Query): IndexQuery[] {
  if (pinyin === undefined) return [];
  const { letters, words } = pinyin;
  const asOne = { queries: [letters], fields: ['pinyin'], prefix: true };
  const byWord = { queries: [...words], combineWith: 'AND' as const, fields: ['pinyin'], prefix: true };
  const initials = { queries: [letters], fields: ['initials'], prefix: letters.length > 2 };
  return words.length > 1 && words.every((word) => word.length > 1) ? [asOne, byWord, initials] : [asOne, initials];
}

function indexQuery(query: Query, slips: readonly (readonly string[])[], combineWith: 'AND' | 'OR'): IndexQuery {
  const parts: IndexQuery[] = [];
  if (query.words.length > 0) {
    const english: IndexQuery = {
      combineWith,
      queries: query.words.map((word, i) => wordQuery(word, slips[i] ?? [])),
    };
    parts.push({ combineWith: 'OR', queries: [english, ...pinyinQueries(query)] });
  }
  if (query.han.joined !== '') {
    const queries = combineWith === 'AND' ? query.han.runs.flatMap(bigrams) : bigrams(query.han.joined);
    parts.push({ combineWith, queries, fields: ['han'] });
  }
  return { combineWith, queries: parts };
}

function makeIndex(lexicon: CompiledLexicon): TermIndex {
  const readings = characterReadings(lexicon.entries);
  const vocabulary = new Vocabulary();
  const keys = lexicon.entries.map((entry) => keysOf(entry, readings, vocabulary));
  const index = new MiniSearch<IndexedEntry>({
    fields: FIELDS,
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
    searchOptions: { tokenize: (text) => [text], combineWith: 'OR' },
  });
  index.addAll(keys.map((entryKeys, id) => indexedEntry(id, entryKeys, vocabulary)));
  const sounds = keys.flatMap(({ pinyin }, entry) =>
    pinyin.map(({ plain }) => ({ entry, plain, mask: lettersMask(plain) })),
  );
  const findSounds = ({ pinyin }: Query): number[] => {
    const { letters = '', syllables } = pinyin ?? {};
    if (syllables === undefined || letters.length < 5) return [];
    const typed = lettersMask(letters);
    return sounds.filter(({ plain, mask }) => isMisspelling(letters, plain, typed, mask)).map(({ entry }) => entry);
  };
  return {
    keys,
    vocabulary,
    find(query, slips, how) {
      const found = index.search(indexQuery(query, slips, how === 'every' ? 'AND' : 'OR'));
      const scores = new Map(found.map(({ id, score }) => [id as number, score]));
      for (const entry of findSounds(query)) if (!scores.has(entry)) scores.set(entry, 0);
      return [...scores].map(([entry, score]) => ({ entry, keys: keys[entry] as EntryKeys, score }));
    },
  };
}

const indexes = new WeakMap<CompiledLexicon, TermIndex>();

/** The index of a lexicon; the first call makes it. */
export function termIndexOf(lexicon: CompiledLexicon): TermIndex {
  let index = indexes.get(lexicon);
  if (index === undefined) {
    index = makeIndex(lexicon);
    indexes.set(lexicon, index);
  }
  return index;
}
