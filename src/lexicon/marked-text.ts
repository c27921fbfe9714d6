/** Example sentences with the mention marked: `Branches became the [[Red Engine]] of production.` */
import type { Span } from '../span.ts';

export interface MarkedText {
  /** The sentence without its marks. */
  text: string;
  /** What was marked, in UTF-16 offsets of `text`. */
  spans: Span[];
}

/** Takes `[[…]]` marks out of a sentence. Unpaired marks stay in the text. */
export function readMarked(marked: string): MarkedText {
  const spans: Span[] = [];
  let text = '';
  let at = 0;
  for (const found of marked.matchAll(/\[\[(.+?)\]\]/gsu)) {
    text += marked.slice(at, found.index);
    const content = found[1] as string;
    spans.push({ start: text.length, end: text.length + content.length });
    text += content;
    at = found.index + found[0].length;
  }
  return { text: text + marked.slice(at), spans };
}
