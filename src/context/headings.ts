/** Which lines of a text are headings: short, alone between line breaks, without a closing stop. */
import type { Span } from '../span.ts';
import { isHanUnit } from '../text/fold.ts';
import type { LineIndex } from '../text/lines.ts';
import { countCapitals } from './typography.ts';

/** Longest line that may be a heading, and farthest that one may reach from a span in it, in UTF-16 units. */
const LONGEST_HEADING = 120;
/** Longest Chinese one. */
const LONGEST_HAN_HEADING = 40;

const HEADING_SIGNS = '#（一二三四五六七八九十';
/** Markdown's signs, and the numbers of Chinese documents. */
const HEADING_NUMBER = /^(?:#{1,6}\s|[一二三四五六七八九十]+[、.]|（[一二三四五六七八九十]+）)/;
const CLOSING_MARKS = '.!?;,:。！？；，：”"';

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHanUnit(text.charCodeAt(i))) return true;
  return false;
}

function looksLikeHeading(line: string, text: string): boolean {
  if (line.length > LONGEST_HEADING) return false;
  if (HEADING_SIGNS.includes(line.charAt(0)) && HEADING_NUMBER.test(line)) return true;
  if (CLOSING_MARKS.includes(line.charAt(line.length - 1)) || text.length <= LONGEST_HEADING) return false;
  if (hasHan(line)) return line.length <= LONGEST_HAN_HEADING;
  const { words, capitals } = countCapitals(line, 0, line.length, false);
  return words > 0 && capitals * 3 >= words * 2;
}

/** Looks at each line once, when it is first asked for. */
export class Headings {
  private readonly text: string;
  private readonly lines: LineIndex;
  private line: Span = { start: 0, end: -1 };
  private isHeading = false;

  constructor(text: string, lines: LineIndex) {
    this.text = text;
    this.lines = lines;
  }

  /** Whether the line that holds the span (UTF-16 offsets), or the lines that it stands on, are a heading. */
  holds({ start, end }: Span): boolean {
    if (start < this.line.start || start > this.line.end) {
      this.line = this.lines.lineAt(start);
      this.isHeading = this.isHeadingLine(this.line);
    }
    const line = end <= this.line.end ? this.line : { start: this.line.start, end: this.lines.lineAt(end).end };
    const isNear = start - line.start < LONGEST_HEADING && line.end - end < LONGEST_HEADING;
    return isNear && (line === this.line ? this.isHeading : this.isHeadingLine(line));
  }

  private isHeadingLine({ start, end }: Span): boolean {
    // Spaces around it do not count, as long as they are not most of it.
    return end - start <= 3 * LONGEST_HEADING && looksLikeHeading(this.text.slice(start, end).trim(), this.text);
  }
}
