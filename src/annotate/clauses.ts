/** Stretches between two marks, with what members of a set are compared by; each is read once, however many sets look at it. */
import type { Span } from '../span.ts';
import { fold } from '../text/fold.ts';
import { BRACKET, COLON, COMMA, LINE_BREAK, STOP, separatorKind } from '../text/gaps.ts';

/** Letters by which words are compared: *upholding* is *uphold*. */
const STEM = 5;
const SHORTEST_WORD = 3;

/** Stems as numbers, five bits a letter: they fit, and nothing is allocated for words that no member has. */
function readStems(text: string, start: number, end: number): number[] {
  const stems: number[] = [];
  let letters = 0;
  let stem = 0;
  for (let i = start; i <= end; i++) {
    const letter = i < end ? (text.charCodeAt(i) | 32) - 96 : 0;
    if (letter >= 1 && letter <= 26) {
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

const SMALL = readStems('the and for with from into that this its our all are who has have not', 0, 70);

/** Stems of the content words of a member. */
export function stemsOf(text: string): number[] {
  return readStems(text, 0, text.length).filter((stem) => !SMALL.includes(stem));
}

/** The ideographs of a text, folded. */
export function hanOf(text: string): string {
  return /\p{Script=Han}/u.test(text) ? fold(text.replace(/[^\p{Script=Han}]/gu, '')) : '';
}

export interface Clause extends Span {
  /** Stems of all words, small ones too. */
  stems: readonly number[];
  han: string;
}

/** Units of text whose clauses are found together, and that a clause may be long. */
const BLOCK = 1024;
const BREAKS = COMMA | STOP | COLON | BRACKET | LINE_BREAK;

export class ClauseIndex {
  private readonly text: string;
  private readonly blocks = new Map<number, Clause[]>();

  constructor(text: string) {
    this.text = text;
  }

  private isBreak(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return (separatorKind(unit) & BREAKS) !== 0 || unit === 33 || unit === 63 || unit === 0xff01 || unit === 0xff1f;
  }

  /** Offset of the first break from `from` on, at most `limit`. */
  private nextBreak(from: number, limit: number): number {
    let at = from;
    while (at < limit && !this.isBreak(at)) at++;
    return at;
  }

  private read(block: number): Clause[] {
    const { length } = this.text;
    const blockEnd = Math.min((block + 1) * BLOCK, length);
    const clauses: Clause[] = [];
    // What goes on from the block before is a clause of that one.
    let start = block === 0 ? 0 : this.nextBreak(block * BLOCK - 1, blockEnd) + 1;
    while (start < blockEnd) {
      const end = this.nextBreak(start, Math.min(start + BLOCK, length));
      if (end > start) {
        const { text } = this;
        clauses.push({ start, end, stems: readStems(text, start, end), han: hanOf(text.slice(start, end)) });
      }
      start = end + 1;
    }
    return clauses;
  }

  /** The clauses that begin in the blocks from `start` to `end` (UTF-16 offsets) and reach into that stretch. */
  around({ start, end }: Span): Clause[] {
    const found: Clause[] = [];
    for (let block = Math.floor(Math.max(0, start) / BLOCK); block * BLOCK < Math.min(end, this.text.length); block++) {
      let clauses = this.blocks.get(block);
      if (clauses === undefined) {
        clauses = this.read(block);
        this.blocks.set(block, clauses);
      }
      for (const clause of clauses) if (clause.end > start && clause.start < end) found.push(clause);
    }
    return found;
  }
}
