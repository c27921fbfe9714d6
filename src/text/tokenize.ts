/**
 * The only tokenizer: forms, cues and texts all pass through it. A token is a run of letters and digits, one ideograph, or a plus sign.
 * One pass without a branch that words decide: every unit stores the token that may end there, and a bit says whether it did (the
 * mispredicted branch at every word end is what limits the obvious loop). Ideographs and ignored units come in runs or seldom: they have a
 * loop of their own, so that the one over letters stays small.
 */
import {
  HAN_BIT,
  IDEOGRAPH,
  IDEOGRAPH_BIT,
  IGNORED,
  IGNORED_BIT,
  PACKED_UNITS,
  UNIT_CLASS,
  WORD,
  WORD_BIT,
} from './fold.ts';

/** Multiplier of the polynomial hash of a word (the 32-bit FNV prime). */
const HASH_MULTIPLIER = 0x01000193;
const FOLDED_BITS = 0xffff;
const IGNORED_UNIT = 1 << IGNORED_BIT;
const NEITHER_WORD_NOR_SEPARATOR = IGNORED_UNIT | (1 << IDEOGRAPH_BIT);

/** The tokens of a stretch of text: hash of the folded units, and the offset of the first unit after each. */
export interface Tokens {
  /** UTF-16 offset where the stretch begins. */
  start: number;
  /** Index of its first token, and the one after its last. */
  first: number;
  count: number;
  /** 32-bit hash of the folded units of each token. */
  hash: Int32Array;
  /** UTF-16 offset after each token; ignored units that trail a word are included. */
  end: Int32Array;
}

/** How many tokens are words, how many Han ideographs; plus signs and surrogates are neither. */
export interface TokenCounts {
  words: number;
  han: number;
}

/** An empty buffer with room for `units` UTF-16 units. */
export function createTokens(units: number): Tokens {
  return { start: 0, first: 0, count: 0, hash: new Int32Array(units + 4), end: new Int32Array(units + 4) };
}

/**
 * Replaces the content of `tokens` with the tokens of `text` from `start` to `end` (UTF-16 offsets). Grows the buffer where
 * needed. Three zero hashes follow the last token, so that a filter may look ahead. Returns how many of them there are of each kind.
 */
export function tokenize(text: string, start: number, end: number, tokens: Tokens): TokenCounts {
  if (tokens.hash.length < end - start + 4) {
    tokens.hash = new Int32Array(end - start + 4);
    tokens.end = new Int32Array(end - start + 4);
  }
  const { hash: hashes, end: ends } = tokens;
  const last = end - 1;
  let count = 0;
  let ideographs = 0;
  let han = 0;
  let hash = 0;
  /** All bits set inside a word, none outside. */
  let inWord = 0;
  for (let i = start; i < end; ) {
    // Letters and separators, two at a time.
    for (; i < last; i += 2) {
      const first = PACKED_UNITS[text.charCodeAt(i)] as number;
      const second = PACKED_UNITS[text.charCodeAt(i + 1)] as number;
      if (((first | second) & NEITHER_WORD_NOR_SEPARATOR) !== 0) break;
      const isFirst = first >> WORD_BIT;
      const isSecond = second >> WORD_BIT;
      hashes[count] = hash;
      ends[count] = i;
      count -= inWord & ~isFirst;
      hash = (Math.imul(hash, HASH_MULTIPLIER & isFirst) + (first & FOLDED_BITS)) | 0;
      hashes[count] = hash;
      ends[count] = i + 1;
      count -= isFirst & ~isSecond;
      hash = (Math.imul(hash, HASH_MULTIPLIER & isSecond) + (second & FOLDED_BITS)) | 0;
      inWord = isSecond;
    }
    if (i === end) break;
    const lone = PACKED_UNITS[text.charCodeAt(i)] as number;
    if ((lone & NEITHER_WORD_NOR_SEPARATOR) === 0) {
      const isWord = lone >> WORD_BIT;
      hashes[count] = hash;
      ends[count] = i;
      count -= inWord & ~isWord;
      hash = (Math.imul(hash, HASH_MULTIPLIER & isWord) + (lone & FOLDED_BITS)) | 0;
      inWord = isWord;
      i++;
      continue;
    }
    for (; i < end; i++) {
      const unit = PACKED_UNITS[text.charCodeAt(i)] as number;
      if ((unit & NEITHER_WORD_NOR_SEPARATOR) === 0) break;
      if ((unit & IGNORED_UNIT) !== 0) continue;
      if (inWord !== 0) {
        hashes[count] = hash;
        ends[count] = i;
        count++;
        hash = 0;
        inWord = 0;
      }
      hashes[count] = unit & FOLDED_BITS;
      ends[count] = i + 1;
      count++;
      ideographs++;
      han += (unit >> HAN_BIT) & 1;
    }
  }
  hashes[count] = hash;
  ends[count] = end;
  count -= inWord;
  hashes[count] = 0;
  hashes[count + 1] = 0;
  hashes[count + 2] = 0;
  tokens.start = start;
  tokens.first = 0;
  tokens.count = count;
  return { words: count - ideographs, han };
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
