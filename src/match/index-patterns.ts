/**
 * Indexes patterns by their first words: three where these can be combined in few ways (Chinese always), else two, else one.
 * The filters say for most places in a text, without a look at the table, that nothing begins there.
 */
import { bloomBits, bloomWord, keyOfOne, keyOfThree, keyOfTwo, type PatternSet } from './pattern-set.ts';

/** Most combinations of three first words for which a pattern is filed under all three. */
const MOST_TRIPLES = 24;
/** Bits of a Bloom filter per key; with two bits set per key about one test in thirty passes by chance. */
const BITS_PER_KEY = 12;

type Unindexed = Omit<PatternSet, 'firstWords' | 'firstPairs' | 'keys' | 'buckets' | 'bucketStart' | 'bucketPattern'>;

function powerOfTwo(atLeast: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(atLeast, 1)));
}

function bloomFilter(keys: ReadonlySet<number>): Uint32Array {
  const filter = new Uint32Array(powerOfTwo((keys.size * BITS_PER_KEY) / 32));
  for (const key of keys) {
    const word = bloomWord(key, filter.length);
    filter[word] = (filter[word] as number) | bloomBits(key);
  }
  return filter;
}

/** Hashes of the words that may fill each of the first slots, as far as these follow each other without a gap, three at most. */
function firstHashes(set: Unindexed, pattern: number): number[][] {
  const hashes: number[][] = [];
  const end = set.patternStart[pattern + 1] as number;
  for (let slot = set.patternStart[pattern] as number; slot < end && hashes.length < 3; slot++) {
    if (hashes.length > 0 && (set.slotSkip[slot] as number) > 0) break;
    const words = set.slotSet[slot] as number;
    const members = set.setWord.subarray(set.setStart[words], set.setStart[words + 1]);
    hashes.push(Array.from(members, (word) => set.wordHash[word] as number));
  }
  return hashes;
}

/** Files each pattern and builds the filters; see the fields of {@link PatternSet}. */
export function indexPatterns(
  set: Unindexed,
): Pick<PatternSet, 'firstWords' | 'firstPairs' | 'keys' | 'buckets' | 'bucketStart' | 'bucketPattern'> {
  const patternsByKey = new Map<number, number[]>();
  const words = new Set<number>();
  const pairs = new Set<number>();
  const file = (key: number, pattern: number) => {
    const filed = patternsByKey.get(key);
    if (filed === undefined) patternsByKey.set(key, [pattern]);
    else if (filed[filed.length - 1] !== pattern) filed.push(pattern);
  };
  for (let pattern = 0; pattern + 1 < set.patternStart.length; pattern++) {
    const [first = [], second, third] = firstHashes(set, pattern);
    const useThree = second && third && first.length * second.length * third.length <= MOST_TRIPLES;
    for (const a of first) {
      if (second === undefined) {
        words.add(keyOfOne(a));
        file(keyOfOne(a), pattern);
        continue;
      }
      for (const b of second) {
        pairs.add(keyOfTwo(a, b));
        if (!useThree) file(keyOfTwo(a, b), pattern);
        else for (const c of third) file(keyOfThree(a, b, c), pattern);
      }
    }
  }
  return { firstWords: bloomFilter(words), firstPairs: bloomFilter(pairs), ...hashTable(patternsByKey) };
}

function hashTable(
  patternsByKey: ReadonlyMap<number, number[]>,
): Pick<PatternSet, 'keys' | 'buckets' | 'bucketStart' | 'bucketPattern'> {
  const size = powerOfTwo(patternsByKey.size * 2);
  const keys = new Int32Array(size);
  const buckets = new Uint32Array(size);
  const bucketIds = new Map<string, number>();
  const bucketStart = [0];
  const bucketPattern: number[] = [];
  for (const [key, patterns] of patternsByKey) {
    const content = patterns.join(',');
    let bucket = bucketIds.get(content);
    if (bucket === undefined) {
      bucket = bucketIds.size;
      bucketIds.set(content, bucket);
      bucketPattern.push(...patterns);
      bucketStart.push(bucketPattern.length);
    }
    let place = key & (size - 1);
    while (buckets[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    buckets[place] = bucket + 1;
  }
  return { keys, buckets, bucketStart: Uint32Array.from(bucketStart), bucketPattern: Uint32Array.from(bucketPattern) };
}
