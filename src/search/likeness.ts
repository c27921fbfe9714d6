/** How like a typed word each word of the lexicon's English is: equal, one stem, its beginning, misspelt. */
import { isMisspelling, lettersMask } from './typos.ts';
import type { SearchWord, Vocabulary } from './words.ts';

const SAME_STEM = 0.99;
const PREFIX = 0.8;
const MISSPELT = 0.7;

/** Likeness of one typed word to each word of the vocabulary, by number. */
export interface Likeness {
  of: Float32Array;
  /** The words that it may be a misspelling of; looked for only where the vocabulary lacks the word itself. */
  slips: string[];
}

export function likenessTo(vocabulary: Vocabulary, typed: SearchWord): Likeness {
  const { words } = vocabulary;
  const of = new Float32Array(words.length);
  const slips: string[] = [];
  const isNumber = /^\d/.test(typed.raw);
  let isKnown = isNumber;
  words.forEach((word, id) => {
    if (word.raw === typed.raw) of[id] = 1;
    else if (word.stem === typed.stem) of[id] = SAME_STEM;
    else if (!isNumber && word.raw.startsWith(typed.raw)) of[id] = PREFIX;
    isKnown ||= (of[id] as number) > PREFIX + 0.01;
  });
  if (isKnown) return { of, slips };
  const mask = lettersMask(typed.raw);
  words.forEach((word, id) => {
    if (of[id] !== 0 || !isMisspelling(typed.raw, word.raw, mask, vocabulary.masks[id])) return;
    of[id] = MISSPELT;
    slips.push(word.raw);
  });
  return { of, slips };
}

/** Whether a likeness is that of a word taken for misspelt. */
export const isSlip = (likeness: number) => likeness > 0 && likeness < PREFIX - 0.05;
