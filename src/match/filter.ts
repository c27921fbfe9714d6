/**
 * Says at which tokens a pattern may begin: three passes, each over what the one before left, none with a branch that the text decides.
 * They store always and advance by a bit, so that nothing is mispredicted and many look-ups are under way at once.
 */
import type { Tokens } from '../text/tokenize.ts';
import {
  bitmapShift,
  bloomWord,
  displacedBit,
  extendBeginning,
  keyOf,
  NODE_SIZE,
  nextBit,
  type PatternSet,
  spread,
  TELLING_BEGINNING,
} from './pattern-set.ts';

/** What is left of the places of a block after each filter, to be used again for the next one. */
export interface FilterBuffers {
  /** The tokens that the first filter let through: twice the index of each, plus one where its word alone may be a pattern. */
  survivors: Int32Array;
  /** Beginnings that the second and third let through: four times the token where they begin, plus how many words they have. */
  places: Int32Array;
  /** Their keys. */
  keys: Int32Array;
}

/** Buffers with room for so many tokens. */
export function createFilterBuffers(tokens: number): FilterBuffers {
  return {
    survivors: new Int32Array(tokens + 1),
    places: new Int32Array(TELLING_BEGINNING * tokens + 1),
    keys: new Int32Array(TELLING_BEGINNING * tokens + 1),
  };
}

/** Writes the tokens before `limit` whose word may be a pattern, or whose pair of words begin one, to `survivors`; returns how many. */
function filterByPairs(set: PatternSet, { hash, first }: Tokens, limit: number, survivors: Int32Array): number {
  const { firstWords, firstPairs } = set;
  const wordShift = bitmapShift(firstWords);
  const pairShift = bitmapShift(firstPairs);
  let count = 0;
  let word = spread(hash[first] as number);
  for (let i = first; i < limit; i++) {
    const next = spread(hash[i + 1] as number);
    const wordBit = word >>> wordShift;
    // Of spread words comes a spread pair.
    const pairBit = extendBeginning(word, next) >>> pairShift;
    word = next;
    // A shift is by the low five bits of its distance: the place within the number.
    const isFiled = ((firstWords[wordBit >>> 5] as number) >>> wordBit) & 1;
    survivors[count] = 2 * i + isFiled;
    count += isFiled | (((firstPairs[pairBit >>> 5] as number) >>> pairBit) & 1);
  }
  return count;
}

/** One for every number but zero, without a branch: `x | -x` has its highest bit set then. */
const isNotZero = (x: number) => (x | -x) >>> 31;

/** One if a Bloom filter may hold a key, which is if both bits of `bloomBits` are set, else nought. */
function holdsBit(filter: Uint32Array, key: number): number {
  const word = filter[bloomWord(key, filter.length)] as number;
  return (word >>> key) & (word >>> (key >>> 5)) & 1;
}

/** Writes the beginnings of one, two and three words at the survivors under which something may be filed; returns how many. */
function filterByBeginnings({ filed }: PatternSet, { hash }: Tokens, buffers: FilterBuffers, count: number): number {
  const { survivors, places, keys } = buffers;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const survivor = survivors[i] as number;
    const token = survivor >>> 1;
    const word = hash[token] as number;
    const pair = extendBeginning(word, hash[token + 1] as number);
    const wordKey = keyOf(word);
    const pairKey = keyOf(pair);
    const tripleKey = keyOf(extendBeginning(pair, hash[token + 2] as number));
    places[left] = 4 * token + 1;
    keys[left] = wordKey;
    left += survivor & 1;
    places[left] = 4 * token + 2;
    keys[left] = pairKey;
    left += holdsBit(filed, pairKey);
    places[left] = 4 * token + TELLING_BEGINNING;
    keys[left] = tripleKey;
    left += holdsBit(filed, tripleKey);
  }
  return left;
}

/** Leaves of the beginnings those that have a node, or may have one further on; returns how many. The look-ups wait for none before. */
function filterByNodes({ beginnings }: PatternSet, { hash }: Tokens, buffers: FilterBuffers, count: number): number {
  const { places, keys } = buffers;
  const mask = beginnings.length / NODE_SIZE - 1;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    const key = keys[i] as number;
    const at = NODE_SIZE * (key & mask);
    const next = nextBit(hash[(place >>> 2) + (place & 3)] as number);
    const isOther = isNotZero((beginnings[at] as number) ^ key);
    places[left] = place;
    keys[left] = key;
    left +=
      (isOther & isNotZero((beginnings[at + 1] as number) & displacedBit(key))) |
      ((isOther ^ 1) & isNotZero((beginnings[at + 2] as number) & next));
  }
  return left;
}

/** Fills the buffers with what may be a beginning of a pattern at the tokens before `limit`, in their order; returns how many there are. */
export function filterTokens(set: PatternSet, tokens: Tokens, limit: number, buffers: FilterBuffers): number {
  if (buffers.survivors.length < limit + 1) Object.assign(buffers, createFilterBuffers(limit));
  const some = filterByPairs(set, tokens, limit, buffers.survivors);
  return filterByNodes(set, tokens, buffers, filterByBeginnings(set, tokens, buffers, some));
}
