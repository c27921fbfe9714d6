/**
 * A second reading of a text, for what one unit cannot be folded to: line-end hyphens joined, a bracketed Chinese or pinyin gloss
 * inside English left out, ligatures written out, apostrophes mended that a wrong decoding broke. The first reading is the text itself;
 * both are searched, so that no edit can lose anything.
 */
import { EXPANSIONS, IDEOGRAPH_BIT, WORD_BIT } from './fold.ts';

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

const LINE_END_HYPHEN = /(?<=\p{Ll})[-\u2010]\r?\n[ \t]*(?=\p{Ll})/gu;
/** A bracket of at most 60 units after a Latin word and before another, holding Han or pinyin with tone marks. */
const BRACKETED_GLOSS =
  /(?<=[\p{Script=Latin}\p{N}”"’]) {0,2}[(（[［](?=[^()（）[\]［］\n]{0,60}[\p{Script=Han}āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[^()（）[\]［］]{1,60}[)）\]］]/gu;
/** UTF-8 apostrophes and quotation marks read as Windows-1252. */
const BROKEN_MARKS = /â€[\u0098\u0099\u009c\u009d™˜œ\u009d]/gu;

function collect(text: string, pattern: RegExp, replacement: (found: string) => string, edits: Edit[]): void {
  for (const found of text.matchAll(pattern)) {
    edits.push({ start: found.index, end: found.index + found[0].length, replacement: replacement(found[0]) });
  }
}

const hasHyphenedLineEnd = (text: string) =>
  text.includes('-\n') || text.includes('-\r') || text.includes('\u2010\n') || text.includes('\u2010\r');

/**
 * The second reading of `text`, or undefined where it would be the same. `classes` are the unit classes that the tokenizer saw
 * (bits of `PACKED_UNITS`): they spare most texts a search.
 */
export function alternativeView(text: string, classes: number): View | undefined {
  const edits: Edit[] = [];
  if (hasHyphenedLineEnd(text)) collect(text, LINE_END_HYPHEN, () => '', edits);
  const isMixed = ((classes >> IDEOGRAPH_BIT) & (classes >> WORD_BIT) & 1) !== 0;
  if (isMixed || /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u.test(text)) collect(text, BRACKETED_GLOSS, () => '', edits);
  if (text.includes('â€')) collect(text, BROKEN_MARKS, () => "'", edits);
  collect(text, LIGATURES, (found) => expansionOf.get(found.charCodeAt(0)) ?? found, edits);
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
