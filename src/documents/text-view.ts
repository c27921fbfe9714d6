/**
 * The text view of a document: what a reader sees of it, as one string, and where each stretch of that string lies in the source. Offsets
 * into the source are UTF-16 units of the decoded file; of the named part where the file is a container (DOCX), of no text at all but
 * a place on a page where it is a PDF.
 */
import type { SourceRange, Warning } from '../annotate/result.ts';

export const DOCUMENT_FORMATS = ['text', 'markdown', 'html', 'docx', 'pdf', 'xliff'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A stretch of the source that was not read. */
export interface SkippedRange extends SourceRange {
  why: string;
}

/** Where a stretch of the view comes from. Of equal length on both sides, units match one by one; otherwise the whole stands for the whole. */
export interface Segment {
  /** In the view. */
  start: number;
  end: number;
  /** In the source. */
  from: number;
  to: number;
  /** The part of a container. */
  part?: string;
  /** A place on a page. */
  box?: PageBox;
}

/** Page from 1; coordinates of PDF user space, from the lower left. `ascent` is the height above the base line. */
export interface PageBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a reader makes of a file. */
export interface TextView {
  text: string;
  /** Absent for a text that came as such. */
  format?: DocumentFormat;
  /** Of the bytes, by its name on the web platform; absent for containers. */
  encoding?: string;
  /** In the order of the view; absent where the source is the view. */
  segments?: readonly Segment[];
  /** Title, company, author, date, url … as the document itself gives them. */
  metadata?: Record<string, string>;
  skipped: SkippedRange[];
  warnings: Warning[];
  /** Where sections begin in the view, after its start: headings, pages, units. */
  sections?: readonly number[];
}

/** Builds a view from stretches of a source. */
export class ViewBuilder {
  readonly segments: Segment[] = [];
  readonly skipped: SkippedRange[] = [];
  readonly sections: number[] = [];
  private readonly pieces: string[] = [];
  private pendingBreak = '';
  private last = '';
  length = 0;

  /** Adds text of the source. */
  add(text: string, from: number, to: number, part?: string): void {
    if (text === '') return;
    this.flushBreak();
    const start = this.length;
    this.push(text);
    const before = this.segments.at(-1);
    const isWhole = text.length === to - from;
    if (
      before?.end === start &&
      before.to === from &&
      before.part === part &&
      isWhole &&
      before.end - before.start === before.to - before.from
    ) {
      before.end = this.length;
      before.to = to;
      return;
    }
    this.segments.push({ start, end: this.length, from, to, ...(part === undefined ? {} : { part }) });
  }

  /** Adds text at a place on a page. */
  addBox(text: string, box: PageBox): void {
    if (text === '') return;
    this.flushBreak();
    const start = this.length;
    this.push(text);
    this.segments.push({ start, end: this.length, from: 0, to: 0, box });
  }

  /** Adds text that stands nowhere in the source. */
  gap(text: string): void {
    if (text === '') return;
    this.flushBreak();
    this.push(text);
  }

  /** Ends the line, or with two line ends the paragraph, before whatever is added next. Nothing at the start, never more than asked. */
  break(lineEnds: '\n' | '\n\n' | '\t'): void {
    if (this.length === 0 || this.pendingBreak === '\n\n' || lineEnds.length < this.pendingBreak.length) return;
    if (this.pendingBreak === '\n' && lineEnds === '\t') return;
    this.pendingBreak = lineEnds;
  }

  /** Begins a section before whatever is added next. */
  section(): void {
    this.flushBreak();
    if (this.length > 0 && this.sections.at(-1) !== this.length) this.sections.push(this.length);
  }

  /** Whether the next text stands at the beginning of a line or after a space. */
  get isAtSpace(): boolean {
    return this.length === 0 || this.pendingBreak !== '' || /\s$/.test(this.last);
  }

  private flushBreak(): void {
    if (this.pendingBreak === '') return;
    const lineEnds = this.pendingBreak;
    this.pendingBreak = '';
    this.push(this.last.endsWith('\n') ? lineEnds.slice(1) : lineEnds);
  }

  private push(text: string): void {
    if (text === '') return;
    this.pieces.push(text);
    this.last = text;
    this.length += text.length;
  }

  toText(): string {
    return this.pieces.join('');
  }
}
