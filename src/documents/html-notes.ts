/** An HTML page with its mentions marked and a list of notes at its end; everything else stays as it was. */
import type { AnnotateResult } from '../annotate/result.ts';
import { readHtmlMarkup } from './markup.ts';
import { disjoint, NOTES_PREFACE, type Note, type NoteOptions, noteOrigin, notesOf, pickMentions } from './notes.ts';
import { piecesOf } from './source-ranges.ts';
import type { Insertion } from './splice.ts';
import type { TextView } from './text-view.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

interface Page {
  /** Where links lie; a link in a link would end the outer one. */
  links: { start: number; end: number }[];
  notesAt: number;
}

function layOut(source: string): Page {
  const page: Page = { links: [], notesAt: source.length };
  const open: number[] = [];
  readHtmlMarkup(source, {
    open(name, _attributes, start) {
      if (name === 'a') open.push(start);
    },
    close(name, start, end, isImplied) {
      if (name === 'a') page.links.push({ start: open.pop() ?? start, end });
      if (name === 'body' && !isImplied) page.notesAt = start;
    },
  });
  return page;
}

/** Marks stay marks on dark pages and on paper. */
const MARK_STYLE = 'background:#fff3b0;color:#1a1a1a;border-bottom:2px solid #b58900';
const NOTES_STYLE =
  'border-top:3px solid #b58900;margin:3em 0 1em;padding:1em;background:#fffdf5;color:#1a1a1a;font:15px/1.5 system-ui,sans-serif;text-align:left';

function noteItem({ term, title, gloss, official, readings }: Note): string {
  const parts = [
    `<b>${escapeXml(title)}</b><br>${escapeXml(gloss)}`,
    ...(official === undefined ? [] : [`<br><i>Official English:</i> ${escapeXml(official)}`]),
    ...readings.map(({ head, text, differs }) => {
      const difference = differs === undefined ? '' : `<br><b>Where official usage differs:</b> ${escapeXml(differs)}`;
      return `<div style="border-left:3px solid #999;margin:.4em 0;padding-left:.8em"><i>${escapeXml(head)}:</i> ${escapeXml(text)}${difference}</div>`;
    }),
  ];
  return `<li id="tifa-${escapeXml(term)}" style="margin:.7em 0">${parts.join('')}</li>`;
}

function noteList(result: AnnotateResult, notes: readonly Note[]): string {
  return `<section id="tifa-notes" lang="en" style="${NOTES_STYLE}">
<h2>Terms in this document</h2>
<p>${NOTES_PREFACE}</p>
<ol>
${notes.map(noteItem).join('\n')}
</ol>
<p><small>${escapeXml(noteOrigin(result))}</small></p>
</section>
`;
}

/** What is put into a page; `source` is the page as it was decoded. */
export function htmlInsertions(
  source: string,
  view: TextView,
  result: AnnotateResult,
  options: NoteOptions,
): Insertion[] {
  const notes = notesOf(result);
  if (notes.size === 0) return [];
  const numberOf = new Map([...notes.keys()].map((term, i) => [term, i + 1]));
  const { links, notesAt } = layOut(source);
  const mentions = disjoint(result.mentions);
  const withNumber = new Set(pickMentions(mentions, view.sections ?? [], options.notes));
  const insertions: Insertion[] = [];
  for (const mention of mentions) {
    const note = notes.get(mention.term);
    const pieces = piecesOf(view.segments ?? [], mention);
    if (note === undefined || pieces.length === 0) continue;
    const title = escapeXml(`${note.title}: ${note.gloss}`);
    for (const { from, to } of joined(pieces)) {
      insertions.push({ at: from, text: `<mark class="tifa" title="${title}" style="${MARK_STYLE}">` });
      insertions.push({ at: to, text: '</mark>' });
    }
    if (!withNumber.has(mention)) continue;
    const end = pieces.at(-1)?.to ?? 0;
    const number = `[${numberOf.get(mention.term)}]`;
    const isInLink = links.some((link) => link.start < end && end < link.end);
    const mark = isInLink ? number : `<a href="#tifa-${escapeXml(mention.term)}">${number}</a>`;
    insertions.push({ at: end, text: `<sup class="tifa">${mark}</sup>` });
  }
  insertions.push({ at: notesAt, text: noteList(result, [...notes.values()]) });
  return insertions;
}

/** Stretches of the source that touch become one. */
export function joined(pieces: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const whole: { from: number; to: number }[] = [];
  for (const { from, to } of pieces) {
    const last = whole.at(-1);
    if (last?.to === from) last.to = to;
    else whole.push({ from, to });
  }
  return whole;
}
