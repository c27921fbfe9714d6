/**
 * The only tokenizer: forms, cues and texts all pass through it. A token is a run of letters and digits, one ideograph, or a plus sign.
 * One pass without a data-dependent branch: every unit stores the token that may end there, and bits say whether it did
 * (the mispredicted branch at every word end is what limits the obvious loop, and a table of states half as much).
 */
import { IDEOGRAPH, IDEOGRAPH_BIT, IGNORED, IGNORED_BIT, PACKED_UNITS, UNIT_CLASS, WORD, WORD_BIT } from './fold.ts';

/** Multiplier of the polynomial hash of a word (the 32-bit FNV prime). */
const HASH_MULTIPLIER = 0x01000193;

/** The tokens of a stretch of text: hash of the folded units, and the offset of the first unit after each. */
export interface Tokens {
  count: number;
  /** 32-bit hash of the folded units of each token. */
  hash: Int32Array;
  /** UTF-16 offset after each token, ignored units that trail it included. */
  end: Int32Array;
  /** Class bits of `PACKED_UNITS` that were seen. */
  classes: number;
}

/** An empty buffer with room for `units` UTF-16 units. */
export function createTokens(units: number): Tokens {
  return { count: 0, hash: new Int32Array(units + 4), end: new Int32Array(units + 4), classes: 0 };
}

/**
 * Replaces the content of `tokens` with the tokens of `text` from `start` to `end` (UTF-16 offsets). Grows the buffer where
 * needed. Three zero hashes follow the last token, so that a filter may look ahead.
 */
export function tokenize(text: string, start: number, end: number, tokens: Tokens): void {
  if (tokens.hash.length < end - start + 4) {
    tokens.hash = new Int32Array(end - start + 4);
    tokens.end = new Int32Array(end - start + 4);
  }
  const { hash: hashes, end: ends } = tokens;
  let count = 0;
  let hash = 0;
  let inWord = 0;
  let afterIdeograph = 0;
  let classes = 0;
  for (let i = start; i < end; i++) {
    const unit = PACKED_UNITS[text.charCodeAt(i)] as number;
    const isWord = (unit >> WORD_BIT) & 1;
    const isIgnored = (unit >> IGNORED_BIT) & 1;
    hashes[count] = hash;
    ends[count] = i;
    count += (afterIdeograph | (inWord & (isWord ^ 1))) & (isIgnored ^ 1);
    // Within a word multiply, over an ignored unit keep (times one), elsewhere begin anew (times zero).
    const factor = (HASH_MULTIPLIER & -(inWord & isWord)) | isIgnored;
    hash = (Math.imul(hash, factor) + (unit & 0xffff)) | 0;
    inWord = (inWord & isIgnored) | isWord;
    afterIdeograph = (afterIdeograph & isIgnored) | ((unit >> IDEOGRAPH_BIT) & 1);
    classes |= unit;
  }
  hashes[count] = hash;
  ends[count] = end;
  count += inWord | afterIdeograph;
  hashes.fill(0, count, count + 3);
  tokens.count = count;
  tokens.classes = classes & ~0xffff;
}

/** UTF-16 offset of the first unit of the token that ends at `end`, ignored units before it left out. */
export function tokenStart(text: string, end: number, lowest: number): number {
  let i = tokenEnd(text, end) - 1;
  let start = i;
  if (UNIT_CLASS[text.charCodeAt(i)] === IDEOGRAPH) return i;
  for (; i >= lowest; i--) {
    const unitClass = UNIT_CLASS[text.charCodeAt(i)];
    if (unitClass === WORD) start = i;
    else if (unitClass !== IGNORED) break;
  }
  return start;
}

/** UTF-16 offset after the last letter, digit, ideograph or plus sign of the token that ends at `end`, trailing ignored units left out. */
export function tokenEnd(text: string, end: number): number {
  let last = end;
  while (UNIT_CLASS[text.charCodeAt(last - 1)] === IGNORED) last--;
  return last;
}

/** Hash that {@link tokenize} gives a token with these folded units. */
export function hashWord(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = (Math.imul(hash, HASH_MULTIPLIER) + folded.charCodeAt(i)) | 0;
  return hash;
}
