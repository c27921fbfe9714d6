/** Exact comparison of one pattern with the text, after the filter has let a place through. */
import { FOLDED } from '../text/fold.ts';
import { gapKinds, JOINERS } from '../text/gaps.ts';
import { endsAbbreviation } from '../text/sentences.ts';
import { type Tokens, tokenEnd } from '../text/tokenize.ts';
import {
  allowedIn,
  IDEOGRAPHS,
  INFLECTED,
  MEMBER_SIZE,
  neededIn,
  type PatternSet,
  SLOT_HEAD,
  SLOT_STEP,
  skippedIn,
  wordsIn,
} from './pattern-set.ts';
import { endBefore, startOfToken, startOfWord } from './word-match.ts';

/** Where a pattern lies, and how: filled anew by each {@link verifyPattern} that returns true. */
export interface Verified {
  /** UTF-16 offset of its first letter. */
  start: number;
  /** Index of the first token after the match. */
  endToken: number;
  /** Flags of the words that matched (`INFLECTED`), joined. */
  flags: number;
}

/** Where the token begins if it is a word of the slot, whose flags are added to `verified`, else -1. */
function startInSlot(
  { slots, wordUnits }: PatternSet,
  slot: number,
  text: string,
  tokens: Tokens,
  token: number,
  verified: Verified,
): number {
  const hash = tokens.hash[token] as number;
  const first = slot + SLOT_HEAD;
  const end = first + MEMBER_SIZE * wordsIn(slots[slot + 1] as number);
  for (let member = first; member < end; member += MEMBER_SIZE) {
    if (slots[member] !== hash) continue;
    const lengthAndFlag = slots[member + 2] as number;
    const word = { first: slots[member + 1] as number, length: lengthAndFlag >>> 1 };
    const start = startOfWord(wordUnits, word, text, tokens.end[token] as number, endBefore(tokens, token));
    if (start < 0) continue;
    verified.flags |= lengthAndFlag & INFLECTED;
    return start;
  }
  return -1;
}

const SENTENCE_STOPS = /[!?。！？；;:：]|\n\s*\n/;
const FULL_STOP = 46;
/** Longest stretch that a gap of words may span, in UTF-16 units. */
const LONGEST_SKIPPED = 120;

/** Whether a full stop ends a sentence between two places: one inside a number, of an abbreviation or an initial does not. */
function hasFullStop(text: string, start: number, end: number): boolean {
  for (let stop = start; stop < end; stop++) {
    if (text.charCodeAt(stop) !== FULL_STOP) continue;
    if (!/\d/.test(text.charAt(stop + 1)) && !endsAbbreviation(text, stop, 0)) return true;
  }
  return false;
}

/** Whether tokens `from` to `to` (inclusive) may be spanned by a gap of words: no sentence ends between them. */
function isSkippable(text: string, tokens: Tokens, from: number, to: number): boolean {
  const start = tokenEnd(text, tokens.end[from] as number);
  const end = startOfToken(text, tokens, to);
  if (end - start > LONGEST_SKIPPED || SENTENCE_STOPS.test(text.slice(start, end))) return false;
  return !hasFullStop(text, start, end);
}

/** Whether what stands between a token, which begins at `start`, and the one before is what a slot asks for. */
function gapFits(gaps: number, text: string, tokens: Tokens, token: number, start: number): boolean {
  const end = tokens.end[token - 1] as number;
  const needed = neededIn(gaps);
  // Nothing and one space stand in nearly all gaps, and may stand in every one.
  if (needed === 0 && (start === end || (start === end + 1 && text.charCodeAt(end) === 32))) return true;
  const kinds = gapKinds(text, tokenEnd(text, end), start);
  return (kinds & ~allowedIn(gaps)) === 0 && (needed === 0 || (kinds & needed) !== 0);
}

/** Tries the slot of a place at each token that its gap of words allows, the nearest first, and the rest of the pattern after it. */
function matchAfterSkip(
  set: PatternSet,
  place: number,
  placeEnd: number,
  text: string,
  tokens: Tokens,
  token: number,
  verified: Verified,
): boolean {
  const flagsBefore = verified.flags;
  const slot = SLOT_STEP * (set.places[place] as number);
  const last = Math.min(token + skippedIn(set.slots[slot + 1] as number), tokens.count - 1);
  for (let at = token; at <= last; at++) {
    verified.flags = flagsBefore;
    const start = startInSlot(set, slot, text, tokens, at, verified);
    if (start < 0 || !isSkippable(text, tokens, token - 1, at)) continue;
    if (matchPlaces(set, place + 1, placeEnd, text, tokens, at + 1, verified)) return true;
  }
  verified.flags = flagsBefore;
  return false;
}

/** Whether the places match the tokens from `token` on, each after a gap that its slot allows. */
function matchPlaces(
  set: PatternSet,
  place: number,
  placeEnd: number,
  text: string,
  tokens: Tokens,
  token: number,
  verified: Verified,
): boolean {
  let at = token;
  for (let i = place; i < placeEnd; i++, at++) {
    const slot = SLOT_STEP * (set.places[i] as number);
    if (skippedIn(set.slots[slot + 1] as number) !== 0) {
      return matchAfterSkip(set, i, placeEnd, text, tokens, at, verified);
    }
    if (at >= tokens.count) return false;
    const start = startInSlot(set, slot, text, tokens, at, verified);
    if (start < 0 || !gapFits(set.slots[slot] as number, text, tokens, at, start)) return false;
  }
  verified.endToken = at;
  return true;
}

/** Whether the tokens from `token` on are the ideographs of a pattern's places, with nothing but joiners between them. */
function matchIdeographs(
  set: PatternSet,
  place: number,
  placeEnd: number,
  text: string,
  tokens: Tokens,
  token: number,
  verified: Verified,
): boolean {
  const endToken = token + placeEnd - place;
  if (endToken > tokens.count) return false;
  let before = 0;
  for (let at = token; at < endToken; at++) {
    const end = tokens.end[at] as number;
    // A token of one ideograph ends with it; a word of the same hash does not.
    if (FOLDED[text.charCodeAt(end - 1)] !== set.places[place + at - token]) return false;
    if (at > token && end - 1 !== before && (gapKinds(text, before, end - 1) & ~JOINERS) !== 0) return false;
    before = end;
  }
  verified.start = (tokens.end[token] as number) - 1;
  verified.endToken = endToken;
  return true;
}

/**
 * Whether the hashes of the tokens allow the pattern's places after the first `known`, up to its first gap of words: turns most patterns of a
 * bucket down before any text is compared.
 */
export function mayMatch(set: PatternSet, pattern: number, tokens: Tokens, token: number, known: number): boolean {
  const first = set.patternStart[pattern] as number;
  const end = set.patternStart[pattern + 1] as number;
  if (((set.patternFlags[pattern] as number) & IDEOGRAPHS) !== 0) return true;
  for (let place = first + known; place < end; place++) {
    const slot = SLOT_STEP * (set.places[place] as number);
    const counts = set.slots[slot + 1] as number;
    if (skippedIn(counts) !== 0) return true;
    const at = token + place - first;
    if (at >= tokens.count) return false;
    const hash = tokens.hash[at];
    let member = slot + SLOT_HEAD;
    const memberEnd = member + MEMBER_SIZE * wordsIn(counts);
    while (member < memberEnd && set.slots[member] !== hash) member += MEMBER_SIZE;
    if (member === memberEnd) return false;
  }
  return true;
}

/** Whether `pattern` begins at `token`; on success `verified` says where it lies and how its words matched. */
export function verifyPattern(
  set: PatternSet,
  pattern: number,
  text: string,
  tokens: Tokens,
  token: number,
  verified: Verified,
): boolean {
  const first = set.patternStart[pattern] as number;
  const end = set.patternStart[pattern + 1] as number;
  verified.flags = 0;
  if (((set.patternFlags[pattern] as number) & IDEOGRAPHS) !== 0) {
    return matchIdeographs(set, first, end, text, tokens, token, verified);
  }
  verified.start = startInSlot(set, SLOT_STEP * (set.places[first] as number), text, tokens, token, verified);
  if (verified.start < 0) return false;
  return matchPlaces(set, first + 1, end, text, tokens, token + 1, verified);
}
