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

/** Other ways to write a folded number word: digits for a word and a word for digits, cardinal and ordinal apart. */
export function numberVariants(folded: string): string[] {
  const cardinal = CARDINALS.indexOf(folded);
  if (cardinal >= 0) return [String(cardinal)];
  const ordinal = ORDINALS.indexOf(folded);
  if (ordinal >= 0) return [`${ordinal}${ordinalSuffix(ordinal)}`];
  if (/^\d{1,2}$/.test(folded)) return [CARDINALS[Number(folded)]].filter((word) => word !== undefined);
  const digits = /^(\d{1,2})(st|nd|rd|th)$/.exec(folded)?.[1];
  return digits === undefined ? [] : [ORDINALS[Number(digits)]].filter((word) => word !== undefined);
}

/** Digits for a Chinese numeral before a classifier (八项 → 8项), else nothing. */
export function chineseNumberVariants(folded: string, next: string | undefined): string[] {
  const value = folded.length === 1 ? valueByWord.get(folded) : undefined;
  if (value === undefined || value > 10 || next === undefined) return [];
  return '个项大条种类点方面支次'.includes(next) ? [String(value)] : [];
}
