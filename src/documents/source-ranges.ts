/** From spans of a text view to the places in the source that they were read from. */
import type { SourceRange } from '../annotate/result.ts';
import type { Span } from '../span.ts';
import { boxOf } from './page-boxes.ts';
import type { Segment, TextView } from './text-view.ts';

/** The number of the first segment that ends after an offset. */
function firstAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle] as Segment).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The parts of segments that a span covers, in the order of the view. */
export function piecesOf(segments: readonly Segment[], { start, end }: Span): Segment[] {
  const pieces: Segment[] = [];
  for (let i = firstAfter(segments, start); i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (segment.start >= end) break;
    const cut = { start: Math.max(start, segment.start), end: Math.min(end, segment.end) };
    const isWhole = segment.end - segment.start === segment.to - segment.from;
    pieces.push({
      ...segment,
      ...cut,
      from: isWhole ? segment.from + cut.start - segment.start : segment.from,
      to: isWhole ? segment.to - (segment.end - cut.end) : segment.to,
    });
  }
  return pieces;
}

/** Where a span lies in the source: one range for each unbroken stretch. Empty where the source is the view. */
export function sourceRangesOf(view: Pick<TextView, 'text' | 'segments'>, span: Span): SourceRange[] {
  const { segments } = view;
  if (segments === undefined) return [];
  const ranges: SourceRange[] = [];
  for (const piece of piecesOf(segments, span)) {
    const { from: start, to: end, part, box } = piece;
    const before = ranges.at(-1);
    if (box !== undefined) {
      const whole = segments[firstAfter(segments, piece.start)] as Segment;
      const { page, ...place } = boxOf(view.text, whole, piece);
      ranges.push({ start: 0, end: 0, page, box: place });
    } else if (before !== undefined && before.end === start && before.part === part) before.end = end;
    else ranges.push({ start, end, ...(part === undefined ? {} : { part }) });
  }
  return ranges;
}
