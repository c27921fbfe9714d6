/**
 * A half-open stretch of a text: `start` is the first UTF-16 unit inside, `end` the first one after.
 * All offsets in Tifa are UTF-16 units into the text view of a document, unless a name says otherwise.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the two spans share at least one unit. Empty spans share nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies inside `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Leftmost first; among those that start together, longest first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Whether a span lies in another and is shorter. */
export function isInside(inner: Span, outer: Span): boolean {
  return contains(outer, inner) && inner.end - inner.start < outer.end - outer.start;
}
