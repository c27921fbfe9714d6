/**
 * Indexes patterns by their beginnings. A pattern is filed under its first two or three words (two where three can be combined in too many
 * ways: in English every word has its inflections), and under more where many patterns begin with the same ones, so that few are left to compare.
 * Filters over first words, first pairs and what is filed say for most places in a text, without a look at the table, that nothing begins there.
 */
import { bitmap, bloomFilter, powerOfTwo } from './filter-tables.ts';
import { narrow } from './indices.ts';
import {
  displacedBit,
  extendBeginning,
  IDEOGRAPHS,
  keyOf,
  LONGER,
  MEMBER_SIZE,
  NODE_SIZE,
  nextBit,
  type PatternSet,
  SLOT_HEAD,
  SLOT_STEP,
  skippedIn,
  TELLING_BEGINNING,
  wordsIn,
} from './pattern-set.ts';

/** Most combinations of its first words under which a pattern is filed, unless others share its first two. */
const MOST_COMBINATIONS = 4;
/** Most words of a beginning. */
const LONGEST_BEGINNING = 8;
/** Patterns that may share a beginning of {@link TELLING_BEGINNING} words before they are parted by the word that follows. */
const FULL_BUCKET = 4;
/** Patterns that may share their first two words before those are filed under three that have many combinations of them. */
const CROWDED_PAIR = 24;

type Index = Pick<PatternSet, 'firstWords' | 'firstPairs' | 'filed' | 'beginnings' | 'bucketStart' | 'bucketPattern'>;
type Unindexed = Omit<PatternSet, keyof Index>;

const isOfIdeographs = ({ patternFlags }: Unindexed, pattern: number) =>
  ((patternFlags[pattern] as number) & IDEOGRAPHS) !== 0;

const slotAt = ({ places }: Unindexed, place: number) => SLOT_STEP * (places[place] as number);

/** Whether words may be skipped before a place of a pattern. */
function hasGap(set: Unindexed, pattern: number, place: number): boolean {
  return !isOfIdeographs(set, pattern) && skippedIn(set.slots[slotAt(set, place) + 1] as number) !== 0;
}

/** Hashes of the words that may stand at a place of a pattern. */
function hashesOf(set: Unindexed, pattern: number, place: number): number[] {
  // The hash of an ideograph is the ideograph.
  if (isOfIdeographs(set, pattern)) return [set.places[place] as number];
  const slot = slotAt(set, place);
  const first = slot + SLOT_HEAD;
  const count = wordsIn(set.slots[slot + 1] as number);
  return Array.from({ length: count }, (_, i) => set.slots[first + MEMBER_SIZE * i] as number);
}

/**
 * How many first words of a pattern a beginning may have: no gap of words stands among them, and beyond {@link TELLING_BEGINNING} they combine
 * in few ways.
 */
function wordsToFile(set: Unindexed, pattern: number): number {
  const start = set.patternStart[pattern] as number;
  const end = Math.min(set.patternStart[pattern + 1] as number, start + LONGEST_BEGINNING);
  let combinations = 1;
  for (let place = start; place < end; place++) {
    combinations *= hashesOf(set, pattern, place).length;
    const isGap = place > start && hasGap(set, pattern, place);
    if (isGap || (place - start >= TELLING_BEGINNING && combinations > MOST_COMBINATIONS)) return place - start;
  }
  return end - start;
}

/** Collects under which beginnings patterns are filed. */
class Files {
  readonly patternsByKey = new Map<number, number[]>();
  readonly longer = new Set<number>();
  /** By key: bits of the words that may follow. */
  readonly next = new Map<number, number>();
  readonly words = new Set<number>();
  readonly pairs = new Set<number>();
  /** Keys of beginnings of two to {@link TELLING_BEGINNING} words that are looked up. */
  readonly filed = new Set<number>();
  private readonly set: Unindexed;
  /** Per pattern: see {@link wordsToFile}. */
  private readonly lengths: Uint8Array;

  constructor(set: Unindexed) {
    this.set = set;
    this.lengths = Uint8Array.from({ length: set.patternStart.length - 1 }, (_, pattern) => wordsToFile(set, pattern));
    const byPair = new Map<number, number[]>();
    const byTriple = new Map<number, number[]>();
    for (let pattern = 0; pattern < this.lengths.length; pattern++) this.begin(pattern, byPair, byTriple);
    for (const [pair, patterns] of byPair) {
      const isCrowded = patterns.length > CROWDED_PAIR;
      for (const pattern of patterns) {
        if (isCrowded && (this.lengths[pattern] as number) > 2) this.goOn(pair, 2, pattern, byTriple);
        else this.file(keyOf(pair), pattern, 2);
      }
    }
    for (const [triple, patterns] of byTriple) {
      this.filed.add(keyOf(triple));
      this.part(triple, TELLING_BEGINNING, patterns);
    }
  }

  private hashesAt(pattern: number, word: number): number[] {
    return hashesOf(this.set, pattern, (this.set.patternStart[pattern] as number) + word);
  }

  /** Files a pattern of one word, or one that goes on after a gap, at once; the others wait under their first pairs, or triples where these are few. */
  private begin(pattern: number, byPair: Map<number, number[]>, byTriple: Map<number, number[]>): void {
    const length = this.lengths[pattern] as number;
    const words = this.hashesAt(pattern, 0);
    if (length === 1) {
      for (const word of words) {
        this.words.add(word);
        this.file(keyOf(word), pattern, 1);
      }
      return;
    }
    const second = this.hashesAt(pattern, 1);
    const combinations = words.length * second.length * (length > 2 ? this.hashesAt(pattern, 2).length : 1);
    for (const pair of words.flatMap((word) => second.map((hash) => extendBeginning(word, hash)))) {
      this.pairs.add(pair);
      if (length > 2 && combinations <= MOST_COMBINATIONS) this.goOn(pair, 2, pattern, byTriple);
      else addTo(byPair, pair, pattern);
    }
  }

  /** Lets a pattern wait under beginnings of one word more. */
  private goOn(beginning: number, length: number, pattern: number, byLonger: Map<number, number[]>): void {
    for (const hash of this.hashesAt(pattern, length)) addTo(byLonger, extendBeginning(beginning, hash), pattern);
  }

  private file(key: number, pattern: number, length: number): void {
    if (length > 1 && length <= TELLING_BEGINNING) this.filed.add(key);
    addTo(this.patternsByKey, key, pattern);
    this.addNext(key, this.bitsAfter(pattern, length));
  }

  private addNext(key: number, bits: number): void {
    this.next.set(key, (this.next.get(key) ?? 0) | bits);
  }

  /** Bits of the words that may follow the first `length` of a pattern; all where it ends there, or has a gap of words. */
  private bitsAfter(pattern: number, length: number): number {
    const { patternStart } = this.set;
    const place = (patternStart[pattern] as number) + length;
    if (place === patternStart[pattern + 1] || hasGap(this.set, pattern, place)) return -1;
    return hashesOf(this.set, pattern, place).reduce((bits, hash) => bits | nextBit(hash), 0);
  }

  /** Files patterns that share a beginning under it, or under longer ones where they are many. */
  private part(beginning: number, length: number, patterns: readonly number[]): void {
    const key = keyOf(beginning);
    const isFull = patterns.length > FULL_BUCKET;
    const byLonger = new Map<number, number[]>();
    for (const pattern of patterns) {
      if (!isFull || (this.lengths[pattern] as number) === length) this.file(key, pattern, length);
      else {
        this.addNext(key, this.bitsAfter(pattern, length));
        this.goOn(beginning, length, pattern, byLonger);
      }
    }
    if (byLonger.size > 0) this.longer.add(key);
    for (const [longer, some] of byLonger) this.part(longer, length + 1, some);
  }
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list[list.length - 1] !== value) list.push(value);
}

/** Files all patterns and builds the filters; see the fields of {@link PatternSet}. */
export function indexPatterns(set: Unindexed): Index {
  const files = new Files(set);
  return {
    firstWords: bitmap(files.words),
    firstPairs: bitmap(files.pairs),
    filed: bloomFilter(files.filed),
    ...hashTable(files),
  };
}

function hashTable({
  patternsByKey,
  longer,
  next,
}: Files): Pick<Index, 'beginnings' | 'bucketStart' | 'bucketPattern'> {
  const allKeys = new Set([...patternsByKey.keys(), ...longer]);
  const size = powerOfTwo(allKeys.size * 1.2);
  const beginnings = new Int32Array(NODE_SIZE * size);
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
    const home = NODE_SIZE * place + 1;
    if (beginnings[home] !== 0) beginnings[home] = (beginnings[home] as number) | displacedBit(key);
    while (beginnings[NODE_SIZE * place + 1] !== 0) place = (place + 1) & (size - 1);
    const bucket = patterns === undefined ? 0 : bucketOf(patterns) + 1;
    beginnings.set([key, 2 * bucket + (longer.has(key) ? LONGER : 0), next.get(key) ?? 0], NODE_SIZE * place);
  }
  return { beginnings, bucketStart: narrow(bucketStart), bucketPattern: narrow(bucketPattern) };
}
