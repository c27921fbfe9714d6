/**
 * Finds every pattern that begins anywhere in a text: tokenize a block, filter its tokens, verify the few that are left.
 * Linear in the text: the work at one place is bounded by the largest bucket and the longest pattern of the set.
 */
import { IGNORED, UNIT_CLASS, WORD } from '../text/fold.ts';
import { createTokens, type Tokens, tokenEnd, tokenize } from '../text/tokenize.ts';
import { bloomBits, bloomWord, extendBeginning, keyOf, LONGER, type PatternSet } from './pattern-set.ts';
import { mayMatch, startOfToken, type Verified, verifyPattern } from './verify.ts';

/** A pattern found in a text. */
export interface Match {
  /** UTF-16 offsets of the first letter and after the last. */
  start: number;
  end: number;
  pattern: number;
  /** `INFLECTED`, `REORDERED`, `NUMBERED` bits. */
  flags: number;
}

/** UTF-16 units read at a time: the buffers stay in the processor's cache and memory does not grow with the text. */
const BLOCK = 1 << 15;

/** Buffers of a scan, to be used again for the next text. */
export interface ScanBuffers {
  tokens: Tokens;
  /** Indices of the tokens that the filter let through. */
  survivors: Int32Array;
  verified: Verified;
}

export function createScanBuffers(): ScanBuffers {
  return { tokens: createTokens(BLOCK), survivors: new Int32Array(BLOCK), verified: { endToken: 0, flags: 0 } };
}

/** Writes the tokens before `limit` at which a pattern may begin to `survivors`; returns how many. Stores always and advances by a bit. */
function filterTokens(set: PatternSet, tokens: Tokens, limit: number, survivors: Int32Array): number {
  const { hash } = tokens;
  const { firstWords, firstPairs } = set;
  let count = 0;
  for (let i = 0; i < limit; i++) {
    const a = hash[i] as number;
    const one = keyOf(a);
    const two = keyOf(extendBeginning(a, hash[i + 1] as number));
    const oneBits = bloomBits(one);
    const twoBits = bloomBits(two);
    const missesOne = ~(firstWords[bloomWord(one, firstWords.length)] as number) & oneBits;
    const missesTwo = ~(firstPairs[bloomWord(two, firstPairs.length)] as number) & twoBits;
    survivors[count] = i;
    // One unless both filters miss a bit; `x | -x` has its highest bit set for every x but zero.
    count += (((missesOne | -missesOne) & (missesTwo | -missesTwo)) >>> 31) ^ 1;
  }
  return count;
}

/** The node of a beginning, or 0. */
function nodeOf(set: PatternSet, key: number): number {
  const mask = set.keys.length - 1;
  for (let place = key & mask; set.nodes[place] !== 0; place = (place + 1) & mask) {
    if (set.keys[place] === key) return set.nodes[place] as number;
  }
  return 0;
}

function verifyBucket(
  set: PatternSet,
  bucket: number,
  text: string,
  token: number,
  known: number,
  { tokens, verified }: ScanBuffers,
  found: (match: Match) => void,
): void {
  const end = set.bucketStart[bucket + 1] as number;
  for (let i = set.bucketStart[bucket] as number; i < end; i++) {
    const pattern = set.bucketPattern[i] as number;
    if (!mayMatch(set, pattern, tokens, token, known)) continue;
    if (!verifyPattern(set, pattern, text, tokens, token, verified)) continue;
    found({
      start: startOfToken(text, tokens, token),
      end: tokenEnd(text, tokens.end[verified.endToken - 1] as number),
      pattern,
      flags: verified.flags | (set.patternFlags[pattern] as number),
    });
  }
}

/** Walks down the beginnings at a token as far as the text follows one, and verifies what is filed on the way. */
function walkBeginnings(
  set: PatternSet,
  text: string,
  token: number,
  buffers: ScanBuffers,
  found: (match: Match) => void,
): void {
  const { hash, count } = buffers.tokens;
  let beginning = hash[token] as number;
  const alone = nodeOf(set, keyOf(beginning)) >>> 1;
  if (alone !== 0) verifyBucket(set, alone - 1, text, token, 1, buffers, found);
  for (let next = token + 1; next < count; next++) {
    beginning = extendBeginning(beginning, hash[next] as number);
    const node = nodeOf(set, keyOf(beginning));
    const bucket = node >>> 1;
    if (bucket !== 0) verifyBucket(set, bucket - 1, text, token, next + 1 - token, buffers, found);
    if ((node & LONGER) === 0) return;
  }
}

function afterWord(text: string, from: number): number {
  let i = from;
  while (i < text.length && (UNIT_CLASS[text.charCodeAt(i)] === WORD || UNIT_CLASS[text.charCodeAt(i)] === IGNORED))
    i++;
  return i;
}

/**
 * Calls `found` for every pattern of `set` in `text` between `start` and `end` (UTF-16 offsets at token boundaries), in ascending order
 * of where they begin; matches that begin together come in no set order. Returns the class bits of all units seen.
 * Never throws, whatever the text.
 */
export function scan(
  set: PatternSet,
  text: string,
  start: number,
  end: number,
  buffers: ScanBuffers,
  found: (match: Match) => void,
): number {
  const { tokens } = buffers;
  let classes = 0;
  let from = start;
  while (from < end) {
    const to = Math.min(from + BLOCK, end);
    tokenize(text, from, to, tokens);
    classes |= tokens.classes;
    const isLast = to === end;
    // The last token of a block may go on, and patterns that begin near its end may: both are read again with the next block.
    const limit = isLast ? tokens.count : Math.max(tokens.count - 1 - set.longest, Math.min(1, tokens.count - 1));
    scanTokens(set, text, limit, buffers, found);
    if (isLast) break;
    if (tokens.count === 0) from = to;
    else if (limit === 0) from = afterWord(text, to);
    else from = tokens.end[limit - 1] as number;
  }
  return classes;
}

function scanTokens(
  set: PatternSet,
  text: string,
  limit: number,
  buffers: ScanBuffers,
  found: (match: Match) => void,
): void {
  const { tokens } = buffers;
  if (buffers.survivors.length < limit + 1) buffers.survivors = new Int32Array(limit + 1);
  const { survivors } = buffers;
  const count = filterTokens(set, tokens, limit, survivors);
  for (let i = 0; i < count; i++) walkBeginnings(set, text, survivors[i] as number, buffers, found);
}
