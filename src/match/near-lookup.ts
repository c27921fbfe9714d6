/** Looks words and bags of words up in a {@link NearSet}. */
import { FOLDED } from '../text/fold.ts';
import { edgeKey, type NearSet } from './near-set.ts';
import { bitmapPlace, bitmapShift, bloomBits, bloomWord, keyOf } from './pattern-set.ts';

/** The word of a hash, or -1. */
export function wordOf(set: NearSet, hash: number): number {
  const bit = bitmapPlace(hash, bitmapShift(set.wordBits));
  if ((((set.wordBits[bit >>> 5] as number) >>> bit) & 1) === 0) return -1;
  const mask = set.wordPlaces.length - 1;
  for (let place = keyOf(hash) & mask; set.wordPlaces[place] !== 0; place = (place + 1) & mask) {
    const word = (set.wordPlaces[place] as number) - 1;
    if (set.wordHash[word] === hash) return word;
  }
  return -1;
}

/** Whether the text from `start` to `end` is the word, letter by letter. */
export function isWritten(set: NearSet, word: number, text: string, start: number, end: number): boolean {
  let unit = set.wordStart[word] as number;
  for (let i = start; i < end; i++) {
    const folded = FOLDED[text.charCodeAt(i)] as number;
    if (folded !== 0 && set.wordUnits[unit++] !== folded) return false;
  }
  return unit === set.wordStart[word + 1];
}

/** The bucket of phrases filed under a key, or -1. */
export function bucketOf(set: NearSet, key: number): number {
  const bits = bloomBits(key);
  if (((set.bagFilter[bloomWord(key, set.bagFilter.length)] as number) & bits) !== bits) return -1;
  const mask = set.bagKeys.length - 1;
  for (let place = key & mask; set.bagBuckets[place] !== 0; place = (place + 1) & mask) {
    if (set.bagKeys[place] === key) return (set.bagBuckets[place] as number) - 1;
  }
  return -1;
}

/** Whether some phrase that may be parted begins and ends with words of these families' senses. */
export function mayBeParted(set: NearSet, first: number, last: number): boolean {
  const key = edgeKey(set.familySense[first] as number, set.familySense[last] as number);
  return (~(set.edges[bloomWord(key, set.edges.length)] as number) & bloomBits(key)) === 0;
}
