/** Two annotated documents against each other: by rate, and by what one has and the other hasn't. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { SUBJECT_IDS, type Subject } from '../../src/lexicon/subjects.ts';

/** A count in each document and its rate per thousand of the document's unit. */
export interface Pair {
  counts: [number, number];
  rates: [number, number];
}

export interface TermPair extends Pair {
  id: string;
  label: string;
  subject: Subject;
}

export interface Comparison {
  /** Words or Chinese characters of each document: what its rates are counted against. */
  sizes: [number, number];
  subjects: (Pair & { subject: Subject })[];
  /** By the difference of the rates, the greatest first. */
  both: TermPair[];
  onlyFirst: TermPair[];
  onlySecond: TermPair[];
}

const sizeOf = ({ document, statistics }: AnnotateResult) => document[statistics.unit];
const rateOf = (count: number, size: number) => (size === 0 ? 0 : (count * 1000) / size);

function countTerms({ mentions }: AnnotateResult): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of mentions) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

const difference = ({ rates: [first, second] }: Pair) => Math.abs(first - second);

/** Compares two results of the same lexicon; both carry their terms. */
export function compareResults(first: AnnotateResult, second: AnnotateResult): Comparison {
  const sizes: [number, number] = [sizeOf(first), sizeOf(second)];
  const pairOf = (a: number, b: number): Pair => ({
    counts: [a, b],
    rates: [rateOf(a, sizes[0]), rateOf(b, sizes[1])],
  });
  const counts = [countTerms(first), countTerms(second)] as const;
  const terms = [...new Set([...counts[0].keys(), ...counts[1].keys()])].flatMap((id): TermPair[] => {
    const term = first.terms?.[id] ?? second.terms?.[id];
    if (term === undefined) return [];
    return [
      { id, label: term.label, subject: term.subject, ...pairOf(counts[0].get(id) ?? 0, counts[1].get(id) ?? 0) },
    ];
  });
  terms.sort((a, b) => difference(b) - difference(a) || (a.label < b.label ? -1 : 1));
  return {
    sizes,
    subjects: SUBJECT_IDS.map((subject) => ({
      subject,
      ...pairOf(first.statistics.bySubject[subject] ?? 0, second.statistics.bySubject[subject] ?? 0),
    })).filter(({ counts: [a, b] }) => a + b > 0),
    both: terms.filter((term) => term.counts[0] > 0 && term.counts[1] > 0),
    onlyFirst: terms.filter((term) => term.counts[1] === 0),
    onlySecond: terms.filter((term) => term.counts[0] === 0),
  };
}
