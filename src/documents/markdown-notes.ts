/** Markdown with footnotes behind its mentions; everything else stays as it was. */
import type { AnnotateResult } from '../annotate/result.ts';
import { type MarkdownEvent, markdownEvents } from './markdown-events.ts';
import { disjoint, linesOfNote, type NoteOptions, noteOrigin, notesOf, pickMentions } from './notes.ts';
import { piecesOf } from './source-ranges.ts';
import type { Insertion } from './splice.ts';
import type { TextView } from './text-view.ts';

/** Tokens that no footnote mark may stand in, or just before whose closing signs it would undo them. */
const CLOSED = new Set(['link', 'htmlFlow']);
const EMPHASIS = new Set(['emphasis', 'strong', 'strikethrough']);

/** The place behind `end` where a mark changes nothing of the markup around it. */
function markPlace(end: number, events: readonly MarkdownEvent[], source: string): number {
  let place = end;
  for (const { isEnter, type, start, end: tokenEnd } of events) {
    if (!isEnter || start >= end || tokenEnd <= place) continue;
    if (CLOSED.has(type)) place = tokenEnd;
    else if (EMPHASIS.has(type) && /^[*_~]+$/.test(source.slice(place, tokenEnd))) place = tokenEnd;
  }
  return place;
}

/** Blocks of HTML that only their own end closes, not a blank line. */
const LASTING_HTML = /^\s*<(?:!|\?|script|pre|style|textarea)/i;

/** Where definitions can go: at the end, but before a block of code or HTML that is still open there. */
function definitionsPlace(events: readonly MarkdownEvent[], source: string): number {
  const last = events.findLast(({ isEnter, type }) => isEnter && (type === 'codeFenced' || type === 'htmlFlow'));
  if (last === undefined || source.slice(last.end).trim() !== '') return source.length;
  const block = source.slice(last.start, last.end);
  const isClosed = last.type === 'codeFenced' ? /\n[ \t>]*(`{3,}|~{3,})[ \t]*$/.test(block) : !LASTING_HTML.test(block);
  return isClosed ? source.length : source.lastIndexOf('\n', last.start) + 1;
}

const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~$&]/g, '\\$&');

/** What is put into a document; `source` is the document as it was decoded. */
export function markdownInsertions(
  source: string,
  view: TextView,
  result: AnnotateResult,
  options: NoteOptions,
): Insertion[] {
  const notes = notesOf(result);
  if (notes.size === 0) return [];
  const events = markdownEvents(source);
  let prefix = 'tifa-';
  while (source.includes(`[^${prefix}`)) prefix += 'x-';
  const insertions: Insertion[] = [];
  const used = new Set<string>();
  for (const mention of disjoint(pickMentions(result.mentions, view.sections ?? [], options.notes))) {
    const end = piecesOf(view.segments ?? [], mention).at(-1)?.to;
    if (end === undefined || !notes.has(mention.term)) continue;
    insertions.push({ at: markPlace(end, events, source), text: `[^${prefix}${mention.term}]` });
    used.add(mention.term);
  }
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const at = definitionsPlace(events, source);
  const definitions = [...notes.values()]
    .filter(({ term }) => used.has(term))
    .map((note) => {
      const [title = '', ...lines] = linesOfNote(note).map(escapeMarkdown);
      return `[^${prefix}${note.term}]: ${[`**${title}**`, ...lines].join(`${newLine}${newLine}    `)}`;
    });
  const comment = `<!-- ${noteOrigin(result)} -->`;
  const gap = newLine + newLine;
  const isAtLineStart = at === 0 || /[\r\n]$/.test(source.slice(0, at));
  const block = `${isAtLineStart ? newLine : gap}${[comment, ...definitions].join(gap)}${at < source.length ? gap : newLine}`;
  return [...insertions, { at, text: block }];
}
