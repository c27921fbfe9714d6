/**
 * What may stand between two tokens of one phrase. A form allows at each gap the {@link JOINERS} and whatever its own text has there.
 */
import { IGNORED, UNIT_CLASS } from './fold.ts';

export const SPACE = 1;
export const LINE_BREAK = 2;
export const HYPHEN = 4;
export const QUOTE = 8;
export const COMMA = 16;
export const STOP = 32;
export const SLASH = 64;
export const DASH = 128;
export const BRACKET = 256;
export const COLON = 512;
export const AMPERSAND = 1024;
export const OTHER = 2048;
/** A blank line: never inside a phrase. */
export const PARAGRAPH = 4096;

/** Allowed in every gap: spaces, one line break, hyphens, quotation and emphasis marks. */
export const JOINERS = SPACE | LINE_BREAK | HYPHEN | QUOTE;
/** Longest gap inside a phrase, in UTF-16 units; bounds the work on runs of separators. */
export const LONGEST_GAP = 48;

const MARKS: readonly (readonly [number, string])[] = [
  [SPACE, ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'],
  [LINE_BREAK, '\n\r\u000b\u000c\u0085\u2028\u2029'],
  [HYPHEN, '-\u2010\u2011\u2012\u2013\u2212\uff0d\ufe63·・•‧'],
  [QUOTE, '"“”„‟«»‹›「」『』〈〉《》〝〞＂＊*_'],
  [COMMA, ',，、､;；'],
  [STOP, '.．。｡'],
  [SLASH, '/／\\'],
  [DASH, '—―─'],
  [BRACKET, '()（）[]［］【】〔〕'],
  [COLON, ':：'],
  [AMPERSAND, '&＆'],
];

/** Ignored units (apostrophes, soft hyphens, marks of direction) are of no kind: they may stand anywhere. */
const KIND = new Uint16Array(UNIT_CLASS.length);
for (let unit = 0; unit < KIND.length; unit++) KIND[unit] = UNIT_CLASS[unit] === IGNORED ? 0 : OTHER;
for (const [kind, units] of MARKS) {
  for (let i = 0; i < units.length; i++) KIND[units.charCodeAt(i)] = kind;
}

/** The kind of one separator unit: one of the bits above. */
export function separatorKind(unit: number): number {
  return KIND[unit] as number;
}

/**
 * Bits of all kinds of separators in `text` from `start` to `end` (UTF-16 offsets). {@link PARAGRAPH} is set for a second line
 * break, {@link OTHER} for a gap over {@link LONGEST_GAP} units.
 */
export function gapKinds(text: string, start: number, end: number): number {
  if (end - start > LONGEST_GAP) return OTHER | PARAGRAPH;
  let kinds = 0;
  let lineBreaks = 0;
  for (let i = start; i < end; i++) {
    const kind = KIND[text.charCodeAt(i)] as number;
    if (kind === LINE_BREAK && !(text.charCodeAt(i) === 10 && i > start && text.charCodeAt(i - 1) === 13)) lineBreaks++;
    kinds |= kind;
  }
  return lineBreaks > 1 ? kinds | PARAGRAPH : kinds;
}
