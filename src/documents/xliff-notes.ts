/** XLIFF with a note for each term of a unit, and on request `<mrk>` around its mentions. Translations are never changed. */
import type { AnnotateResult, Mention } from '../annotate/result.ts';
import { escapeXml, joined } from './html-notes.ts';
import { disjoint, linesOfNote, type Note, type NoteOptions, notesOf } from './notes.ts';
import { piecesOf } from './source-ranges.ts';
import type { Insertion } from './splice.ts';
import type { XliffUnit, XliffView } from './xliff-view.ts';

function noteElements(notes: readonly Note[], { version }: XliffView, { hasNotes }: XliffUnit): string {
  const texts = notes.map((note) => escapeXml(linesOfNote(note).join('\n')));
  if (version === '1.2') return texts.map((text) => `<note from="tifa">${text}</note>`).join('');
  const elements = texts.map((text) => `<note category="tifa">${text}</note>`).join('');
  return hasNotes ? elements : `<notes>${elements}</notes>`;
}

/** The mark around a mention that lies in one piece; others have only their note. */
function markOf(mention: Mention, number: number, note: Note, view: XliffView): Insertion[] {
  const [piece, ...others] = joined(piecesOf(view.segments ?? [], mention));
  if (piece === undefined || others.length > 0) return [];
  const open =
    view.version === '1.2'
      ? `<mrk mtype="term" mid="tifa-${number}" comment="${escapeXml(note.title)}">`
      : `<mrk id="tifa-${number}" type="term" value="${escapeXml(note.title)}">`;
  return [
    { at: piece.from, text: open },
    { at: piece.to, text: '</mrk>' },
  ];
}

/** What is put into a file that has been decoded. */
export function xliffInsertions(view: XliffView, result: AnnotateResult, options: NoteOptions): Insertion[] {
  const notes = notesOf(result);
  const seen = new Set<string>();
  const insertions: Insertion[] = [];
  const mentions = disjoint(result.mentions);
  let next = 0;
  for (const unit of view.units) {
    const inUnit: Mention[] = [];
    for (let mention = mentions[next]; mention !== undefined && mention.start < unit.end; mention = mentions[++next]) {
      if (mention.start >= unit.start) inUnit.push(mention);
    }
    const terms = [...new Set(inUnit.map(({ term }) => term))].filter(
      (term) => options.notes !== 'first' || !seen.has(term),
    );
    const here = terms.flatMap((term) => notes.get(term) ?? []);
    for (const term of terms) seen.add(term);
    if (here.length > 0 && unit.noteAt >= 0) {
      insertions.push({ at: unit.noteAt, text: noteElements(here, view, unit) });
    }
    if (!options.markTerms) continue;
    for (const mention of inUnit) {
      const note = notes.get(mention.term);
      if (note !== undefined) insertions.push(...markOf(mention, insertions.length + 1, note, view));
    }
  }
  return insertions;
}
