/** A query as it was typed, read in every way that it can be meant: English, Chinese, pinyin, initials. */

import { plainOf, syllablesOf } from '../text/pinyin.ts';
import type { TypedPinyin } from './compare.ts';
import { type HanText, hanOf } from './han.ts';
import { runsOf, type SearchWord, wordsOf } from './words.ts';

export interface Query {
  /** What was typed outside Chinese, as English. */
  words: SearchWord[];
  han: HanText;
  /** What was typed outside Chinese, as pinyin or initials; undefined where it can be neither. */
  pinyin: TypedPinyin | undefined;
}

/** Longest query that is read; what follows is not looked up. In UTF-16 units. */
export const LONGEST_QUERY = 200;

function pinyinOf(text: string): TypedPinyin | undefined {
  const spaced = text.split(/\s+/).filter((word) => word !== '');
  const read = spaced.map((word) => syllablesOf(word));
  const syllables = read.every((word) => word !== undefined) ? read.flat() : undefined;
  const words = spaced.map((word, i) => {
    const known = read[i];
    return known === undefined
      ? runsOf(word)
          .map((run) => run.text)
          .join('')
      : plainOf(known);
  });
  const letters = words.join('');
  return letters.length < 2 || !/^[a-z0-9]+$/.test(letters) ? undefined : { letters, syllables, words };
}

/** Reads a query; never throws. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST_QUERY).normalize('NFKC');
  const latin = text.replace(/\p{Script=Han}+/gu, ' ');
  const han = hanOf(text);
  // A digit that belongs to Chinese (8项) is no English word.
  const english = han.joined === '' ? latin : latin.replace(/(?<![A-Za-z.])\d+(?![A-Za-z.])/g, ' ');
  return { words: wordsOf(english), han, pinyin: pinyinOf(english) };
}
