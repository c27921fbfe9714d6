/** Markdown (CommonMark, GitHub's tables, footnotes and strikethrough, front matter) as the events of its tokens. */
import { parse, postprocess, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { DocumentError } from './document-error.ts';
import { LIMITS } from './limits.ts';

/** A token begins or ends; offsets are UTF-16 units of the source. */
export interface MarkdownEvent {
  isEnter: boolean;
  type: string;
  start: number;
  end: number;
}

/** Markers of quotes at the beginning of a line; each one nests the parser deeper. */
const DEEP_LINE = new RegExp(`^(?:[ \\t]*[>*+-]){${LIMITS.depth / 10}}`, 'm');

/**
 * All events, in order.
 * @throws {DocumentError} `too-deep` for quotes in quotes without end.
 */
export function markdownEvents(source: string): MarkdownEvent[] {
  if (DEEP_LINE.test(source.replace(/[-*]{4,}/g, ''))) {
    throw new DocumentError('too-deep', `more than ${LIMITS.depth / 10} quotes or lists inside one another`);
  }
  const parser = parse({ extensions: [gfm(), frontmatter(['yaml'])] }).document();
  const events = postprocess(parser.write(preprocess()(source, undefined, true)));
  return events.map(([kind, token]) => ({
    isEnter: kind === 'enter',
    type: token.type,
    start: token.start.offset,
    end: token.end.offset,
  }));
}
