/** A text that is read once for all that search it: its marks, and its tokens where it is short enough for them to be kept. */
import { findMarks, type Marks } from './marks.ts';
import { countTokens, type Measure, measure } from './measure.ts';
import { type Tokens, tokenize } from './tokenize.ts';

/** UTF-16 units of a longer text that are read at a time: their tokens stay in the processor's cache, and memory does not grow with the text. */
export const BLOCK = 1 << 15;
/** UTF-16 units of the longest text whose tokens are kept: a report of eighty pages, two megabytes of tokens. */
export const LONGEST_KEPT = 1 << 18;

export interface TokenizedText {
  readonly text: string;
  /** All tokens of the text; undefined for one that is longer than {@link LONGEST_KEPT}. */
  readonly tokens: Tokens | undefined;
}

/** What a whole text is known by before anything is sought in it. */
export interface ReadText extends TokenizedText {
  readonly marks: Marks;
  readonly size: Measure;
}

/** Reads a text. Its tokens lie in `buffer` until it is used for the next. */
export function readText(text: string, buffer: Tokens): ReadText {
  const marks = findMarks(text);
  if (text.length > LONGEST_KEPT) return { text, tokens: undefined, marks, size: measure(countTokens(text)) };
  const counts = tokenize(text, 0, text.length, buffer);
  return { text, tokens: buffer, marks, size: measure(counts) };
}

/** Index of the first token from `first` on that ends after a UTF-16 offset. */
function firstEndingAfter({ end: ends, count }: Tokens, offset: number, first: number): number {
  let low = first;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens of a text from `start` to `end` (UTF-16 offsets at token boundaries), which share their memory with all of them. */
export function tokensBetween(tokens: Tokens, start: number, end: number): Tokens {
  const first = firstEndingAfter(tokens, start, tokens.first);
  return { start, first, count: firstEndingAfter(tokens, end, first), hash: tokens.hash, end: tokens.end };
}

/** Tokens `first` to `count`, the latter left out, which share their memory with all of them. */
export function tokensFrom({ start, hash, end }: Tokens, first: number, count: number): Tokens {
  return { start: first > 0 ? (end[first - 1] as number) : start, first, count, hash, end };
}
