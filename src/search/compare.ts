/** How well one key of an entry answers a query, from 0 to 1000. Whole keys beat parts, parts beat scattered words. */

import { type Syllable, tonesAgree } from '../text/pinyin.ts';
import { bigrams } from './han.ts';
import type { ChineseKey, EnglishKey, PinyinKey } from './keys.ts';
import { isMisspelling } from './typos.ts';

/**
 * Compares English. `likeness` gives, for each typed word, how like it each word of the vocabulary is (`likeness.ts`). A key
 * scores by the share of the typed words that it has, of its words that were typed, and by their order.
 */
export function compareWords(likeness: readonly Float32Array[], { words, worth }: EnglishKey): number {
  if (likeness.length === 0) return 0;
  let taken = 0;
  let sum = 0;
  let inOrder = 0;
  let previous = -1;
  // A key of more than 31 words is compared by its first ones.
  let free = -1;
  for (const like of likeness) {
    let best = 0;
    let bestAt = -1;
    for (let i = 0; i < words.length && i < 31; i++) {
      const likely = like[words[i] as number] as number;
      if (likely === 0 || !(free & (1 << i))) continue;
      if (likely > best || (likely === best && i === previous + 1)) {
        best = likely;
        bestAt = i;
      }
    }
    if (bestAt < 0) continue;
    if (taken === 0 || bestAt === previous + 1) inOrder++;
    free &= ~(1 << bestAt);
    taken++;
    sum += best;
    previous = bestAt;
  }
  if (taken === 0) return 0;
  const typedShare = sum / likeness.length;
  const keyShare = taken / words.length;
  const order = inOrder / likeness.length;
  if (taken === likeness.length) {
    if (keyShare === 1 && order === 1) return worth * (600 + 400 * typedShare ** 2);
    return worth * (250 + 300 * typedShare ** 2 + 200 * keyShare + 50 * order);
  }
  return typedShare < 0.5 ? 0 : worth * 300 * typedShare * (0.5 + keyShare / 2);
}

/** Compares Chinese: equal, beginning, inside, around, or by shared pairs of characters. */
export function compareHan(typed: string, { han, worth }: ChineseKey): number {
  if (typed === '') return 0;
  if (typed === han) return 1000 * worth;
  const share = Math.min(typed.length, han.length) / Math.max(typed.length, han.length);
  if (han.startsWith(typed)) return worth * (650 + 200 * share);
  if (han.includes(typed)) return worth * (550 + 200 * share);
  if (han.length > 1 && typed.includes(han)) return worth * (450 + 250 * share);
  const pairs = bigrams(typed);
  const shared = pairs.filter((pair) => han.includes(pair)).length / pairs.length;
  return shared < 0.3 ? 0 : worth * 400 * shared * (0.5 + share / 2);
}

/** Syllable of `key` at which each of the words begins, in order; undefined when one is missing. */
function placesOf(words: readonly string[], { syllables, plain }: PinyinKey): number[] | undefined {
  const places: number[] = [];
  let next = 0;
  let syllable = 0;
  let at = 0;
  while (next < words.length && syllable < syllables.length) {
    const word = words[next] as string;
    if (at >= 0 && plain.startsWith(word, at)) {
      places.push(syllable);
      next++;
    }
    at += syllables[syllable]?.plain.length ?? 0;
    syllable++;
  }
  return next === words.length ? places : undefined;
}

/** Letters typed as pinyin. */
export interface TypedPinyin {
  /** Toneless, without spaces. */
  letters: string;
  /** Where the letters can be read as whole syllables. */
  syllables: readonly Syllable[] | undefined;
  /** As they were spaced. */
  words: readonly string[];
}

/** Compares letters with pinyin: whole, its beginning, from some syllable on, word by word, nearly the same. */
export function comparePinyin({ letters, syllables, words }: TypedPinyin, key: PinyinKey): number {
  const share = Math.min(1, letters.length / key.plain.length);
  const [at] = placesOf([letters], key) ?? [];
  if (at !== undefined) {
    const isAgreed = syllables === undefined || tonesAgree(syllables, key.syllables, at);
    const whole = letters.length === key.plain.length ? 960 : (at === 0 ? 620 : 500) + 250 * share;
    return key.worth * (isAgreed ? whole : whole - 60);
  }
  if (words.length > 1 && words.every((word) => word.length > 1) && placesOf(words, key) !== undefined) {
    return key.worth * (400 + 250 * share);
  }
  return syllables !== undefined && letters.length > 4 && isMisspelling(letters, key.plain) ? key.worth * 640 : 0;
}

/** Compares letters with the initials of pinyin; two letters only with two syllables. */
export function compareInitials({ letters }: TypedPinyin, { initials, worth }: PinyinKey): number {
  if (initials === letters) return worth * (initials.length === 2 ? 700 : 900);
  if (letters.length < 3) return 0;
  const share = letters.length / initials.length;
  if (initials.startsWith(letters)) return worth * (520 + 200 * share);
  return initials.includes(letters) ? worth * (350 + 200 * share) : 0;
}
