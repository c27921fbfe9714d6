/** Quotation marks at the edges of a phrase: what was opened inside it is closed inside it. */
import type { Span } from '../span.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
];

/** This closing mark is also the apostrophe: alone it closes nothing. */
const APOSTROPHE = '’';

/** Marks left open at the end, and closed without having been opened. */
function unbalanced(text: string, opener: string, closer: string): { open: number; closed: number } {
  let open = 0;
  let closed = 0;
  for (const unit of text) {
    if (unit === closer && (opener !== closer || open > 0)) {
      if (open > 0) open--;
      else if (closer !== APOSTROPHE) closed++;
    } else if (unit === opener) open++;
  }
  return { open, closed };
}

const MARKS = new Set(PAIRS.flat().map((mark) => mark.charCodeAt(0)));

function holdsMark(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if ((unit > 127 || unit === 34) && MARKS.has(unit)) return true;
  }
  return false;
}

/**
 * The span with the quotation marks right outside it that belong to marks inside it: 两个“一以贯之 becomes 两个“一以贯之”. A straight mark
 * left open inside is closed on whichever side has its partner.
 */
export function balanceQuotes(text: string, span: Span): Span {
  if (!holdsMark(text, span)) return span;
  let { start, end } = span;
  for (const [opener, closer] of PAIRS) {
    const { open, closed } = unbalanced(text.slice(span.start, span.end), opener, closer);
    const isClosedRight = open > 0 && text[end] === closer;
    if (isClosedRight) end++;
    const wantsLeft = closed > 0 || (open > 0 && opener === closer && !isClosedRight);
    if (wantsLeft && text[start - 1] === opener) start--;
  }
  return { start, end };
}
