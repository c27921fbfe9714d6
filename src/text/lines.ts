import type { Span } from '../span.ts';

/** Lines end at LF, CR or CRLF. Lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Position of a UTF-16 offset; an offset past the end is taken as the end. */
  positionAt(offset: number): Position;
  /** The line that holds a UTF-16 offset, without what ends it. */
  lineAt(offset: number): Span;
  /** UTF-16 offset of a position; lines and columns that do not exist give the nearest offset that does. */
  offsetAt(position: Position): number;
}

/** Indexes the lines of a text: one pass to build, a binary search per question. */
export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  const startOf = (line: number) => starts[line] ?? text.length;
  /** Number of the line that holds an offset, from 0. */
  const lineOf = (offset: number) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    positionAt(offset) {
      const wanted = Math.min(Math.max(offset, 0), text.length);
      const line = lineOf(wanted);
      return { line: line + 1, column: wanted - startOf(line) + 1 };
    },
    lineAt(offset) {
      const line = lineOf(offset);
      let end = startOf(line + 1);
      while (end > startOf(line) && isLineBreak(text.charCodeAt(end - 1))) end--;
      return { start: startOf(line), end };
    },
    offsetAt({ line, column }) {
      const wanted = Math.min(Math.max(line, 1), starts.length) - 1;
      return Math.min(startOf(wanted) + Math.max(column, 1) - 1, startOf(wanted + 1), text.length);
    },
  };
}

const isLineBreak = (unit: number) => unit === 10 || unit === 13;

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
