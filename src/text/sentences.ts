/**
 * Where sentences end, in both languages, by rules of our own: general segmenters break after `Co.` and `Mr.` and not at `；`.
 * A sentence ends after 。！？；… and after .!? that a space and no lower-case letter follows (unless an abbreviation or an initial stands
 * before the stop), at a blank line, and at a line break that no sentence runs over (headings and list items: the next line begins
 * with a bullet, or this line is short and closes without a mark while a capital begins the next).
 */
import type { Span } from '../span.ts';
import { isHanUnit, UNIT_CLASS, WORD } from './fold.ts';
import { findMarks, type Marks } from './marks.ts';

const ABBREVIATIONS = new Set(
  'co ltd inc corp mr mrs ms dr prof st vs etc eg ie gen col sen gov rep jr sr approx est dept u.s u.k e.g i.e a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** Abbreviations before a number only: *No. 46*, but *He said no. Then …*. */
const BEFORE_NUMBERS = new Set('no nos vol fig sec art para circ'.split(' '));

const CLOSERS = new Set(Array.from('"”’\'」』）)】》', (unit) => unit.charCodeAt(0)));
const FIRST_HAN = 0x4e00;
const LAST_BEFORE_FULL_WIDTH = 0xff00;
const isCloser = (unit: number) => (unit < FIRST_HAN || unit > LAST_BEFORE_FULL_WIDTH) && CLOSERS.has(unit);

const isLineBreak = (unit: number) => unit === 10 || unit === 13;

/** Longest line that may be taken for a heading, in UTF-16 units. */
const LONGEST_HEADING = 90;

/** Longest abbreviation, in UTF-16 units, those with stops inside included. */
const LONGEST_ABBREVIATION = 7;

/** Whether the full stop at `stop` belongs to an abbreviation or an initial; nothing before `lowest` is looked at. */
export function endsAbbreviation(text: string, stop: number, lowest: number): boolean {
  let start = stop;
  while (start > lowest) {
    const unit = text.charCodeAt(start - 1);
    if (unit !== 46 && UNIT_CLASS[unit] !== WORD) break;
    start--;
    if (stop - start > LONGEST_ABBREVIATION) return false;
  }
  if (start === stop) return false;
  const word = text.slice(start, stop);
  if (ABBREVIATIONS.has(word.toLowerCase())) return true;
  if (BEFORE_NUMBERS.has(word.toLowerCase())) return /^\s{0,4}\d/.test(text.slice(stop + 1, stop + 6));
  if (word.length === 1) return /^\p{Lu}$/u.test(word);
  return word.includes('.') && /^(\p{L}\.)+\p{L}$/u.test(word);
}

const isSpace = (unit: number) => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000;

/** Whether the next letter or sign after `from` is a lower-case letter. */
function goesOnInLowerCase(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && at - from < 16 && isSpace(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  return (unit >= 97 && unit <= 122) || (unit > 127 && /^\p{Ll}$/u.test(text[at] as string));
}

/** Offset after the sentence end at the stop or line break at `i`, or -1 when the sentence goes on. */
function sentenceEndAt(text: string, i: number, sentenceStart: number): number {
  const unit = text.charCodeAt(i);
  if (isLineBreak(unit)) return lineBreakEnds(text, i, sentenceStart) ? i + 1 : -1;
  const end = afterClosers(text, i + 1);
  // After a full-width stop a sentence ends whatever follows; the others are in ASCII.
  if (unit > 127) return end;
  const after = text.charCodeAt(end);
  if (end < text.length && !isSpace(after) && !isHanUnit(after)) return -1;
  if (unit === 46 && endsAbbreviation(text, i, sentenceStart)) return -1;
  return goesOnInLowerCase(text, end) ? -1 : end;
}

function afterClosers(text: string, from: number): number {
  let end = from;
  while (end < text.length && isCloser(text.charCodeAt(end))) end++;
  return end;
}

/** Units after a line break in which the next line must begin. */
const LONGEST_INDENT = 64;

const isIndent = (unit: number) => unit === 32 || unit === 9 || unit === 0x3000;

function lineBreakEnds(text: string, i: number, sentenceStart: number): boolean {
  const after = i + (text.startsWith('\r\n', i) ? 2 : 1);
  const furthest = Math.min(text.length, i + LONGEST_INDENT);
  let nextStart = after;
  while (nextStart < furthest && isIndent(text.charCodeAt(nextStart))) nextStart++;
  if (nextStart === furthest || isLineBreak(text.charCodeAt(nextStart))) return true;
  const next = String.fromCodePoint(text.codePointAt(nextStart) as number);
  if (/\s/u.test(next)) return true;
  if (/[-*•·▪◦#>|]/u.test(next) || (/\d/.test(next) && /[.)、]/.test(text.charAt(nextStart + 1)))) return true;
  let lineStart = i;
  while (lineStart > sentenceStart && !isLineBreak(text.charCodeAt(lineStart - 1))) lineStart--;
  const line = text.slice(lineStart, i).trimEnd();
  if (line.length === 0 || line.length > LONGEST_HEADING) return false;
  const startsFresh = lineStart === sentenceStart || isLineBreak(text.charCodeAt(lineStart - 1));
  const isHan = /\p{Script=Han}/u.test(line.slice(-1));
  if (isHan) return line.length <= 24 && text.slice(after, nextStart).includes('\u3000');
  return (
    startsFresh && line.length <= 60 && /[\p{Lu}\p{Lt}“"]/u.test(next) && /[\p{L}\p{N}”"]$/u.test(line) && isTitle(line)
  );
}

/** Whether most long words of a line begin with a capital, as in a heading. */
function isTitle(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= words.length * 2;
}

/** Longest sentence, in UTF-16 units: a text without any stop is cut, so that looking around a candidate stays bounded. */
const LONGEST_SENTENCE = 2000;

/**
 * The sentences of a text, whose marks are given: spans that follow each other without a gap and cover it. A text without stops is cut
 * every 2,000 UTF-16 units.
 */
export function splitSentences(text: string, { stops }: Marks = findMarks(text)): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    sentences.push({ start, end });
    start = end;
  };
  for (const stop of stops) {
    if (stop < start) continue;
    while (stop - start >= LONGEST_SENTENCE) close(start + LONGEST_SENTENCE);
    const end = sentenceEndAt(text, stop, start);
    if (end >= 0) close(end);
  }
  while (text.length - start > LONGEST_SENTENCE) close(start + LONGEST_SENTENCE);
  if (start < text.length) close(text.length);
  return sentences;
}

/** Index of the sentence that holds `offset`, by binary search; the last one for offsets past the end. */
export function sentenceIndexAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle] as Span).start <= offset) low = middle;
    else high = middle;
  }
  return low;
}
