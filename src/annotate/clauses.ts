/**
 * Stretches between two marks, in which members of a set are looked for. Each is read once, however many sets look at it, and only for two
 * masks: they say of nearly every clause that a member is not in it.
 */
import type { Span } from '../span.ts';
import { FOLDED, isHanUnit } from '../text/fold.ts';
import { BRACKET, COLON, COMMA, LINE_BREAK, STOP, separatorKind } from '../text/gaps.ts';

/** Letters by which words are compared: *upholding* is *uphold*. */
const STEM = 5;
const SHORTEST_WORD = 3;

/** The number of a letter from 1 to 26, 0 for what is none. */
function letterOf(unit: number): number {
  const letter = (unit | 32) - 96;
  return letter >= 1 && letter <= 26 ? letter : 0;
}

/** Stems of the words of a stretch: numbers, five bits a letter. */
function readStems(text: string, { start, end }: Span): number[] {
  const stems: number[] = [];
  let letters = 0;
  let stem = 0;
  for (let i = start; i <= end; i++) {
    const letter = i < end ? letterOf(text.charCodeAt(i)) : 0;
    if (letter !== 0) {
      if (letters < STEM) stem = (stem << 5) | letter;
      letters++;
    } else {
      if (letters >= SHORTEST_WORD && !stems.includes(stem)) stems.push(stem);
      letters = 0;
      stem = 0;
    }
  }
  return stems;
}

const SMALL = readStems('the and for with from into that this its our all are who has have not', { start: 0, end: 70 });

/** Stems of the content words of a member. */
export function stemsOf(text: string): number[] {
  return readStems(text, { start: 0, end: text.length }).filter((stem) => !SMALL.includes(stem));
}

/** The ideographs of a stretch of text, folded. */
export function hanOf(text: string, { start, end }: Span = { start: 0, end: text.length }): string {
  let han = '';
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isHanUnit(unit)) han += String.fromCharCode(FOLDED[unit] as number);
  }
  return han;
}

/** One of 32 bits for a stem or an ideograph. */
const bitOf = (value: number) => 1 << (Math.imul(value, 0x9e3779b1) >>> 27);

/** Number of bits set (Warren, Hacker's Delight, 5-1). */
function bitCount(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export interface Clause extends Span {
  /** Bits of its words' stems, small words too, and of its ideographs. */
  stemMask: number;
  hanMask: number;
}

/** What a member of a set is found by: most of its content words, or its Chinese. */
export class MemberWords {
  private readonly stems: readonly number[];
  private readonly stemMask: number;
  private readonly han: string;
  private readonly hanMask: number;

  constructor(text: string, zh: string) {
    this.stems = stemsOf(text);
    this.stemMask = this.stems.reduce((mask, stem) => mask | bitOf(stem), 0);
    this.han = hanOf(zh);
    this.hanMask = Array.from(this.han).reduce((mask, unit) => mask | bitOf(unit.charCodeAt(0)), 0);
  }

  /** Whether a clause of `text` names the member. */
  areIn(text: string, clause: Clause): boolean {
    const { stems, han } = this;
    if (han.length > 1 && (this.hanMask & ~clause.hanMask) === 0 && hanOf(text, clause).includes(han)) return true;
    const fewest = stems.length * LEAST_SHARE;
    // Each bit that the clause lacks is a stem that it lacks.
    if (stems.length === 0 || stems.length - bitCount(this.stemMask & ~clause.stemMask) < fewest) return false;
    const read = readStems(text, clause);
    return stems.filter((stem) => read.includes(stem)).length >= fewest;
  }
}

/** Share of a member's content words that one clause must have. */
const LEAST_SHARE = 0.6;

/** Units of text whose clauses are found together, and that a clause may be long. */
const BLOCK = 1024;
const BREAKS = COMMA | STOP | COLON | BRACKET | LINE_BREAK;

/** Kinds of units besides the letters, which are 1 to 26. */
const OTHER = 0;
const BREAK = 27;
const HAN = 28;

function isBreak(unit: number): boolean {
  return (separatorKind(unit) & BREAKS) !== 0 || unit === 33 || unit === 63 || unit === 0xff01 || unit === 0xff1f;
}

let kindByUnit: Uint8Array | undefined;
/** Kind of each UTF-16 unit; made when the first set is mentioned. */
function unitKinds(): Uint8Array {
  kindByUnit ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    if (isBreak(unit)) return BREAK;
    if (isHanUnit(unit)) return HAN;
    return letterOf(unit);
  });
  return kindByUnit;
}

/** The clause from `start` to the first break, or to `limit`. */
function readClause(text: string, start: number, limit: number, kinds: Uint8Array): Clause {
  let stemMask = 0;
  let hanMask = 0;
  let letters = 0;
  let stem = 0;
  let end = start;
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end);
    const kind = kinds[unit] as number;
    if (kind !== OTHER && kind < BREAK) {
      if (letters < STEM) stem = (stem << 5) | kind;
      letters++;
      continue;
    }
    if (letters >= SHORTEST_WORD) stemMask |= bitOf(stem);
    letters = 0;
    stem = 0;
    if (kind === BREAK) return { start, end, stemMask, hanMask };
    if (kind === HAN) hanMask |= bitOf(FOLDED[unit] as number);
  }
  if (letters >= SHORTEST_WORD) stemMask |= bitOf(stem);
  return { start, end, stemMask, hanMask };
}

/** The clauses of one text. */
export class ClauseIndex {
  private readonly text: string;
  private readonly blocks = new Map<number, Clause[]>();

  constructor(text: string) {
    this.text = text;
  }

  private read(block: number): Clause[] {
    const { text } = this;
    const { length } = text;
    const kinds = unitKinds();
    const blockEnd = Math.min((block + 1) * BLOCK, length);
    const clauses: Clause[] = [];
    let start = block * BLOCK;
    // What goes on from the block before is a clause of that one.
    if (block > 0) {
      start--;
      while (start < blockEnd && kinds[text.charCodeAt(start)] !== BREAK) start++;
      start++;
    }
    while (start < blockEnd) {
      const clause = readClause(text, start, Math.min(start + BLOCK, length), kinds);
      if (clause.end > start) clauses.push(clause);
      start = clause.end + 1;
    }
    return clauses;
  }

  /** The first clause that is wanted among those that begin in the blocks from `start` to `end` (UTF-16 offsets) and reach into that stretch. */
  find({ start, end }: Span, isWanted: (clause: Clause) => boolean): Clause | undefined {
    for (let block = Math.floor(Math.max(0, start) / BLOCK); block * BLOCK < Math.min(end, this.text.length); block++) {
      let clauses = this.blocks.get(block);
      if (clauses === undefined) {
        clauses = this.read(block);
        this.blocks.set(block, clauses);
      }
      for (const clause of clauses) {
        if (clause.end > start && clause.start < end && isWanted(clause)) return clause;
      }
    }
    return undefined;
  }
}
