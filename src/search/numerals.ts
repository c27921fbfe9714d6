/** Numbered slogans: entries whose Chinese begins with a numeral, as *Two …* and *Four …* do. */
import type { LexiconEntry } from '../lexicon/lexicon.ts';

const DIGITS = '〇一二三四五六七八九';

/** 二, 十, 十四, 三十二; undefined for what is no numeral up to 99, as 三三. */
function readNumeral(numeral: string): number | undefined {
  const parts = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(numeral);
  if (parts === null) return undefined;
  const [, tens = '', ten = '', ones = ''] = parts;
  if (ten === '' && tens !== '' && ones !== '') return undefined;
  const value =
    (ten === '' ? 0 : 10 * (tens === '' ? 1 : DIGITS.indexOf(tens))) + (ones === '' ? 0 : DIGITS.indexOf(ones));
  return ten === '' && tens !== '' ? DIGITS.indexOf(tens) : value;
}

/** The number that an entry's Chinese begins with, where it begins with one. */
export function numeralOf({ zh }: LexiconEntry): number | undefined {
  const written = /^[两一二三四五六七八九十]+/u.exec(zh?.hans.replace(/^[“‘「]/u, '') ?? '')?.[0];
  return written === undefined ? undefined : readNumeral(written.replaceAll('两', '二'));
}
