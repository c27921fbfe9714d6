/** Tokenized forms in typed arrays, each of which can be written to disk as it is. */
import type { Indices } from './indices.ts';

/** A pattern is a sequence of slots; a slot is the set of words that may stand there, and the separators that may stand before it. */
export interface PatternSet {
  /** The folded units of all words. */
  wordUnits: Uint16Array;
  /** Per pattern, one more: where its places begin. */
  patternStart: Uint32Array;
  /** Per pattern: what the caller gave for its form. */
  patternPayload: Indices;
  /** Per pattern: bits {@link REORDERED}, {@link NUMBERED}, {@link ROMANISED}, {@link IDEOGRAPHS}. */
  patternFlags: Uint8Array;
  /**
   * Per place of each pattern: where its slot begins in `slots`, in steps of {@link SLOT_STEP}; in a pattern of {@link IDEOGRAPHS} the
   * ideograph itself.
   */
  places: Indices;
  /**
   * The distinct slots, each one stretch of numbers, since they are read together: {@link gapsOf} before it; {@link countsOf} it; then
   * {@link MEMBER_SIZE} numbers for each word that may stand there: its hash as the tokenizer computes it, where its units begin in
   * `wordUnits`, and twice its length plus {@link LISTED} or {@link INFLECTED}.
   */
  slots: Int32Array;
  /** Bitmaps: which words are a pattern of one word, and which pairs of words begin a longer one. Sizes are powers of two. */
  firstWords: Uint32Array;
  firstPairs: Uint32Array;
  /** Bloom filter over the beginnings of two and three words that patterns are filed under, themselves or with longer ones. */
  filed: Uint32Array;
  /**
   * Open-addressing table of beginnings, {@link NODE_SIZE} numbers a place: {@link keyOf} of the words' hashes; twice the number plus one of
   * the bucket of patterns filed there (0 for none), {@link LONGER} and {@link DISPLACED}, 0 for an empty place; a {@link nextBit} for each word
   * that may follow in these patterns, all bits where one of them may end there, none in an empty place.
   */
  beginnings: Int32Array;
  bucketStart: Indices;
  bucketPattern: Indices;
  /** Tokens of the longest pattern, skipped words included. */
  longest: number;
}

/** Numbers of a slot before its words, and for each of them. */
export const SLOT_HEAD = 2;
export const MEMBER_SIZE = 3;
/** Slots begin at multiples of this, so that where they begin takes fewer bits. */
export const SLOT_STEP = 4;

const GAP_BITS = 13;
const SKIP_BITS = 3;

/** First number of a slot: kinds of separators that may stand before it, and those of which one must (0 for none). */
export const gapsOf = (allowed: number, needed: number) => allowed | (needed << GAP_BITS);
export const allowedIn = (gaps: number) => gaps & ((1 << GAP_BITS) - 1);
export const neededIn = (gaps: number) => gaps >>> GAP_BITS;

/** Second number of a slot: how many words may be skipped before it, and how many may stand there. */
export const countsOf = (skipped: number, words: number) => skipped | (words << SKIP_BITS);
export const skippedIn = (counts: number) => counts & ((1 << SKIP_BITS) - 1);
export const wordsIn = (counts: number) => counts >>> SKIP_BITS;

/** The word stands in the form itself (or is another spelling of it). */
export const LISTED = 0;
/** The word is an inflection of one in the form. */
export const INFLECTED = 1;

/** The members stand in another order than in the form. */
export const REORDERED = 2;
/** The pattern begins with a number word: a number before it would belong to it. */
export const NUMBERED = 4;
/** The pattern is the pinyin of a Chinese form. */
export const ROMANISED = 8;
/** One ideograph stands at each place, and nothing but joiners between them: the pattern says which, without slots. */
export const IDEOGRAPHS = 16;

/** Words that a gap written `…` may hold. */
export const LONGEST_SKIP = 4;

/** Numbers of a place in the table of beginnings. */
export const NODE_SIZE = 3;

/** Bit that stands for the word that follows a beginning. */
export function nextBit(hash: number): number {
  return 1 << (spread(hash) >>> 27);
}

/** Words of the longest beginning that a text is asked for everywhere; longer ones follow from it. */
export const TELLING_BEGINNING = 3;

/** Bit of a node of three words or more: patterns that begin so are filed under longer beginnings too. */
export const LONGER = 1;

/** Bits of a node that say which others belong in its place and lie further on. */
export const DISPLACED = 0xff000000 | 0;

/** The bit among {@link DISPLACED} that stands for a key. */
export function displacedBit(key: number): number {
  return 1 << (24 + (key >>> 29));
}

/** A beginning of one word more. The constants here are odd ones of xxHash and the golden ratio. */
export function extendBeginning(beginning: number, hash: number): number {
  return (Math.imul(beginning, 0x85ebca77) + hash) | 0;
}

/** Key of a beginning, mixed so that its low bits serve as a place and its high bits as a place in a filter. */
export function keyOf(beginning: number): number {
  const mixed = Math.imul(beginning ^ (beginning >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 13)) | 0;
}

/** The two bits, in one 32-bit word of a Bloom filter, that stand for a key. */
export function bloomBits(key: number): number {
  return (1 << (key & 31)) | (1 << ((key >>> 5) & 31));
}

/** The word of a Bloom filter of `size` words (a power of two) that holds a key's bits. */
export function bloomWord(key: number, size: number): number {
  return (key >>> 10) & (size - 1);
}

/** How far {@link bitmapPlace} shifts for a bitmap, whose size is a power of two. */
export function bitmapShift(bitmap: Uint32Array): number {
  return Math.clz32(bitmap.length) - 4;
}

/**
 * The product of a beginning with the golden ratio, the first bits of which are its place in a bitmap (Knuth, The Art of Computer
 * Programming 3, 6.4). A product of sums is the sum of products: beginnings of spread words are spread themselves.
 */
export function spread(beginning: number): number {
  return Math.imul(beginning, 0x9e3779b1);
}

/** Place of a beginning's bit in a bitmap. */
export function bitmapPlace(beginning: number, shift: number): number {
  return spread(beginning) >>> shift;
}
