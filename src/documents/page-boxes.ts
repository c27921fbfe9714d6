/** The place of a few letters within a run of text on a page, whose place as a whole is known. */
import type { Span } from '../span.ts';
import type { PageBox, Segment } from './text-view.ts';

/** About how wide a character is in a usual proportional face, in ems. */
function widthOf(character: string): number {
  if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/.test(character) || character.length > 1) return 1;
  if (/[ijl.,:;'|!‘’ft()[\]r /\\-]/.test(character)) return 0.3;
  if (/[mwMW—%@]/.test(character)) return 0.85;
  if (/[A-Z]/.test(character)) return 0.68;
  return 0.53;
}

const widthOfText = (text: string) => [...text].reduce((sum, character) => sum + widthOf(character), 0);

const round = (value: number) => Math.round(value * 100) / 100;

/** The box of `span` inside `whole`, a segment with a box; both are spans of `text`. */
export function boxOf(text: string, whole: Segment, span: Span): PageBox {
  const box = whole.box as PageBox;
  const total = widthOfText(text.slice(whole.start, whole.end)) || 1;
  const before = widthOfText(text.slice(whole.start, span.start)) / total;
  const share = widthOfText(text.slice(span.start, span.end)) / total;
  return {
    page: box.page,
    x: round(box.x + before * box.width),
    y: round(box.y),
    width: round(share * box.width),
    height: round(box.height),
  };
}
