/** Chinese in queries and in the lexicon, brought to one form: simplified, digits before ideographs as numerals, 两 as 二. */
import { runsOf } from './words.ts';

const DIGITS = '零一二三四五六七八九';

function numeral(value: number): string {
  if (value === 100) return '一百';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const left = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return left + (ones === 0 && tens > 0 ? '' : DIGITS[ones]);
}

export interface HanText {
  /** The ideographs, run by run. */
  runs: string[];
  /** The runs without what stands between them. */
  joined: string;
}

/** The Chinese in a text. Digits directly before or after ideographs are read as numerals: 8项 → 八项. */
export function hanOf(text: string): HanText {
  const withNumerals = text
    .replace(/(?<![\dA-Za-z.])(\d{1,3})(?=\p{Script=Han})/gu, (digits) =>
      Number(digits) <= 100 ? numeral(Number(digits)) : digits,
    )
    .replace(/(?<=\p{Script=Han})(\d{1,2})(?![\dA-Za-z.])/gu, (digits) => numeral(Number(digits)));
  const runs = runsOf(withNumerals).flatMap((run) => (run.isHan ? [run.text.replaceAll('两', '二')] : []));
  return { runs, joined: runs.join('') };
}

/** Neighbouring pairs of characters; the character itself where there is only one. */
export function bigrams(han: string): string[] {
  if (han.length < 2) return han === '' ? [] : [han];
  return Array.from({ length: han.length - 1 }, (_, i) => han.slice(i, i + 2));
}
