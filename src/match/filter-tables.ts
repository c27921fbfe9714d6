/** Makes the bitmaps and Bloom filters that say of most places in a text that nothing begins there. Their sizes are powers of two. */
import { bitmapPlace, bitmapShift, bloomBits, bloomWord } from './pattern-set.ts';

/** Bits of a Bloom filter per key; with two bits set per key about one test in thirty passes by chance. */
const BITS_PER_KEY = 12;
/** Bits of a bitmap per beginning. */
const BITS_PER_BEGINNING = 8;

/** The least power of two that is no less. */
export function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(atLeast, 1)));
}

/** A filter that passes these keys, and few others. */
export function bloomFilter(keys: ReadonlySet<number>): Uint32Array {
  const filter = new Uint32Array(powerOfTwo((keys.size * BITS_PER_KEY) / 32));
  for (const key of keys) {
    const word = bloomWord(key, filter.length);
    filter[word] = (filter[word] as number) | bloomBits(key);
  }
  return filter;
}

/** A bit for each of these beginnings; others share it one time in eight at most. */
export function bitmap(beginnings: ReadonlySet<number>): Uint32Array {
  const bits = new Uint32Array(powerOfTwo((beginnings.size * BITS_PER_BEGINNING) / 32));
  const shift = bitmapShift(bits);
  for (const beginning of beginnings) {
    const place = bitmapPlace(beginning, shift);
    bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << place);
  }
  return bits;
}
