/**
 * Finds every pattern that begins anywhere in a text: tokenize a block, filter its tokens, verify the few that are left.
 * Linear in the text: the work at one place is bounded by the largest bucket and the longest pattern of the set.
 */
import { IGNORED, UNIT_CLASS, WORD } from '../text/fold.ts';
import { createTokens, type Tokens, tokenEnd, tokenize } from '../text/tokenize.ts';
import { BLOCK, type TokenizedText, tokensBetween } from '../text/tokenized-text.ts';
import { createFilterBuffers, type FilterBuffers, filterTokens } from './filter.ts';
import { DISPLACED, extendBeginning, keyOf, LONGER, NODE_SIZE, nextBit, type PatternSet } from './pattern-set.ts';
import { mayMatch, type Verified, verifyPattern } from './verify.ts';

/** A pattern found in a text. */
export interface Match {
  /** UTF-16 offsets of the first letter and after the last. */
  start: number;
  end: number;
  pattern: number;
  /** `INFLECTED`, `REORDERED`, `NUMBERED` bits. */
  flags: number;
}

/** Buffers of a scan, to be used again for the next text. */
export interface ScanBuffers extends FilterBuffers {
  /** Of the block that is read, where the tokens of the whole text are not kept. */
  tokens: Tokens;
  verified: Verified;
}

export function createScanBuffers(): ScanBuffers {
  return { tokens: createTokens(BLOCK), ...createFilterBuffers(BLOCK), verified: { start: 0, endToken: 0, flags: 0 } };
}

/** The node of a beginning before a word of hash `next`; 0 where there is none, or none that goes on with it. */
function nodeOf({ beginnings }: PatternSet, key: number, next: number): number {
  const placeMask = beginnings.length / NODE_SIZE - 1;
  for (let place = key & placeMask; ; place = (place + 1) & placeMask) {
    const at = NODE_SIZE * place;
    const node = beginnings[at + 1] as number;
    if (node === 0) return 0;
    if (beginnings[at] === key) return ((beginnings[at + 2] as number) & nextBit(next)) !== 0 ? node & ~DISPLACED : 0;
  }
}

function verifyBucket(
  set: PatternSet,
  bucket: number,
  text: string,
  tokens: Tokens,
  token: number,
  known: number,
  verified: Verified,
  found: (match: Match) => void,
): void {
  const start = set.bucketStart[bucket] as number;
  const end = set.bucketStart[bucket + 1] as number;
  const isAlone = end - start === 1;
  for (let i = start; i < end; i++) {
    const pattern = set.bucketPattern[i] as number;
    if (!isAlone && !mayMatch(set, pattern, tokens, token, known)) continue;
    if (!verifyPattern(set, pattern, text, tokens, token, verified)) continue;
    found({
      start: verified.start,
      end: tokenEnd(text, tokens.end[verified.endToken - 1] as number),
      pattern,
      flags: verified.flags | (set.patternFlags[pattern] as number),
    });
  }
}

/** Verifies what is filed under a beginning of `length` words at a token, and under longer ones as far as there are any. */
function verifyBeginning(
  set: PatternSet,
  text: string,
  tokens: Tokens,
  token: number,
  length: number,
  key: number,
  verified: Verified,
  found: (match: Match) => void,
): void {
  const { hash, count } = tokens;
  let node = nodeOf(set, key, hash[token + length] as number);
  if (node >>> 1 !== 0) verifyBucket(set, (node >>> 1) - 1, text, tokens, token, length, verified, found);
  if ((node & LONGER) === 0) return;
  let beginning = hash[token] as number;
  for (let i = 1; i < length; i++) beginning = extendBeginning(beginning, hash[token + i] as number);
  for (let known = length; (node & LONGER) !== 0 && token + known < count; ) {
    beginning = extendBeginning(beginning, hash[token + known] as number);
    known++;
    node = nodeOf(set, keyOf(beginning), hash[token + known] as number);
    if (node >>> 1 !== 0) verifyBucket(set, (node >>> 1) - 1, text, tokens, token, known, verified, found);
  }
}

function afterWord(text: string, from: number): number {
  let i = from;
  while (i < text.length && (UNIT_CLASS[text.charCodeAt(i)] === WORD || UNIT_CLASS[text.charCodeAt(i)] === IGNORED))
    i++;
  return i;
}

/**
 * Calls `found` for every pattern of `set` in a text between `start` and `end` (UTF-16 offsets at token boundaries), in ascending order
 * of where they begin; matches that begin together come in no set order.
 * Never throws, whatever the text.
 */
export function scan(
  set: PatternSet,
  { text, tokens }: TokenizedText,
  start: number,
  end: number,
  buffers: ScanBuffers,
  found: (match: Match) => void,
): void {
  if (tokens === undefined) {
    scanBlocks(set, text, start, end, buffers, found);
    return;
  }
  const stretch = tokensBetween(tokens, start, end);
  scanTokens(set, text, stretch, stretch.count, buffers, found);
}

function scanBlocks(
  set: PatternSet,
  text: string,
  start: number,
  end: number,
  buffers: ScanBuffers,
  found: (match: Match) => void,
): void {
  const { tokens } = buffers;
  let from = start;
  while (from < end) {
    const to = Math.min(from + BLOCK, end);
    tokenize(text, from, to, tokens);
    const isLast = to === end;
    // The last token of a block may go on, and patterns that begin near its end may: both are read again with the next block.
    const limit = isLast ? tokens.count : Math.max(tokens.count - 1 - set.longest, Math.min(1, tokens.count - 1));
    scanTokens(set, text, tokens, limit, buffers, found);
    if (isLast) break;
    if (tokens.count === 0) from = to;
    else if (limit === 0) from = afterWord(text, to);
    else from = tokens.end[limit - 1] as number;
  }
}

function scanTokens(
  set: PatternSet,
  text: string,
  tokens: Tokens,
  limit: number,
  buffers: ScanBuffers,
  found: (match: Match) => void,
): void {
  const count = filterTokens(set, tokens, limit, buffers);
  const { places, keys, verified } = buffers;
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    verifyBeginning(set, text, tokens, place >>> 2, place & 3, keys[i] as number, verified, found);
  }
}
