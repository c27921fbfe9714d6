import type { Indices } from './indices.ts';
import { keyOf } from './pattern-set.ts';

/**
 * Phrases as sequences of word families, for what the patterns of {@link PatternSet} cannot list: heads moved (*leadership of the Party*
 * for *Party leadership*), articles and prepositions changed, words replaced by synonyms of the domain (*bastion* for *fortress*). Only
 * read where the context is strong already; small, since a family stands for all its inflections.
 */
export interface NearSet {
  /** Per word: hash as the tokenizer computes it. */
  wordHash: Int32Array;
  /** Per word, one more: where its folded units begin in `wordUnits`. */
  wordStart: Indices;
  wordUnits: Uint16Array;
  /** Per word: its family, a word with all its inflections; for particles one of the kinds below. */
  wordFamily: Uint16Array;
  /** Per family: its sense, families that are synonyms; 0 for particles. */
  familySense: Uint16Array;
  /** Per family: content words of the longest phrase that has its sense. */
  familyLongest: Uint8Array;
  /** Bitmap of the words' hashes: most words of a text are in no phrase. */
  wordBits: Uint32Array;
  /** Open-addressing table over the words' hashes: word plus one, 0 for an empty place. */
  wordPlaces: Indices;
  /** Per phrase, one more: where its families begin in `phraseFamily`. */
  phraseStart: Indices;
  phraseFamily: Uint16Array;
  /** Per phrase: what the caller gave for its form. */
  phrasePayload: Indices;
  /** Per phrase: bits of {@link Frame}. */
  phraseFrame: Uint8Array;
  /** Bloom filter over the {@link bagKey}s of phrases: most bags are turned down by it, without a look at the table. */
  bagFilter: Uint32Array;
  /** Open-addressing table over {@link bagKey}s of phrases: number plus one of a bucket. */
  bagKeys: Int32Array;
  bagBuckets: Indices;
  bucketStart: Indices;
  bucketPhrase: Indices;
  /** Bloom filter over the {@link edgeKey}s of phrases that inserted words may part; its size is a power of two. */
  edges: Uint32Array;
}

/** Families of particles: words that a phrase may gain, lose or change when it is put another way. */
export const ARTICLE = 1;
export const PREPOSITION = 2;
export const CONJUNCTION = 3;
/** Words of clauses, and the plus sign: a phrase does not go on over them. */
export const CLAUSE = 4;
export const PARTICLES: readonly (readonly [number, string])[] = [
  [ARTICLE, 'a an the its their our this that these those his her your my all'],
  [PREPOSITION, 'of in on for to by with from as into at towards toward among between through under over like'],
  [CONJUNCTION, 'and or'],
  [
    CLAUSE,
    'how what when where who whom which why is are was were be been will would shall should can could may might has had does did said says than but if because while after before although +',
  ],
];
export const FIRST_FAMILY = 5;

/** Bits of a phrase: what its own text has between its content words, and how free it is. */
export const HAS_PREPOSITION = 1;
export const HAS_LIST = 2;
/** Words may be replaced by synonyms also where there are only two. */
export const MAY_REPLACE_PAIR = 4;
/** It begins with a number word. */
export const COUNTED = 8;

/** Fewest and most content words of a phrase. */
export const SHORTEST_PHRASE = 2;
export const LONGEST_PHRASE = 8;
/** Content words from which a phrase may be parted by inserted ones. */
export const FEWEST_PARTED = 3;

/** What one word of a sense adds to the sum that stands for a bag of words; sums do not depend on the order. */
export function mixSense(sense: number): number {
  const mixed = Math.imul(sense + 0x7f4a, 0x9e3779b1);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77) | 0;
}

/** Key of the senses of a phrase's first and last word. */
export function edgeKey(first: number, last: number): number {
  return keyOf(Math.imul(first, 0x85ebca77) + last);
}

/** Key of a bag of `count` words whose mixed senses add up to `sum`. */
export function bagKey(sum: number, count: number): number {
  const mixed = Math.imul((sum + Math.imul(count, 0xc2b2ae3d)) | 0, 0x27d4eb2f);
  return (mixed ^ (mixed >>> 14)) | 0;
}
