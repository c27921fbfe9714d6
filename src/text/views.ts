/**
 * A second reading of a text, for what one unit cannot be folded to: line-end hyphens joined, a bracketed Chinese or pinyin gloss
 * inside English (an English one inside Chinese) left out, ligatures written out, apostrophes mended that a wrong decoding broke. The first reading is the text itself;
 * both are searched, so that no edit can lose anything.
 */
import { EXPANSIONS } from './fold.ts';
import {
  BRACKET,
  BROKEN_MARK,
  BROKEN_SIGN,
  COMPATIBILITY_IDEOGRAPH,
  findMarks,
  LIGATURE,
  LINE_END_HYPHEN,
  type Marks,
  OPENING_BRACKETS,
} from './marks.ts';
import { syllablesOf } from './pinyin.ts';

export interface View {
  readonly text: string;
  /** UTF-16 offset in the original of the unit at `offset` in the view; for the view's end, the original's. */
  startOf(offset: number): number;
  /** UTF-16 offset in the original after the unit before `offset` in the view. */
  endOf(offset: number): number;
}

interface Edit {
  start: number;
  end: number;
  replacement: string;
}

const expansionOf = new Map(EXPANSIONS);
const LIGATURES = new RegExp(`[${[...expansionOf.keys()].map((unit) => String.fromCharCode(unit)).join('')}]`, 'gu');

const LINE_END_HYPHENS = /(?<=\p{Ll})[-\u2010]\r?\n[ \t]*(?=\p{Ll})/gu;
/**
 * Apostrophes that a wrong decoding broke, where they stand before a possessive s or inside a contraction: U+FFFD, the Windows-1252
 * control, Mac OS Roman's Õ, a question mark, an HTML reference. (U+0E42 is ignored like an apostrophe wherever it stands.)
 */
const BROKEN_APOSTROPHES =
  /(?<=\p{L})(?:[\ufffd\u0092Õ?]|&(?:rsquo|lsquo|apos|#0?39|#8217|#x27|#x2019);)(?=s(?!\p{L}))/gu;
const BROKEN_SIGNS = /[\ufffd\u0092Õ]|\?s|&(?:rsquo|lsquo|apos|#)/u;
/** UTF-8 apostrophes and quotation marks read as Windows-1252. */
const BROKEN_MARKS = /â€[\u0098\u0099\u009c\u009d™˜œ\u009d]/gu;
/** Compatibility ideographs beyond the first plane: two units that stand for one. */
const COMPATIBILITY_IDEOGRAPHS = /[\u{2f800}-\u{2fa1f}]/gu;

const unitSet = (units: string) => new Set(Array.from(units, (unit) => unit.charCodeAt(0)));
const OPENERS = unitSet(OPENING_BRACKETS);
const CLOSERS = unitSet(')）]］】〕');
const LINE_FEED = 10;
/** Longest bracketed gloss, in UTF-16 units. */
const LONGEST_GLOSS = 80;

/** UTF-16 offset after the bracket that closes the one at `start`, inner brackets passed over; -1 where none does soon. */
function closingBracket(text: string, start: number): number {
  let depth = 0;
  const last = Math.min(text.length - 1, start + LONGEST_GLOSS);
  for (let i = start; i <= last; i++) {
    const unit = text.charCodeAt(i);
    // Letters and ideographs are passed over at a glance.
    if ((unit > 0x5d && unit < 0x3010) || (unit > 0x3015 && unit < 0xff08)) continue;
    if (OPENERS.has(unit)) depth++;
    else if (CLOSERS.has(unit) && --depth === 0) return i + 1;
    else if (unit === LINE_FEED && text.charCodeAt(i + 1) === LINE_FEED) return -1;
  }
  return -1;
}

const HAS_HAN = /\p{Script=Han}/u;
const HAS_TONES = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/iu;

/** Whether a bracket's content glosses what stands before it: Han or pinyin in English, Latin letters in Chinese. */
function isGloss(content: string, isAfterHan: boolean): boolean {
  if (isAfterHan) return /^[\s"“”‘’']*\p{Script=Latin}[\p{Script=Latin}\p{M}\s,;'’"“”-]*$/u.test(content);
  if (HAS_HAN.test(content) || HAS_TONES.test(content)) return true;
  return /^\p{L}+[ \p{L}'’,;-]* \p{L}+$/u.test(content) && syllablesOf(content.replace(/[;,]/g, ' ')) !== undefined;
}

/** Glosses in brackets after a word, nested ones whole: *four beams (四梁 (siliang)) and eight pillars*, 新质(new quality)生产力. */
function collectGlosses(text: string, edits: Edit[]): void {
  for (const found of text.matchAll(/[(（[［【〔]/gu)) {
    const start = found.index;
    const last = edits[edits.length - 1];
    if (last !== undefined && start < last.end) continue;
    const before = text.slice(Math.max(0, start - 3), start).trimEnd();
    const isAfterHan = HAS_HAN.test(before.slice(-1));
    if (!isAfterHan && !/[\p{Script=Latin}\p{N}”"’']$/u.test(before)) continue;
    const end = closingBracket(text, start);
    if (end < 0 || !isGloss(text.slice(start + 1, end - 1), isAfterHan)) continue;
    const spaces =
      text.slice(Math.max(0, start - 2), start).length - text.slice(Math.max(0, start - 2), start).trimEnd().length;
    edits.push({ start: start - spaces, end, replacement: '' });
  }
}

function collect(text: string, pattern: RegExp, replacement: (found: string) => string, edits: Edit[]): void {
  for (const found of text.matchAll(pattern)) {
    edits.push({ start: found.index, end: found.index + found[0].length, replacement: replacement(found[0]) });
  }
}

/** The second reading of `text`, whose marks are given, or undefined where it would be the same. */
export function alternativeView(text: string, { seen }: Marks = findMarks(text)): View | undefined {
  const edits: Edit[] = [];
  if (seen & LINE_END_HYPHEN) collect(text, LINE_END_HYPHENS, () => '', edits);
  if (seen & BRACKET) collectGlosses(text, edits);
  if (seen & BROKEN_MARK) collect(text, BROKEN_MARKS, () => "'", edits);
  if (seen & BROKEN_SIGN && BROKEN_SIGNS.test(text)) collect(text, BROKEN_APOSTROPHES, () => "'", edits);
  if (seen & COMPATIBILITY_IDEOGRAPH) {
    collect(text, COMPATIBILITY_IDEOGRAPHS, (found) => found.normalize('NFKC'), edits);
  }
  if (seen & LIGATURE) collect(text, LIGATURES, (found) => expansionOf.get(found.charCodeAt(0)) ?? found, edits);
  if (edits.length === 0) return undefined;
  return applyEdits(
    text,
    edits.sort((a, b) => a.start - b.start),
  );
}

function applyEdits(text: string, edits: readonly Edit[]): View {
  const parts: string[] = [];
  /** Where each kept or replaced piece begins in the view and lies in the original. */
  const pieces: { view: number; start: number; end: number; isReplaced: boolean }[] = [];
  let length = 0;
  let at = 0;
  const add = (piece: string, start: number, end: number, isReplaced: boolean) => {
    if (piece === '') return;
    pieces.push({ view: length, start, end, isReplaced });
    parts.push(piece);
    length += piece.length;
  };
  for (const edit of edits) {
    if (edit.start < at) continue;
    add(text.slice(at, edit.start), at, edit.start, false);
    add(edit.replacement, edit.start, edit.end, true);
    at = edit.end;
  }
  add(text.slice(at), at, text.length, false);
  const pieceAt = (offset: number) => {
    let low = 0;
    let high = pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((pieces[middle]?.view ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return pieces[low];
  };
  return {
    text: parts.join(''),
    startOf(offset) {
      const piece = offset < length ? pieceAt(offset) : undefined;
      if (piece === undefined) return text.length;
      return piece.isReplaced ? piece.start : piece.start + offset - piece.view;
    },
    endOf(offset) {
      const piece = offset > 0 ? pieceAt(offset - 1) : undefined;
      if (piece === undefined) return 0;
      return piece.isReplaced ? piece.end : piece.start + offset - piece.view;
    },
  };
}
