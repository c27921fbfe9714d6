/** The best key of an entry for a query, and why it was found, in the words that a reader sees. */

import { spacedOf } from '../text/pinyin.ts';
import { compareHan, compareInitials, comparePinyin, compareWords } from './compare.ts';
import type { EntryKeys } from './keys.ts';
import { isSlip } from './likeness.ts';
import type { Query } from './query.ts';
import type { IndexFinding } from './term-index.ts';
import { wordsOf } from './words.ts';

export interface Ranked {
  /** From 0 to 1000. */
  score: number;
  /** The key that answered. */
  matched: string;
  /** `pinyin: xin zhi sheng chan li`, `form: …`, `Chinese: …`. */
  why: string;
}

const NONE: Ranked = { score: 0, matched: '', why: '' };

/** What an entry scores that is found by its gloss or definition alone. */
const BY_TEXT = 60;

const better = (a: Ranked, b: Ranked) => (b.score > a.score ? b : a);

/** Whether some word of the key answers only as a misspelling: the reader is told. */
function hasSlip(likeness: readonly Float32Array[], { words }: EntryKeys['english'][number]): boolean {
  return likeness.some((like) => isSlip(Math.max(...words.map((word) => like[word] ?? 0))));
}

function byWords({ likeness }: ReadQuery, { keys }: IndexFinding): Ranked {
  let best: { score: number; key: EntryKeys['english'][number] | undefined } = { score: 0, key: undefined };
  for (const key of keys.english) {
    const score = compareWords(likeness, key);
    if (score > best.score) best = { score, key };
  }
  const { score, key } = best;
  if (key === undefined) return NONE;
  return { score, matched: key.text, why: `${hasSlip(likeness, key) ? 'similar spelling' : key.kind}: ${key.text}` };
}

/** Entries whose gloss or definition has all the words, spelt as typed. */
function byText({ words }: Query, { keys }: IndexFinding): Ranked {
  const texts = new Set(wordsOf(keys.text).map(({ stem }) => stem));
  if (words.length === 0 || !words.every(({ stem }) => texts.has(stem))) return NONE;
  return { score: BY_TEXT, matched: keys.text.slice(0, 200), why: 'text: gloss or definition' };
}

function byPinyin({ pinyin }: Query, { keys }: IndexFinding): Ranked {
  if (pinyin === undefined) return NONE;
  return keys.pinyin.reduce((best, key) => {
    const characters = /\p{Script=Han}/u.test(key.text) ? ` (${key.text})` : '';
    const sound = comparePinyin(pinyin, key);
    const initials = compareInitials(pinyin, key);
    if (Math.max(sound, initials) <= best.score) return best;
    return initials > sound
      ? { score: initials, matched: key.text, why: `pinyin initials: ${key.initials}${characters}` }
      : { score: sound, matched: key.text, why: `pinyin: ${spacedOf(key.syllables)}${characters}` };
  }, NONE);
}

function byHan({ han }: Query, { keys }: IndexFinding): Ranked {
  return keys.chinese.reduce((best, key) => {
    const whole = compareHan(han.joined, key);
    const runs = han.runs.length < 2 ? 0 : han.runs.reduce((sum, run) => sum + compareHan(run, key), 0);
    const score = Math.max(whole, (0.9 * runs) / Math.max(1, han.runs.length));
    return better(best, { score, matched: key.text, why: `${key.kind}: ${key.text}` });
  }, NONE);
}

/** A query with the likeness of its words to those of the lexicon. */
export interface ReadQuery extends Query {
  likeness: readonly Float32Array[];
}

/** How well an entry answers; a query in two scripts is answered by both. */
export function rank(query: ReadQuery, found: IndexFinding): Ranked {
  const hasLatin = query.words.length > 0;
  let latin = hasLatin ? better(byWords(query, found), byPinyin(query, found)) : NONE;
  if (hasLatin && latin.score < BY_TEXT) latin = better(latin, byText(query, found));
  if (query.han.joined === '') return latin;
  const han = byHan(query, found);
  if (!hasLatin) return han;
  return { ...better(latin, han), score: (latin.score + han.score) / 2 };
}
