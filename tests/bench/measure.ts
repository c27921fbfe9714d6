/** Timing: warm up, then rounds in which the contestants take turns, and the median of each. */
import { cpus } from 'node:os';
import type { Corpus } from './corpus.ts';
import type { Matcher } from './peers.ts';

/** A line on the machine, so that figures are not read without it. */
export function machineLine(): string {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Milliseconds of one call. */
export function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** A part of a corpus that a matcher reads in about `budget` milliseconds: slow ones get fewer documents. */
export function shareFor(matcher: Matcher, corpus: Corpus, budget: number): { documents: string[]; bytes: number } {
  const documents: string[] = [];
  let bytes = 0;
  const start = performance.now();
  for (const document of corpus.documents) {
    matcher(document);
    documents.push(document);
    bytes += Buffer.byteLength(document);
    if (performance.now() - start > budget) break;
  }
  return { documents, bytes };
}

export interface Rate {
  /** Megabytes of UTF-8 per second, the median of the rounds. */
  mbPerSecond: number;
  matches: number;
  bytes: number;
}

/** Rates of several matchers on one corpus, measured in turns so that a machine that slows down slows all of them. */
export function compare(matchers: readonly Matcher[], corpus: Corpus, rounds: number, budget: number): Rate[] {
  // The first share pays for what is loaded and compiled on the way: it would leave too few documents.
  const shares = matchers.map((matcher) => {
    shareFor(matcher, corpus, budget);
    return shareFor(matcher, corpus, budget);
  });
  const times = matchers.map((): number[] => []);
  const counts = matchers.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    matchers.forEach((matcher, i) => {
      let count = 0;
      const share = shares[i] ?? { documents: [], bytes: 0 };
      times[i]?.push(
        timeOf(() => {
          for (const document of share.documents) count += matcher(document);
        }),
      );
      counts[i] = count;
    });
  }
  return matchers.map((_, i) => ({
    mbPerSecond: (shares[i]?.bytes ?? 0) / 1000 / median(times[i] ?? []),
    matches: counts[i] ?? 0,
    bytes: shares[i]?.bytes ?? 0,
  }));
}
