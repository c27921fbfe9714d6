/** From runs of text on a page to its lines in reading order. */
import type { PageBox } from './text-view.ts';

/** A run of text as the page draws it. */
export interface TextRun {
  text: string;
  box: PageBox;
}

/** Runs on one base line, from left to right. */
export interface PageLine {
  runs: TextRun[];
  left: number;
  right: number;
  y: number;
  height: number;
}

const textOf = (line: PageLine) => line.runs.map(({ text }) => text).join('');

export { textOf as textOfLine };

/** Gap between two runs of a line, in heights of the line, from which they belong to different columns. */
const COLUMN_GAP = 1.4;

function continues(line: PageLine, { box }: TextRun): boolean {
  const height = Math.max(line.height, box.height);
  if (Math.abs(box.y - line.y) > height * 0.45) return false;
  const gap = box.x - line.right;
  return gap < height * COLUMN_GAP && gap > -height * 1.5;
}

function lineOf(run: TextRun): PageLine {
  const { x, y, width, height } = run.box;
  return { runs: [run], left: x, right: x + width, y, height };
}

/** Lines in the order in which the page draws them. */
export function linesOf(runs: readonly TextRun[]): PageLine[] {
  const lines: PageLine[] = [];
  for (const run of runs) {
    if (run.text.trim() === '') continue;
    const line = lines.at(-1);
    if (line === undefined || !continues(line, run)) {
      lines.push(lineOf(run));
      continue;
    }
    line.runs.push(run);
    line.right = Math.max(line.right, run.box.x + run.box.width);
    line.left = Math.min(line.left, run.box.x);
    if (run.box.height > line.height) Object.assign(line, { height: run.box.height, y: run.box.y });
  }
  return lines;
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Least pairs of neighbours on one base line that make columns. */
const LEAST_PAIRS = 5;

/**
 * Where the right one of two columns begins, if the page draws its lines across both; undefined where it draws one column after the other.
 */
function gutterOf(lines: readonly PageLine[]): number | undefined {
  const rights: number[] = [];
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    if (next !== undefined && Math.abs(next.y - line.y) < 0.3 * line.height && next.left > line.right)
      rights.push(next.left);
  });
  if (rights.length < LEAST_PAIRS || rights.length * 2 < lines.length * 0.5) return undefined;
  const gutter = median(rights);
  const aligned = rights.filter((left) => Math.abs(left - gutter) < 15).length;
  return aligned >= rights.length * 0.7 ? gutter - 8 : undefined;
}

/** Lines in reading order: where a page draws its lines across two columns, the left column comes before the right one. */
export function inReadingOrder(lines: readonly PageLine[]): PageLine[] {
  const gutter = gutterOf(lines);
  if (gutter === undefined) return [...lines];
  const ordered: PageLine[] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  const flush = () => {
    ordered.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const line of lines) {
    if (line.left >= gutter) right.push(line);
    else if (line.right <= gutter + 8) left.push(line);
    else {
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}

/** Share of a page's height, at its top and foot, in which running heads and page numbers stand. */
const MARGIN = 0.1;

/** What stays the same in a running head from page to page. */
const shapeOf = (line: PageLine) => textOf(line).replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

const isPageNumber = (shape: string) =>
  /^[-–—|·\s]*(?:page |第\s*)?#(?:\s*(?:\/|of|页|頁)\s*#?)?(?:\s*[页頁])?[-–—|·\s]*$/i.test(shape);

/** Takes page numbers out, and running heads after the first page that has them. Returns what was taken out. */
export function withoutRunningHeads(pages: { lines: PageLine[]; bottom: number; top: number }[]): PageLine[] {
  const isMarginal = ({ y }: PageLine, bottom: number, top: number) =>
    y < bottom + (top - bottom) * MARGIN || y > top - (top - bottom) * MARGIN;
  const counts = new Map<string, number>();
  for (const { lines, bottom, top } of pages) {
    const shapes = new Set(lines.filter((line) => isMarginal(line, bottom, top)).map(shapeOf));
    for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const seen = new Set<string>();
  const removed: PageLine[] = [];
  for (const page of pages) {
    page.lines = page.lines.filter((line) => {
      if (!isMarginal(line, page.bottom, page.top)) return true;
      const shape = shapeOf(line);
      const isRunning = (counts.get(shape) ?? 0) >= 3 && (counts.get(shape) ?? 0) * 2 >= pages.length;
      const isKept = !isPageNumber(shape) && !(isRunning && seen.has(shape));
      seen.add(shape);
      if (!isKept) removed.push(line);
      return isKept;
    });
  }
  return removed;
}
