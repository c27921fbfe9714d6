/** Number words and the digits they may be written with. */

const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const CHINESE = '零一二三四五六七八九十';

const valueByWord = new Map<string, number>([
  ...CARDINALS.map((word, value) => [word, value] as const),
  ...[...CHINESE].map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
  ['两', 2],
  ['百', 100],
  ['千', 1000],
  ['hundred', 100],
]);

/** The value of a folded number word or digit string (`four`, `4`, `四`), or undefined. */
export function numberValue(folded: string): number | undefined {
  return /^\d{1,4}$/.test(folded) ? Number(folded) : valueByWord.get(folded);
}

/** Whether a number that stands right before another belongs to it: twenty-four, 十三. */
export function isNumberPart(folded: string): boolean {
  return valueByWord.has(folded) || /^\d+$/.test(folded);
}

function ordinalSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The Roman numeral of a value from 2 to 39, folded; nothing where it would be a single letter. */
function romanNumeral(value: number): string[] {
  let rest = value;
  let roman = '';
  for (const [size, letters] of ROMAN) {
    for (; rest >= size; rest -= size) roman += letters;
  }
  return roman.length > 1 && value < 40 ? [roman] : [];
}

/** The value of a folded ordinal (`third`, `3rd`), or undefined. */
function ordinalValue(folded: string): number | undefined {
  const value = ORDINALS.indexOf(folded);
  if (value >= 0) return value;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(folded)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Other ways to write a folded number word: digits and Roman numerals for a word and words for digits, cardinal and ordinal apart
 * (*XX Congress* stands for the twentieth).
 */
export function numberVariants(folded: string): string[] {
  const ordinal = ordinalValue(folded);
  const cardinal = /^\d{1,2}$/.test(folded) ? Number(folded) : CARDINALS.indexOf(folded);
  const value = ordinal ?? cardinal;
  if (value < 0) return [];
  const written =
    ordinal === undefined ? [CARDINALS[value], String(value)] : [ORDINALS[value], `${value}${ordinalSuffix(value)}`];
  return [...written, ...romanNumeral(value)].filter((word) => word !== undefined && word !== folded) as string[];
}

/** A number of two words (`twenty`, `first`) as digits, or undefined: twenty-first is also written 21st. */
export function compoundDigits(tens: string, ones: string): string | undefined {
  const base = TENS.indexOf(tens);
  const ordinal = ORDINALS.indexOf(ones);
  const cardinal = CARDINALS.indexOf(ones);
  if (base < 0 || (ordinal < 1 && cardinal < 1) || Math.max(ordinal, cardinal) > 9) return undefined;
  const value = 20 + 10 * base + Math.max(ordinal, cardinal);
  return ordinal > 0 ? `${value}${ordinalSuffix(value)}` : String(value);
}

/** Digits for a Chinese numeral before a classifier (八项 → 8项), else nothing. */
export function chineseNumberVariants(folded: string, next: string | undefined): string[] {
  const value = folded.length === 1 ? valueByWord.get(folded) : undefined;
  if (value === undefined || value > 10 || next === undefined) return [];
  return '个项大条种类点方面支次'.includes(next) ? [String(value)] : [];
}
