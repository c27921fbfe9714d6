/**
 * How a UTF-16 unit is classed and folded before it is compared: the one normalisation for forms and texts.
 * Folding maps one unit to one unit (case, width, Latin diacritics, compatibility and radical code points, traditional to
 * simplified characters), so that offsets never move. What would need several units is listed in {@link EXPANSIONS}.
 */
import { CLASS_RUNS, FOLDED_UNITS } from './fold-data.ts';

export { EXPANSIONS } from './fold-data.ts';

/** Spaces, punctuation, symbols. */
export const SEPARATOR = 0;
/** Letters and digits; consecutive ones make one token. */
export const WORD = 1;
/** Apostrophes, combining marks, soft hyphens and other invisible format characters: part of the token they stand in. */
export const IGNORED = 2;
/** Han ideographs, plus signs and surrogates: each makes a token of its own. */
export const IDEOGRAPH = 3;

const CLASS_OF_LETTER: Record<string, number> = { s: SEPARATOR, w: WORD, i: IGNORED, h: IDEOGRAPH };

function readClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  let start = 0;
  for (const run of CLASS_RUNS.split(' ')) {
    start += Number.parseInt(run.slice(0, -1), 36);
    classes.fill(CLASS_OF_LETTER[run.slice(-1)] ?? SEPARATOR, start);
  }
  return classes;
}

function readFolds(classes: Uint8Array): Uint16Array {
  const folded = new Uint16Array(0x10000);
  for (let unit = 0; unit < folded.length; unit++) {
    const unitClass = classes[unit];
    if (unitClass === WORD || unitClass === IDEOGRAPH) folded[unit] = unit;
  }
  let unit = 0;
  for (const pair of FOLDED_UNITS.split(' ')) {
    const comma = pair.indexOf(',');
    unit += Number.parseInt(pair.slice(0, comma), 36);
    folded[unit] = unit + Number.parseInt(pair.slice(comma + 1), 36);
  }
  return folded;
}

/** Class of each UTF-16 unit: {@link SEPARATOR}, {@link WORD}, {@link IGNORED} or {@link IDEOGRAPH}. */
export const UNIT_CLASS: Uint8Array = readClasses();

/** What each UTF-16 unit is compared as; 0 for separators and ignored units. */
export const FOLDED: Uint16Array = readFolds(UNIT_CLASS);

/** Bits of {@link PACKED_UNITS} above the folded unit; that of words is the sign, so that a shift makes a mask of it. */
export const WORD_BIT = 31;
export const IGNORED_BIT = 30;
export const IDEOGRAPH_BIT = 29;
/** Set beside {@link IDEOGRAPH_BIT} for real ideographs, not for plus signs and surrogates. */
export const HAN_BIT = 28;

/** The folded units of a piece of text, ignored units and separators left out. */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = FOLDED[text.charCodeAt(i)];
    if (unit) folded += String.fromCharCode(unit);
  }
  return folded;
}

const PLUS_SIGN = 0x2b;

export function isPlusSign(unit: number): boolean {
  return FOLDED[unit] === PLUS_SIGN;
}

/** Whether the unit is a Han ideograph (plus signs and surrogates are classed with them, but are not). */
export function isHanUnit(unit: number): boolean {
  return UNIT_CLASS[unit] === IDEOGRAPH && (unit < 0xd800 || unit > 0xdfff) && !isPlusSign(unit);
}

function packUnits(): Int32Array {
  const bits = [0, 1 << WORD_BIT, 1 << IGNORED_BIT, 1 << IDEOGRAPH_BIT];
  const packed = new Int32Array(UNIT_CLASS.length);
  for (let unit = 0; unit < packed.length; unit++) {
    const han = isHanUnit(unit) ? 1 << HAN_BIT : 0;
    packed[unit] = (bits[UNIT_CLASS[unit] as number] as number) | han | (FOLDED[unit] as number);
  }
  return packed;
}

/** For the passes over whole texts: what a unit is folded to in the low 16 bits, and bits that say its class (none for separators). */
export const PACKED_UNITS: Int32Array = packUnits();
