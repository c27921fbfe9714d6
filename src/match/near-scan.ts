/**
 * Finds other wordings of the phrases of a {@link NearSet}: looks every token up, keeps running sums over the content words in a row, and
 * compares only where the words of some phrase stand together. Linear in the text: at each word a bounded number of look-ups.
 */
import { COMMA, gapKinds, JOINERS } from '../text/gaps.ts';
import { type Tokens, tokenEnd, tokenize } from '../text/tokenize.ts';
import { BLOCK, type TokenizedText, tokensBetween, tokensFrom } from '../text/tokenized-text.ts';
import { alignWords, fitsFrame, type Words } from './near-frame.ts';
import { bucketOf, isWritten, mayBeParted, wordOf } from './near-lookup.ts';
import { betweenWords, Row, UNKNOWN } from './near-row.ts';
import {
  bagKey,
  CLAUSE,
  CONJUNCTION,
  FEWEST_PARTED,
  FIRST_FAMILY,
  mixSense,
  type NearSet,
  PREPOSITION,
  SHORTEST_PHRASE,
} from './near-set.ts';
import { startOfToken } from './word-match.ts';

/** Another wording of a phrase. */
export interface NearMatch {
  /** UTF-16 offsets of the first letter and after the last. */
  start: number;
  end: number;
  payload: number;
  /** Words that a synonym replaces. */
  replaced: number;
  /** Words that stand inside it and not in the phrase. */
  inserted: number;
  /** The words stand in another order. */
  isMoved: boolean;
  /** It has but two content words. */
  isPair: boolean;
}

/** What is done with what is found. */
export interface NearSink {
  /** Whether nobody wants to hear of this payload on these words (UTF-16 offsets): asked before any letter is compared. */
  isKnown(payload: number, start: number, end: number): boolean;
  found(match: NearMatch): void;
}

/** Particles in a row after which the words before belong to another phrase. */
const MOST_PARTICLES = 3;
/** Words that may be inserted into a phrase, side by side: *world-class iron and steel enterprise*. */
const MOST_INSERTED = 2;
function areWritten(set: NearSet, text: string, tokens: Tokens, row: Row, from: number): boolean {
  for (let i = from; i < row.length; i++) {
    if (row.family[i] === UNKNOWN) continue;
    const token = row.token[i] as number;
    const word = wordOf(set, tokens.hash[token] as number);
    if (!isWritten(set, word, text, startOfToken(text, tokens, token), tokens.end[token] as number)) return false;
  }
  return true;
}

/** Compares the phrases of a bucket with the last words of the row. */
function compareBucket(
  set: NearSet,
  bucket: number,
  text: string,
  tokens: Tokens,
  row: Row,
  words: Words,
  sink: NearSink,
): void {
  const { from, inserted } = words;
  const count = row.length - from - inserted;
  const between = betweenWords(row, words);
  const start = startOfToken(text, tokens, row.token[from] as number);
  const end = tokenEnd(text, tokens.end[row.token[row.length - 1] as number] as number);
  for (let i = set.bucketStart[bucket] as number; i < (set.bucketStart[bucket + 1] as number); i++) {
    const phrase = set.bucketPhrase[i] as number;
    const payload = set.phrasePayload[phrase] as number;
    const first = set.phraseStart[phrase] as number;
    if ((set.phraseStart[phrase + 1] as number) - first !== count || sink.isKnown(payload, start, end)) continue;
    const aligned = alignWords(set, first, count, words);
    if (aligned === undefined || !fitsFrame(set.phraseFrame[phrase] as number, count, aligned, between)) continue;
    if (!areWritten(set, text, tokens, row, from)) continue;
    const { replaced, isMoved } = aligned;
    sink.found({ start, end, payload, replaced, inserted, isMoved, isPair: count === SHORTEST_PHRASE });
  }
}

/** Looks the last words of the row up, from every word that they may begin with, whole and with one or two words left out. */
function compareLast(set: NearSet, text: string, tokens: Tokens, row: Row, sink: NearSink): void {
  const { length, sum, family } = row;
  const last = family[length - 1] as number;
  const longest = set.familyLongest[last] as number;
  const lowest = Math.max(row.first, length - longest - MOST_INSERTED);
  const words: Words = { families: family, from: 0, inserted: 0, insertedAfter: 0 };
  /** Words between that no phrase has: they can only be inserted ones. */
  let strange = 0;
  for (let from = length - SHORTEST_PHRASE; from >= lowest; from--) {
    if (family[from] === UNKNOWN) {
      if (++strange > MOST_INSERTED) return;
      continue;
    }
    words.from = from;
    const whole = ((sum[length] as number) - (sum[from] as number)) | 0;
    if (strange === 0 && length - from <= longest) {
      const bucket = bucketOf(set, bagKey(whole, length - from));
      if (bucket >= 0) {
        words.inserted = 0;
        words.insertedAfter = 0;
        compareBucket(set, bucket, text, tokens, row, words, sink);
      }
    }
    if (length - from <= FEWEST_PARTED || !mayBeParted(set, family[from] as number, last)) continue;
    for (let inserted = Math.max(1, strange); inserted <= MOST_INSERTED; inserted++) {
      if (length - from - inserted < FEWEST_PARTED) break;
      for (let at = from + 1; at + inserted < length; at++) {
        const rest = (whole - ((sum[at + inserted] as number) - (sum[at] as number))) | 0;
        const parted = bucketOf(set, bagKey(rest, length - from - inserted));
        if (parted < 0) continue;
        words.inserted = inserted;
        words.insertedAfter = at - from;
        compareBucket(set, parted, text, tokens, row, words, sink);
      }
    }
  }
}

/** Kinds of separators before a token; 0 for the usual single space. */
function gapBefore(text: string, tokens: Tokens, token: number): number {
  const before = tokens.end[token - 1] as number;
  if (text.charCodeAt(before) === 32 && before + 1 < text.length && text.charCodeAt(before + 1) > 64) return 0;
  return gapKinds(text, tokenEnd(text, before), startOfToken(text, tokens, token));
}

/** Reads one block of tokens; see {@link scanNear}. */
function readTokens(set: NearSet, text: string, tokens: Tokens, row: Row, sink: NearSink): void {
  let particles = 0;
  let unknown = 0;
  row.length = 0;
  row.first = 0;
  let prepositions = 0;
  let conjunctions = 0;
  let commas = 0;
  for (let token = tokens.first; token < tokens.count; token++) {
    const word = wordOf(set, tokens.hash[token] as number);
    if (word < 0 && unknown >= MOST_INSERTED) {
      // One more strange word: nothing reaches over these, so that none of them needs a place.
      row.first = row.length;
      unknown++;
      particles = 0;
      continue;
    }
    const gap = token === tokens.first ? 0 : gapBefore(text, tokens, token);
    if ((gap & ~(JOINERS | COMMA)) !== 0) row.first = row.length;
    if ((gap & COMMA) !== 0) commas++;
    const family = word < 0 ? UNKNOWN : (set.wordFamily[word] as number);
    if (family !== UNKNOWN && family < FIRST_FAMILY) {
      if (family === PREPOSITION) prepositions++;
      if (family === CONJUNCTION) conjunctions++;
      if (family === CLAUSE || ++particles > MOST_PARTICLES) row.first = row.length;
      continue;
    }
    particles = 0;
    unknown = family === UNKNOWN ? unknown + 1 : 0;
    const at = row.length++;
    row.token[at] = token;
    row.family[at] = family;
    const mixed = family === UNKNOWN ? 0 : mixSense(set.familySense[family] as number);
    row.sum[at + 1] = ((row.sum[at] as number) + mixed) | 0;
    row.prepositions[at + 1] = prepositions;
    row.conjunctions[at + 1] = conjunctions;
    row.commas[at + 1] = commas;
    if (unknown > MOST_INSERTED) row.first = row.length;
    if (family !== UNKNOWN) compareLast(set, text, tokens, row, sink);
  }
}

let row: Row | undefined;

/**
 * Tells `sink` the other wordings of phrases in a text between `start` and `end` (UTF-16 offsets at token boundaries), the listed
 * wording itself included; one that lies over the border of two blocks (of tokens, where they are kept, else of units) may be missed. `buffer`
 * is for the tokens of a text that does not keep them. Never throws.
 */
export function scanNear(
  set: NearSet,
  { text, tokens }: TokenizedText,
  start: number,
  end: number,
  buffer: Tokens,
  sink: NearSink,
): void {
  row ??= new Row();
  if (tokens !== undefined) {
    const { first, count } = tokensBetween(tokens, start, end);
    for (let at = first; at < count; at += BLOCK)
      readTokens(set, text, tokensFrom(tokens, at, Math.min(at + BLOCK, count)), row, sink);
    return;
  }
  for (let from = start; from < end; from += BLOCK) {
    tokenize(text, from, Math.min(from + BLOCK, end), buffer);
    readTokens(set, text, buffer, row, sink);
  }
}
