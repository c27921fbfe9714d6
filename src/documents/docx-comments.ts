/**
 * A DOCX file with Word comments at its mentions. Runs are taken apart where a mention begins or ends inside one; comments that are there
 * stay. What stands in headers, footers, notes and text boxes, where Word allows no comments, is listed in one comment at the beginning.
 */
import type { AnnotateResult, Mention } from '../annotate/result.ts';
import { addComments, type DocxComment } from './docx-comment-part.ts';
import type { DocxPlace, DocxView } from './docx-view.ts';
import { linesOfNote, type NoteOptions, noteOrigin, notesOf, pickMentions } from './notes.ts';
import { piecesOf } from './source-ranges.ts';
import { type Insertion, splice } from './splice.ts';

/** The place whose text holds an offset of the body. */
function placeAt(places: readonly DocxPlace[], offset: number): DocxPlace | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as DocxPlace).to <= offset) low = middle + 1;
    else high = middle;
  }
  const found = places[low];
  return found !== undefined && found.from <= offset ? found : undefined;
}

/** Cuts runs apart, each place once however many comments begin or end there. */
class RunCuts {
  readonly insertions: Insertion[] = [];
  private readonly marks = new Map<number, { before: string; marks: string[]; after: string }>();
  private readonly preserved = new Set<number>();
  private readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** Puts a mark before the unit at `offset` of a text, or at its end. */
  put(offset: number, { home }: DocxPlace, mark: string): void {
    const w = this.prefix;
    if (offset <= home.start && home.isFirst) {
      this.add(home.runStart, '', mark, '');
      return;
    }
    if (offset >= home.end && home.isLast) {
      this.add(home.runEnd, '', mark, '');
      return;
    }
    if (!home.isPreserved && !this.preserved.has(home.tagEnd)) {
      this.preserved.add(home.tagEnd);
      this.insertions.push({ at: home.tagEnd, text: ' xml:space="preserve"' });
    }
    const again = `<${w}r>${home.properties}<${w}t xml:space="preserve">`;
    this.add(offset, `</${w}t></${w}r>`, mark, again);
  }

  private add(at: number, before: string, mark: string, after: string): void {
    const here = this.marks.get(at);
    if (here !== undefined) here.marks.push(mark);
    else this.marks.set(at, { before, marks: [mark], after });
  }

  all(): Insertion[] {
    const cuts = [...this.marks].map(([at, { before, marks, after }]) => ({
      at,
      text: before + marks.join('') + after,
    }));
    return [...this.insertions, ...cuts];
  }
}

function listComment(mentions: readonly Mention[], result: AnnotateResult): string[] {
  const counts = new Map<string, number>();
  for (const { term } of mentions) counts.set(term, (counts.get(term) ?? 0) + 1);
  const terms = [...counts].map(([term, count]) => {
    const { label = term, zh } = result.terms?.[term] ?? {};
    return `${label}${zh === undefined ? '' : ` · ${zh.hans}`}${count > 1 ? ` × ${count}` : ''}`;
  });
  return ['In headers, footers, notes and text boxes, where no comment can stand:', ...terms];
}

/**
 * The file with comments.
 * @throws {DocumentError} when its parts are damaged.
 */
export function writeDocxComments(
  bytes: Uint8Array,
  view: DocxView,
  result: AnnotateResult,
  options: NoteOptions,
): Uint8Array {
  const { main, places } = view;
  const w = main.prefix;
  const notes = notesOf(result);
  const cuts = new RunCuts(w);
  const comments: DocxComment[] = [];
  const elsewhere: Mention[] = [];
  const picked = new Set(pickMentions(result.mentions, view.sections ?? [], options.notes));
  return addComments(bytes, main.name, (firstId) => {
    for (const mention of result.mentions) {
      const note = notes.get(mention.term);
      const pieces = piecesOf(view.segments ?? [], mention).filter(({ part }) => part === main.name);
      const [first, last] = [pieces[0], pieces.at(-1)];
      const begin = first === undefined ? undefined : placeAt(places, first.from);
      const end = last === undefined ? undefined : placeAt(places, last.to - 1);
      if (note === undefined) continue;
      if (!begin || !end || !first || !last || begin.home.isInTextBox || end.home.isInTextBox) {
        elsewhere.push(mention);
        continue;
      }
      if (!picked.has(mention)) continue;
      const id = firstId + comments.length;
      comments.push({ id, lines: linesOfNote(note) });
      cuts.put(first.from, begin, `<${w}commentRangeStart ${w}id="${id}"/>`);
      cuts.put(last.to, end, endMark(w, id));
    }
    if (elsewhere.length > 0 && main.firstParagraphAt !== undefined) {
      const id = firstId + comments.length;
      comments.push({ id, lines: listComment(elsewhere, result) });
      const mark = `<${w}commentRangeStart ${w}id="${id}"/>${endMark(w, id)}`;
      cuts.insertions.push({ at: main.firstParagraphAt, text: mark });
    }
    return { comments, origin: noteOrigin(result), xml: splice(main.xml, cuts.all()) };
  });
}

const endMark = (w: string, id: number) =>
  `<${w}commentRangeEnd ${w}id="${id}"/><${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`;
