/**
 * Which of several accepted candidates on the same words is reported. `longest` is leftmost-longest: reading from the left, the
 * candidate that begins first wins, among those that begin together the longest, among those of one span the most confident; the losers
 * of a tie become its alternatives. `all` reports every span, each once.
 */
import type { Judged } from '../context/judge.ts';
import { isInside, overlaps } from '../span.ts';
import type { OverlapPolicy } from './options.ts';

/** UTF-16 units that no wording of a form is longer than. */
const LONGEST_FORM = 400;

/** A candidate that is reported, and the others that read the same span. */
export interface Chosen {
  candidate: Judged;
  alternatives: Judged[];
}

export interface Resolution {
  chosen: Chosen[];
  /** Accepted candidates that lost their words to another. */
  covered: { candidate: Judged; by: Judged }[];
}

/** A listed wording before an inflected one before a reordered one: evidence aside, the nearer wording is meant. */
const NEARNESS = { official: 0, listed: 0, inflected: 1, reordered: 2, pinyin: 2, near: 3 } as const;

function preference(a: Judged, b: Judged): number {
  return NEARNESS[a.rendering] - NEARNESS[b.rendering] || b.confidence - a.confidence || a.entry - b.entry;
}

/** Groups candidates by span; within a group the preferred one comes first. */
function groupBySpan(accepted: readonly Judged[]): Judged[][] {
  const groups: Judged[][] = [];
  for (const candidate of accepted) {
    const group = groups[groups.length - 1];
    if (group?.[0]?.start === candidate.start && group[0].end === candidate.end) group.push(candidate);
    else groups.push([candidate]);
  }
  for (const group of groups) group.sort(preference);
  return groups;
}

/** Resolves overlaps among candidates that are sorted as {@link compareSpans} sorts. */
export function resolveOverlaps(accepted: readonly Judged[], policy: OverlapPolicy): Resolution {
  const chosen: Chosen[] = [];
  const covered: Resolution['covered'] = [];
  for (const [candidate, ...alternatives] of groupBySpan(accepted) as [Judged, ...Judged[]][]) {
    const last = chosen[chosen.length - 1]?.candidate;
    if (policy === 'longest' && last !== undefined && overlaps(last, candidate)) {
      for (const loser of [candidate, ...alternatives]) covered.push({ candidate: loser, by: last });
    } else {
      chosen.push({ candidate, alternatives });
    }
  }
  return { chosen, covered };
}

/**
 * Other wordings of a form whose words, or some of them, a listed wording takes: the nearer wording is meant. One that nobody asked
 * for takes them only where it goes beyond them. Where all mentions are reported it takes those that lie inside it: they resemble a form by
 * chance more often than not. Candidates are sorted as {@link compareSpans} sorts.
 */
export function coveredByListed(
  accepted: readonly Judged[],
  isWanted: (one: Judged) => boolean,
  policy: OverlapPolicy,
): Resolution['covered'] {
  const takes = (listed: Judged, other: Judged) => {
    if (policy === 'all') return isInside(other, listed);
    return overlaps(listed, other) && (isWanted(listed) || !isInside(listed, other));
  };
  const covered: Resolution['covered'] = [];
  const listed = accepted.filter(({ replaced }) => replaced === undefined);
  let first = 0;
  for (const candidate of accepted) {
    if (candidate.replaced === undefined) continue;
    // Spans reach no farther than the longest form, so that few lie between.
    while (first < listed.length && (listed[first] as Judged).end + LONGEST_FORM < candidate.start) first++;
    for (let i = first; i < listed.length && (listed[i] as Judged).start < candidate.end; i++) {
      const other = listed[i] as Judged;
      if (!takes(other, candidate)) continue;
      covered.push({ candidate, by: other });
      break;
    }
  }
  return covered;
}

/**
 * Accepted candidates that lie inside a longer accepted one which nobody asked for: 统战 in 统战部, the united front in the name of a
 * department. The longer one is what the text says, so they are no mentions. Candidates are sorted as {@link compareSpans} sorts.
 */
export function shadowedByUnwanted(
  accepted: readonly Judged[],
  isWanted: (one: Judged) => boolean,
): Resolution['covered'] {
  const shadowed: Resolution['covered'] = [];
  let cover: Judged | undefined;
  for (const candidate of accepted) {
    if (!isWanted(candidate)) {
      if (cover === undefined || candidate.end > cover.end) cover = candidate;
    } else if (
      cover !== undefined &&
      candidate.end <= cover.end &&
      candidate.end - candidate.start < cover.end - cover.start
    ) {
      shadowed.push({ candidate, by: cover });
    }
  }
  return shadowed;
}
