/** Cuts a text where mentions begin and end, so that overlapping mentions can be marked without crossing tags. */
import type { Mention } from '../annotate/result.ts';

/** A stretch of text on which the same mentions lie. */
export interface Segment {
  text: string;
  /** Numbers of the mentions on it, the one that begins first and is longest first; none for plain text. */
  mentions: number[];
}

/**
 * The text as segments, in order; joined they are the text. Mentions are sorted by start, in UTF-16 offsets.
 */
export function segmentsOf(text: string, mentions: readonly Mention[]): Segment[] {
  const cuts = [...new Set([0, text.length, ...mentions.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let active: number[] = [];
  cuts.slice(0, -1).forEach((start, i) => {
    const end = cuts[i + 1] ?? text.length;
    active = active.filter((number) => (mentions[number]?.end ?? 0) > start);
    while ((mentions[next]?.start ?? text.length) <= start && next < mentions.length) active.push(next++);
    segments.push({ text: text.slice(start, end), mentions: [...active] });
  });
  return segments;
}
