/** The content words of a block of text, in a row. */
import { BLOCK } from '../text/tokenized-text.ts';
import type { Between, Words } from './near-frame.ts';

/** Family of a word that no phrase has. */
export const UNKNOWN = 0;

/** Content words in a row, with running counts of what stands before each. */
export class Row {
  readonly token = new Int32Array(BLOCK + 1);
  readonly family = new Int32Array(BLOCK + 1);
  /** Sum of the mixed senses of all words before. */
  readonly sum = new Int32Array(BLOCK + 2);
  readonly prepositions = new Int32Array(BLOCK + 2);
  readonly conjunctions = new Int32Array(BLOCK + 2);
  readonly commas = new Int32Array(BLOCK + 2);
  length = 0;
  /** Where the words begin that hang together. */
  first = 0;
}

/** What the last words of a row, from `from` on, have between them; what stands around inserted words is not counted. */
export function betweenWords(row: Row, { from, inserted, insertedAfter }: Words): Between {
  const last = row.length;
  const count = (sums: Int32Array) => {
    const whole = (sums[last] as number) - (sums[from + 1] as number);
    if (inserted === 0) return whole;
    const before = from + insertedAfter;
    return whole - ((sums[before + inserted + 1] as number) - (sums[before] as number));
  };
  const commas = (row.commas[last] as number) - (row.commas[from + 1] as number);
  return { prepositions: count(row.prepositions), conjunctions: count(row.conjunctions) + commas, commas, inserted };
}
