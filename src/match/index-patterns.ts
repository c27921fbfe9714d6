/**
 * Indexes patterns by their beginnings: a trie whose nodes lie in one hash table. A pattern is filed under as many of its first words as
 * can be combined in few ways (all of them in Chinese, two or three in English, where every word has its inflections), so that few patterns
 * are left to compare. Filters over first words and first pairs say for most places in a text, without a look at the table, that nothing
 * begins there.
 */
import { narrow } from './indices.ts';
import { bloomBits, bloomWord, extendBeginning, keyOf, LONGER, type PatternSet } from './pattern-set.ts';

/** Most combinations of first words that a pattern is filed under, beyond its first two. */
const MOST_COMBINATIONS = 8;
/** Most words of a beginning. */
const LONGEST_BEGINNING = 8;
/** Bits of a Bloom filter per key; with two bits set per key about one test in thirty passes by chance. */
const BITS_PER_KEY = 12;

type Index = Pick<PatternSet, 'firstWords' | 'firstPairs' | 'keys' | 'nodes' | 'bucketStart' | 'bucketPattern'>;
type Unindexed = Omit<PatternSet, keyof Index>;

function powerOfTwo(atLeast: number): number {
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

/** Hashes of the words that may stand at a place of a pattern. */
function hashesOf(set: Unindexed, place: number): number[] {
  const words = set.slotSet[set.slots[place] as number] as number;
  const hashes: number[] = [];
  for (let member = set.setStart[words] as number; member < (set.setStart[words + 1] as number); member++) {
    hashes.push(set.wordHash[set.setWord[member] as number] as number);
  }
  return hashes;
}

/** What is collected while patterns are filed. */
interface Files {
  patternsByKey: Map<number, number[]>;
  longer: Set<number>;
  words: Set<number>;
  pairs: Set<number>;
}

/** Files one pattern under all combinations of its first words; what is shorter is marked as having longer ones. */
function filePattern(set: Unindexed, pattern: number, files: Files): void {
  const start = set.patternStart[pattern] as number;
  const end = Math.min(set.patternStart[pattern + 1] as number, start + LONGEST_BEGINNING);
  let beginnings = hashesOf(set, start);
  let length = 1;
  for (let place = start + 1; place < end && set.slotSkip[set.slots[place] as number] === 0; place++, length++) {
    const next = hashesOf(set, place);
    if (length >= 2 && beginnings.length * next.length > MOST_COMBINATIONS) break;
    if (length >= 2) for (const beginning of beginnings) files.longer.add(keyOf(beginning));
    beginnings = beginnings.flatMap((beginning) => next.map((hash) => extendBeginning(beginning, hash)));
    if (length === 1) for (const beginning of beginnings) files.pairs.add(keyOf(beginning));
  }
  for (const beginning of beginnings) {
    const key = keyOf(beginning);
    if (length === 1) files.words.add(key);
    const filed = files.patternsByKey.get(key);
    if (filed === undefined) files.patternsByKey.set(key, [pattern]);
    else if (filed[filed.length - 1] !== pattern) filed.push(pattern);
  }
}

/** Files all patterns and builds the filters; see the fields of {@link PatternSet}. */
export function indexPatterns(set: Unindexed): Index {
  const files: Files = { patternsByKey: new Map(), longer: new Set(), words: new Set(), pairs: new Set() };
  for (let pattern = 0; pattern + 1 < set.patternStart.length; pattern++) filePattern(set, pattern, files);
  return { firstWords: bloomFilter(files.words), firstPairs: bloomFilter(files.pairs), ...hashTable(files) };
}

function hashTable({ patternsByKey, longer }: Files): Pick<Index, 'keys' | 'nodes' | 'bucketStart' | 'bucketPattern'> {
  const allKeys = new Set([...patternsByKey.keys(), ...longer]);
  const size = powerOfTwo(allKeys.size * 1.5);
  const keys = new Int32Array(size);
  const nodes = new Uint32Array(size);
  const bucketIds = new Map<string, number>();
  const bucketStart = [0];
  const bucketPattern: number[] = [];
  const bucketOf = (patterns: readonly number[]): number => {
    const content = patterns.join(',');
    const known = bucketIds.get(content);
    if (known !== undefined) return known;
    bucketPattern.push(...patterns);
    bucketStart.push(bucketPattern.length);
    bucketIds.set(content, bucketIds.size);
    return bucketIds.size - 1;
  };
  for (const key of allKeys) {
    const patterns = patternsByKey.get(key);
    let place = key & (size - 1);
    while (nodes[place] !== 0) place = (place + 1) & (size - 1);
    keys[place] = key;
    nodes[place] = (patterns === undefined ? 0 : 2 * (bucketOf(patterns) + 1)) | (longer.has(key) ? LONGER : 0);
  }
  return { keys, nodes: narrow(nodes), bucketStart: narrow(bucketStart), bucketPattern: narrow(bucketPattern) };
}
