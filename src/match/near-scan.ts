/**
 * Finds other wordings of the phrases of a {@link NearSet}: looks every token up, keeps running sums over the content words in a row, and
 * compares only where the words of some phrase stand together. Linear in the text: at each word a bounded number of look-ups.
 */
import { FOLDED } from '../text/fold.ts';
import { COMMA, gapKinds, JOINERS } from '../text/gaps.ts';
import { type Tokens, tokenEnd, tokenize } from '../text/tokenize.ts';
import { alignWords, fitsFrame } from './near-frame.ts';
import {
  bagKey,
  CONJUNCTION,
  FIRST_FAMILY,
  LONGEST_PHRASE,
  mixSense,
  type NearSet,
  PREPOSITION,
  SHORTEST_PHRASE,
} from './near-set.ts';
import { keyOf } from './pattern-set.ts';
import { startOfToken } from './verify.ts';

/** Another wording of a phrase. */
export interface NearMatch {
  /** UTF-16 offsets of the first letter and after the last. */
  start: number;
  end: number;
  payload: number;
  /** Words that a synonym replaces. */
  replaced: number;
  /** The words stand in another order. */
  isMoved: boolean;
  /** It has but two content words. */
  isPair: boolean;
}

/** Particles in a row after which the words before belong to another phrase. */
const MOST_PARTICLES = 3;
/** Units of text that are tokenized at a time. */
const BLOCK = 1 << 15;

/** Content words in a row, with running counts of what stands before each. */
class Row {
  readonly token = new Int32Array(BLOCK + 1);
  readonly family = new Int32Array(BLOCK + 1);
  /** Sum of the mixed senses of all words before. */
  readonly sum = new Int32Array(BLOCK + 2);
  readonly prepositions = new Int32Array(BLOCK + 2);
  readonly conjunctions = new Int32Array(BLOCK + 2);
  length = 0;
  /** Where the words begin that hang together. */
  first = 0;
}

function wordOf(set: NearSet, hash: number): number {
  const mask = set.wordPlaces.length - 1;
  for (let place = keyOf(hash) & mask; set.wordPlaces[place] !== 0; place = (place + 1) & mask) {
    const word = (set.wordPlaces[place] as number) - 1;
    if (set.wordHash[word] === hash) return word;
  }
  return -1;
}

function isWritten(set: NearSet, word: number, text: string, start: number, end: number): boolean {
  let unit = set.wordStart[word] as number;
  for (let i = start; i < end; i++) {
    const folded = FOLDED[text.charCodeAt(i)] as number;
    if (folded !== 0 && set.wordUnits[unit++] !== folded) return false;
  }
  return unit === set.wordStart[word + 1];
}

function bucketOf(set: NearSet, key: number): number {
  const mask = set.bagKeys.length - 1;
  for (let place = key & mask; set.bagBuckets[place] !== 0; place = (place + 1) & mask) {
    if (set.bagKeys[place] === key) return (set.bagBuckets[place] as number) - 1;
  }
  return -1;
}

function areWritten(set: NearSet, text: string, tokens: Tokens, row: Row, from: number): boolean {
  for (let i = from; i < row.length; i++) {
    const token = row.token[i] as number;
    const word = wordOf(set, tokens.hash[token] as number);
    if (!isWritten(set, word, text, startOfToken(text, tokens, token), tokens.end[token] as number)) return false;
  }
  return true;
}

/** Compares the phrases of a bucket with the last words of the row, from `from` on. */
function compareBucket(
  set: NearSet,
  bucket: number,
  text: string,
  tokens: Tokens,
  row: Row,
  from: number,
  found: (match: NearMatch) => void,
): void {
  const count = row.length - from;
  const between = {
    prepositions: (row.prepositions[row.length] as number) - (row.prepositions[from + 1] as number),
    conjunctions: (row.conjunctions[row.length] as number) - (row.conjunctions[from + 1] as number),
  };
  for (let i = set.bucketStart[bucket] as number; i < (set.bucketStart[bucket + 1] as number); i++) {
    const phrase = set.bucketPhrase[i] as number;
    const first = set.phraseStart[phrase] as number;
    if ((set.phraseStart[phrase + 1] as number) - first !== count) continue;
    const aligned = alignWords(set, first, count, row.family, from);
    if (aligned === undefined || !fitsFrame(set.phraseFrame[phrase] as number, count, aligned, between)) continue;
    if (!areWritten(set, text, tokens, row, from)) continue;
    found({
      start: startOfToken(text, tokens, row.token[from] as number),
      end: tokenEnd(text, tokens.end[row.token[row.length - 1] as number] as number),
      payload: set.phrasePayload[phrase] as number,
      replaced: aligned.replaced,
      isMoved: aligned.isMoved,
      isPair: count === SHORTEST_PHRASE,
    });
  }
}

/** Kinds of separators before a token; 0 for the usual single space. */
function gapBefore(text: string, tokens: Tokens, token: number): number {
  const before = tokens.end[token - 1] as number;
  if (text.charCodeAt(before) === 32 && before + 1 < text.length && text.charCodeAt(before + 1) > 64) return 0;
  return gapKinds(text, tokenEnd(text, before), startOfToken(text, tokens, token));
}

/** Reads one block of tokens; see {@link scanNear}. */
function readTokens(set: NearSet, text: string, tokens: Tokens, row: Row, found: (match: NearMatch) => void): void {
  let particles = 0;
  row.length = 0;
  row.first = 0;
  let prepositions = 0;
  let conjunctions = 0;
  for (let token = 0; token < tokens.count; token++) {
    const word = wordOf(set, tokens.hash[token] as number);
    const gap = token === 0 ? 0 : gapBefore(text, tokens, token);
    if (word < 0 || (gap & ~(JOINERS | COMMA)) !== 0) row.first = row.length;
    if (word < 0) continue;
    if ((gap & COMMA) !== 0) conjunctions++;
    const family = set.wordFamily[word] as number;
    if (family < FIRST_FAMILY) {
      if (family === PREPOSITION) prepositions++;
      if (family === CONJUNCTION) conjunctions++;
      if (++particles > MOST_PARTICLES) row.first = row.length;
      continue;
    }
    particles = 0;
    const at = row.length++;
    row.token[at] = token;
    row.family[at] = family;
    row.sum[at + 1] = ((row.sum[at] as number) + mixSense(set.familySense[family] as number)) | 0;
    row.prepositions[at + 1] = prepositions;
    row.conjunctions[at + 1] = conjunctions;
    const lowest = Math.max(row.first, row.length - LONGEST_PHRASE);
    for (let from = row.length - SHORTEST_PHRASE; from >= lowest; from--) {
      const sum = ((row.sum[row.length] as number) - (row.sum[from] as number)) | 0;
      const bucket = bucketOf(set, bagKey(sum, row.length - from));
      if (bucket >= 0) compareBucket(set, bucket, text, tokens, row, from, found);
    }
  }
}

let row: Row | undefined;

/**
 * Calls `found` for the other wordings of phrases in `text` between `start` and `end` (UTF-16 offsets at token boundaries), the listed
 * wording itself included; one that lies over the border of two blocks of 32,768 units may be missed. Never throws.
 */
export function scanNear(
  set: NearSet,
  text: string,
  start: number,
  end: number,
  tokens: Tokens,
  found: (match: NearMatch) => void,
): void {
  row ??= new Row();
  for (let from = start; from < end; from += BLOCK) {
    tokenize(text, from, Math.min(from + BLOCK, end), tokens);
    readTokens(set, text, tokens, row, found);
  }
}
