/** Annotated documents against each other: by rate, and by what one has and the others haven't. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { SUBJECT_IDS, type Subject } from '../../src/lexicon/subjects.ts';

/** A count in each document and its rate per thousand of that document's unit. */
export interface Row {
  counts: number[];
  rates: number[];
}

export interface TermRow extends Row {
  id: string;
  label: string;
  subject: Subject;
}

export interface Comparison {
  /** Words or Chinese characters of each document: what its rates are counted against. */
  sizes: number[];
  subjects: (Row & { subject: Subject })[];
  /** Terms that two documents or more have, by the difference of the rates, the greatest first. */
  shared: TermRow[];
  /** For each document the terms that no other has. */
  only: TermRow[][];
}

const sizeOf = ({ document, statistics }: AnnotateResult) => document[statistics.unit];
const rateOf = (count: number, size: number) => (size === 0 ? 0 : (count * 1000) / size);

function countTerms({ mentions }: AnnotateResult): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of mentions) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

const difference = ({ rates }: Row) => Math.max(...rates) - Math.min(...rates);
const documentsWith = ({ counts }: Row) => counts.filter((count) => count > 0).length;

/** Compares two results or more of the same lexicon; all carry their terms. */
export function compareResults(results: readonly AnnotateResult[]): Comparison {
  const sizes = results.map(sizeOf);
  const rowOf = (counts: number[]): Row => ({ counts, rates: counts.map((count, i) => rateOf(count, sizes[i] ?? 0)) });
  const counts = results.map(countTerms);
  const terms = [...new Set(counts.flatMap((count) => [...count.keys()]))].flatMap((id): TermRow[] => {
    const term = results.map((result) => result.terms?.[id]).find((one) => one !== undefined);
    if (term === undefined) return [];
    return [{ id, label: term.label, subject: term.subject, ...rowOf(counts.map((count) => count.get(id) ?? 0)) }];
  });
  terms.sort((a, b) => difference(b) - difference(a) || (a.label < b.label ? -1 : 1));
  return {
    sizes,
    subjects: SUBJECT_IDS.map((subject) => ({
      subject,
      ...rowOf(results.map(({ statistics }) => statistics.bySubject[subject] ?? 0)),
    })).filter((row) => documentsWith(row) > 0),
    shared: terms.filter((term) => documentsWith(term) > 1),
    only: results.map((_, i) => terms.filter((term) => documentsWith(term) === 1 && (term.counts[i] ?? 0) > 0)),
  };
}
