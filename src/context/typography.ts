/** What the page itself says of a candidate: quotation marks around it, capitals, a heading. */
import type { Span } from '../span.ts';
import { UNIT_CLASS, WORD } from '../text/fold.ts';

/** Bits of what may stand around a quoted phrase. */
const OPENER = 1;
const CLOSER = 2;
const SPACE = 4;
const COMMA_OR_STOP = 8;
const MARKS: readonly (readonly [number, string])[] = [
  [OPENER, '"“„«‹「『《〈\'‘＂'],
  [CLOSER, '"”“»›」』》〉\'’＂'],
  [
    SPACE,
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ],
  [COMMA_OR_STOP, ',.，。、;；'],
];
const markOf = new Uint8Array(0x10000);
for (const [bit, units] of MARKS) {
  for (let i = 0; i < units.length; i++) markOf[units.charCodeAt(i)] = (markOf[units.charCodeAt(i)] as number) | bit;
}

/** Whether a UTF-16 unit is white space. */
export const isSpace = (unit: number) => ((markOf[unit] as number) & SPACE) !== 0;

/** Farthest that a quotation mark may stand from the candidate, in UTF-16 units, for a quoted phrase that holds it. */
const NEAREST = 2;

/** Whether quotation marks stand right around the span: a comma or stop may come before the closing one. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  let before = start - 1;
  const first = Math.max(0, start - NEAREST);
  while (before >= first && isSpace(text.charCodeAt(before))) before--;
  if (before < first || ((markOf[text.charCodeAt(before)] as number) & OPENER) === 0) return false;
  let after = end;
  const last = Math.min(text.length, end + NEAREST + 1);
  while (after < last && (markOf[text.charCodeAt(after)] as number) & (SPACE | COMMA_OR_STOP)) after++;
  return after < last && ((markOf[text.charCodeAt(after)] as number) & CLOSER) !== 0;
}

const SMALL_WORDS = new Set('a an and as at by for from in of on or the to with'.split(' '));
const LONGEST_SMALL_WORD = 4;

/** Words of four letters or digits or more in a stretch of text, and how many of them begin with a capital. */
export interface Capitals {
  words: number;
  capitals: number;
}

/** Letters from which a word counts as longer. */
const LONGER = 4;

const isCapital = (unit: number) =>
  (unit >= 65 && unit <= 90) || (unit > 127 && /\p{Lu}/u.test(String.fromCharCode(unit)));

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** Counts the longer words and capitals from `start` to `end` (UTF-16 offsets), with or without those that begin with a digit. */
export function countCapitals(text: string, start: number, end: number, countsNumbers = true): Capitals {
  let words = 0;
  let capitals = 0;
  let letters = 0;
  let first = 0;
  for (let i = start; i <= end; i++) {
    const unit = i < end ? text.charCodeAt(i) : 0;
    if (UNIT_CLASS[unit] === WORD) {
      if (letters === 0) first = unit;
      letters++;
      if (letters === LONGER && (countsNumbers || !isDigit(first))) {
        words++;
        if (isCapital(first)) capitals++;
      }
    } else letters = 0;
  }
  return { words, capitals };
}

function isLetter(unit: number): boolean {
  if (unit < 128) return (unit | 32) >= 97 && (unit | 32) <= 122;
  return /\p{L}/u.test(String.fromCharCode(unit));
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

function isSmallWord(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_SMALL_WORD) return false;
  const word = text.slice(start, end);
  return word === 's' || SMALL_WORDS.has(word.toLowerCase());
}

/** How many words of a stretch begin with a capital, small words left out; 0 where one of them does not. */
function capitalWords(text: string, start: number, end: number): number {
  let count = 0;
  let wordEnd: number;
  for (let i = start; i < end; i = wordEnd + 1) {
    wordEnd = i;
    while (wordEnd < end && isLetter(text.charCodeAt(wordEnd))) wordEnd++;
    if (wordEnd === i || isSmallWord(text, i, wordEnd)) continue;
    if (!isCapital(text.charCodeAt(i))) return 0;
    count++;
  }
  return count;
}

/** The sentence around a span, with its longer words and capitals, the span's own included. */
interface Sentence {
  sentence: Span;
  capitals(): Capitals;
}

/** Whether every longer word of the span begins with a capital although the sentence around it is not all in capitals. */
export function isCapitalised(text: string, span: Span, around: Sentence): boolean {
  const count = capitalWords(text, span.start, span.end);
  if (count === 0) return false;
  if (count === 1 && !hasLetter(text, around.sentence.start, span.start)) return false;
  const own = countCapitals(text, span.start, span.end);
  const ofSentence = around.capitals();
  const others = ofSentence.words - own.words;
  return others === 0 || (ofSentence.capitals - own.capitals) * 2 <= others;
}

/** Whether the span writes `Party` with a capital where lower case would be usual: the Communist Party's own style, also in compounds. */
export function hasCapitalParty(text: string, span: Span, sentence: Span): boolean {
  const wording = text.slice(span.start, span.end);
  const at = wording.includes('Party') ? wording.search(/\bParty\b/) : -1;
  if (at < 0) return false;
  return hasLetter(text, sentence.start, span.start + at) && /\p{Ll}/u.test(wording);
}

/** Whether a word with a capital stands right before or after the span, a space between: then it may be part of a longer name. */
export function touchesCapitalWord(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return /\p{Lu}\p{Ll}+\s$/u.test(before) || /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4));
}
