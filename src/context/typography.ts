/** What the page itself says of a candidate: quotation marks around it, capitals, a heading. */
import type { Span } from '../span.ts';
import { UNIT_CLASS, WORD } from '../text/fold.ts';

const OPENERS = '"“„«‹「『《〈\'‘＂';
const CLOSERS = '"”“»›」』》〉\'’＂';

/** Farthest that a quotation mark may stand from the candidate, in UTF-16 units, for a quoted phrase that holds it. */
const NEAREST = 2;

/** Whether quotation marks stand right around the span: a comma or stop may come before the closing one. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - NEAREST), start).trimEnd();
  const after = text.slice(end, end + NEAREST + 1).replace(/^[,.，。、;；\s]+/u, '');
  const opens = before !== '' && OPENERS.includes(before.slice(-1));
  const closes = after !== '' && CLOSERS.includes(after[0] as string);
  return opens && closes;
}

const SMALL_WORDS = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;

/** Words of four letters or more in a stretch of text, and how many of them begin with a capital. */
export interface Capitals {
  words: number;
  capitals: number;
}

/** Letters from which a word counts as longer. */
const LONGER = 4;

const isCapital = (unit: number) =>
  (unit >= 65 && unit <= 90) || (unit > 127 && /\p{Lu}/u.test(String.fromCharCode(unit)));

/** Counts the longer words and capitals from `start` to `end` (UTF-16 offsets). */
export function countCapitals(text: string, start: number, end: number): Capitals {
  let words = 0;
  let capitals = 0;
  let letters = 0;
  let first = 0;
  for (let i = start; i <= end; i++) {
    const unit = i < end ? text.charCodeAt(i) : 0;
    if (UNIT_CLASS[unit] === WORD) {
      if (letters === 0) first = unit;
      letters++;
      if (letters === LONGER) {
        words++;
        if (isCapital(first)) capitals++;
      }
    } else letters = 0;
  }
  return { words, capitals };
}

/**
 * Whether every longer word of the span begins with a capital although the sentence around it is not all in capitals. `ofSentence` counts
 * the whole sentence, the span included.
 */
export function isCapitalised(text: string, span: Span, sentence: Span, ofSentence: () => Capitals): boolean {
  const wording = text.slice(span.start, span.end);
  if (!/\p{Lu}/u.test(wording)) return false;
  const counted = (wording.match(/\p{L}+/gu) ?? []).filter(
    (word) => !SMALL_WORDS.test(word.toLowerCase()) && word !== 's',
  );
  if (counted.length === 0 || !counted.every((word) => /^\p{Lu}/u.test(word))) return false;
  const opensSentence = !/\p{L}/u.test(text.slice(sentence.start, span.start));
  if (opensSentence && counted.length === 1) return false;
  const own = countCapitals(text, span.start, span.end);
  const others = ofSentence().words - own.words;
  return others === 0 || (ofSentence().capitals - own.capitals) * 2 <= others;
}

/** Whether the span writes `Party` with a capital where lower case would be usual: the Communist Party's own style, also in compounds. */
export function hasCapitalParty(text: string, span: Span, sentence: Span): boolean {
  const wording = text.slice(span.start, span.end);
  const at = wording.search(/\bParty\b/);
  if (at < 0) return false;
  const isFirst = !/\p{L}/u.test(text.slice(sentence.start, span.start + at));
  return !isFirst && /\p{Ll}/u.test(wording);
}

/** Whether a word with a capital stands right before or after the span, a space between: then it may be part of a longer name. */
export function touchesCapitalWord(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return /\p{Lu}\p{Ll}+\s$/u.test(before) || /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4));
}

/** Longest line that may be a heading, in UTF-16 units. */
const LONGEST_HEADING = 120;

/** Whether the line that holds the span is a heading: short, alone between line breaks, without a closing stop. */
export function isHeading(text: string, { start, end }: Span): boolean {
  const windowStart = Math.max(0, start - LONGEST_HEADING);
  const windowEnd = Math.min(text.length, end + LONGEST_HEADING);
  const before = text.slice(windowStart, start);
  const after = text.slice(end, windowEnd);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const lineEnd = after.search(/[\r\n]/);
  if ((lineStart === 0 && windowStart > 0) || (lineEnd < 0 && windowEnd < text.length)) return false;
  const line = (
    before.slice(lineStart) +
    text.slice(start, end) +
    (lineEnd < 0 ? after : after.slice(0, lineEnd))
  ).trim();
  if (line.length > LONGEST_HEADING) return false;
  if (/^#{1,6}\s/.test(line) || /^(?:[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十]+）)/.test(line)) return true;
  if (/[.!?;,:。！？；，：”"]$/u.test(line) || text.length <= LONGEST_HEADING) return false;
  if (/\p{Script=Han}/u.test(line)) return line.length <= 40;
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= words.length * 2;
}
