/** Compares one token with one word, letter by letter. */
import { FOLDED, IGNORED, SEPARATOR, UNIT_CLASS } from '../text/fold.ts';
import { type Tokens, tokenStart } from '../text/tokenize.ts';

/** UTF-16 offset of a token's first letter. */
export function startOfToken(text: string, tokens: Tokens, token: number): number {
  return tokenStart(text, tokens.end[token] as number, endBefore(tokens, token));
}

/** UTF-16 offset after the token before; where there is none, where the tokens begin. */
export const endBefore = (tokens: Tokens, token: number) =>
  token > tokens.first ? (tokens.end[token - 1] as number) : tokens.start;

/** Where a word lies among the units of all words. */
export interface Word {
  first: number;
  length: number;
}

/** UTF-16 offset of the first letter of the token that ends at `end` and begins at `lowest` or after if it is the word, else -1. */
export function startOfWord(units: Uint16Array, word: Word, text: string, end: number, lowest: number): number {
  const { first, length } = word;
  const start = end - length;
  const mayBegin = start > lowest ? UNIT_CLASS[text.charCodeAt(start - 1)] === SEPARATOR : start === lowest;
  let same = 0;
  if (mayBegin) while (same < length && FOLDED[text.charCodeAt(start + same)] === units[first + same]) same++;
  return same === length ? start : startAmongIgnored(units, word, text, end, lowest);
}

/** As {@link startOfWord} where ignored units may stand in the word, read backwards. */
function startAmongIgnored(units: Uint16Array, { first, length }: Word, text: string, end: number, lowest: number) {
  let unit = first + length - 1;
  let start = end;
  for (let i = end - 1; i >= lowest; i--) {
    const folded = FOLDED[text.charCodeAt(i)] as number;
    if (folded === 0) {
      if (UNIT_CLASS[text.charCodeAt(i)] === IGNORED) continue;
      break;
    }
    if (unit < first || units[unit] !== folded) return -1;
    unit--;
    start = i;
  }
  return unit < first ? start : -1;
}
