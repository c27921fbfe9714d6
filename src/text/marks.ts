/** Finds, in one pass over a text, the marks at which a sentence may end, and those that a second reading of the text may mend. */
import { EXPANSIONS } from './fold.ts';

/** Bits of marks that {@link findMarks} tells of. */
export const BRACKET = 1;
/** What a Windows-1252 reading of an apostrophe begins with. */
export const BROKEN_MARK = 2;
/** What may be an apostrophe that could not be decoded. */
export const BROKEN_SIGN = 4;
export const COMPATIBILITY_IDEOGRAPH = 8;
export const LIGATURE = 16;
/** A hyphen right before a line break. */
export const LINE_END_HYPHEN = 32;
const LINE_BREAK = 64;
const STOP = 128;
const MAY_END = LINE_BREAK | STOP;

const FULL_WIDTH_STOPS = '。！？；｡';
export const OPENING_BRACKETS = '(（[［【〔';

const marks = new Uint8Array(0x10000);
for (const [bit, units] of [
  [BRACKET, OPENING_BRACKETS],
  [BROKEN_MARK, '€'],
  [BROKEN_SIGN, '\ufffd\u0092Õ?&'],
  [COMPATIBILITY_IDEOGRAPH, '\ud87e'],
  [LIGATURE, String.fromCharCode(...EXPANSIONS.map(([unit]) => unit))],
  [LINE_BREAK, '\n\r'],
  [STOP, `${FULL_WIDTH_STOPS}.!?`],
] as const) {
  for (let i = 0; i < units.length; i++) marks[units.charCodeAt(i)] = (marks[units.charCodeAt(i)] as number) | bit;
}

export interface Marks {
  /** Bits of the marks that the text has. */
  seen: number;
  /** UTF-16 offsets of stops and line breaks, ascending. */
  stops: number[];
}

const isHyphen = (unit: number) => unit === 0x2d || unit === 0x2010;

/** The marks of a text. */
export function findMarks(text: string): Marks {
  const stops: number[] = [];
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = marks[text.charCodeAt(i)] as number;
    if (mark === 0) continue;
    seen |= mark;
    if ((mark & MAY_END) === 0) continue;
    stops.push(i);
    if ((mark & LINE_BREAK) !== 0 && isHyphen(text.charCodeAt(i - 1))) seen |= LINE_END_HYPHEN;
  }
  return { seen, stops };
}
