/** Whether the words of a text, which are those of a phrase in some order, put the phrase another way or say something else. */
import { COUNTED, HAS_LIST, HAS_PREPOSITION, MAY_REPLACE_PAIR, type NearSet } from './near-set.ts';

export interface Alignment {
  /** Words that a synonym replaces. */
  replaced: number;
  /** `rotated`: what came last comes first, as when a head moves before *of*; `swapped`: two neighbours changed places. */
  order: 'same' | 'rotated' | 'swapped';
  isMoved: boolean;
}

/** Words of the text in the order of the phrase: the offset in the text for each place of the phrase. */
type Order = (place: number) => number;

/** Words of a text that are compared with a phrase. */
export interface Words {
  /** Families of the content words in a row. */
  families: Int32Array;
  /** Index of the first that is compared. */
  from: number;
  /** Words left out: how many, and after how many that are compared; 0 and 0 for none. */
  inserted: number;
  insertedAfter: number;
}

const inOrder: Order = (place) => place;

function replacedIn(set: NearSet, first: number, count: number, words: Words, order: Order) {
  let replaced = 0;
  for (let place = 0; place < count; place++) {
    const listed = set.phraseFamily[first + place] as number;
    const offset = order(place);
    const shift = offset >= words.insertedAfter ? words.inserted : 0;
    const written = words.families[words.from + offset + shift] as number;
    if (listed === written) continue;
    if (set.familySense[listed] !== set.familySense[written]) return -1;
    replaced++;
  }
  return replaced;
}

/**
 * How the words of a text follow those of a phrase: in the same order, rotated, or with two neighbours swapped; undefined for any other
 * order, and for any but the same where words are left out.
 */
export function alignWords(set: NearSet, first: number, count: number, words: Words): Alignment | undefined {
  const same = replacedIn(set, first, count, words, inOrder);
  if (same >= 0) return { replaced: same, order: 'same', isMoved: false };
  if (words.inserted > 0) return undefined;
  for (let shift = 1; shift < count; shift++) {
    const rotated = replacedIn(set, first, count, words, (place) => (place + shift) % count);
    if (rotated >= 0) return { replaced: rotated, order: 'rotated', isMoved: true };
  }
  for (let at = 0; at + 1 < count; at++) {
    const order = (place: number) => (place === at ? at + 1 : place === at + 1 ? at : place);
    const swapped = replacedIn(set, first, count, words, order);
    if (swapped >= 0) return { replaced: swapped, order: 'swapped', isMoved: true };
  }
  return undefined;
}

/** What the text has between the first and the last of the words. */
export interface Between {
  prepositions: number;
  /** Commas count as *and*. */
  conjunctions: number;
  commas: number;
  /** Words that are not the phrase's. */
  inserted: number;
}

/** Content words from which a phrase is told apart by its words alone. */
const TELLING = 3;

/**
 * Whether the frame around the words is still that of the phrase: nothing is joined that was not, a pair turns around only with a
 * preposition (*bastion of struggle*), and of two ordinary words at most one is replaced, or both turned around.
 */
export function fitsFrame(frame: number, count: number, { replaced, order }: Alignment, between: Between): boolean {
  const hasPreposition = (frame & HAS_PREPOSITION) !== 0;
  const hasList = (frame & HAS_LIST) !== 0;
  if (between.conjunctions > (hasList ? count : 0)) return false;
  if (between.prepositions > 2) return false;
  if (between.inserted > 0 && (between.commas > 0 || (replaced > 0 && count <= TELLING))) return false;
  const isLoosePair = count < TELLING && (frame & MAY_REPLACE_PAIR) === 0;
  if (isLoosePair && replaced + (order === 'same' ? 0 : 1) > 1) return false;
  if (replaced === count && count > TELLING) return false;
  if (order === 'same') return hasPreposition || between.prepositions === 0;
  if (order === 'swapped') return hasList || count > TELLING;
  if ((frame & COUNTED) !== 0 && count < TELLING) return false;
  return count >= TELLING || hasPreposition !== between.prepositions > 0;
}
