/**
 * The only tokenizer: forms, cues and texts all pass through it. A token is a run of letters and digits, or one ideograph.
 * One pass without a data-dependent branch: every unit stores the token that may end there, and a table says whether it did
 * (the mispredicted branch at every word end is what limits the obvious loop).
 */
import { FOLDED, IDEOGRAPH, IGNORED, SEPARATOR, UNIT_CLASS, WORD } from './fold.ts';

/** Multiplier of the polynomial hash of a word (the 32-bit FNV prime). */
const HASH_MULTIPLIER = 0x01000193;

/** State before a unit: outside a token, inside a word, after an ideograph; two bits to the left for the unit's class. */
const OUTSIDE = 0 << 2;
const IN_WORD = 1 << 2;
const AFTER_IDEOGRAPH = 2 << 2;

const NEXT = new Uint8Array(12);
const ENDS = new Uint8Array(12);
const FACTOR = new Int32Array(12);
for (const state of [OUTSIDE, IN_WORD, AFTER_IDEOGRAPH]) {
  NEXT[state | SEPARATOR] = OUTSIDE;
  NEXT[state | WORD] = IN_WORD;
  NEXT[state | IDEOGRAPH] = AFTER_IDEOGRAPH;
  NEXT[state | IGNORED] = state;
  FACTOR[state | IGNORED] = 1;
  if (state === OUTSIDE) continue;
  for (const unitClass of [SEPARATOR, WORD, IDEOGRAPH]) ENDS[state | unitClass] = 1;
}
ENDS[IN_WORD | WORD] = 0;
FACTOR[IN_WORD | WORD] = HASH_MULTIPLIER;

/** The tokens of a stretch of text: hash of the folded units, and the offset of the first unit after each. */
export interface Tokens {
  count: number;
  /** 32-bit hash of the folded units of each token. */
  hash: Int32Array;
  /** UTF-16 offset after each token, ignored units that trail it included. */
  end: Int32Array;
  /** Bit `1 << class` is set for each class of unit that was seen. */
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
  let state = OUTSIDE;
  let classes = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const unitClass = UNIT_CLASS[unit] as number;
    const step = state | unitClass;
    hashes[count] = hash;
    ends[count] = i;
    count += ENDS[step] as number;
    hash = (Math.imul(hash, FACTOR[step] as number) + (FOLDED[unit] as number)) | 0;
    state = NEXT[step] as number;
    classes |= 1 << unitClass;
  }
  hashes[count] = hash;
  ends[count] = end;
  count += ENDS[state | SEPARATOR] as number;
  hashes.fill(0, count, count + 3);
  tokens.count = count;
  tokens.classes = classes;
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

/** UTF-16 offset after the last letter, digit or ideograph of the token that ends at `end`, trailing ignored units left out. */
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
