/**
 * A PDF with highlights at its mentions, whose notes open as any comment does: in full at those that are picked, title and gloss at the others. The file grows at its end (an incremental
 * update); not a byte of what it was changes.
 */
import type { AnnotateResult, SourceRange } from '../annotate/result.ts';
import { DocumentError } from './document-error.ts';
import { linesOfNote, type NoteOptions, notesOf, pickMentions } from './notes.ts';
import { type PdfResources, withPdf } from './pdf-file.ts';
import type { TextView } from './text-view.ts';

/** `AnnotationEditorType.HIGHLIGHT` of pdf.js, which writes the annotation. */
const HIGHLIGHT = 9;
const COLOUR = [255, 224, 102];

interface Quad {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Boxes on one line as one; the foot of a letter goes below the base line. */
function quadsOf(ranges: readonly SourceRange[], page: number): Quad[] {
  const quads: Quad[] = [];
  for (const { page: at, box } of ranges) {
    if (at !== page || box === undefined) continue;
    const quad = {
      left: box.x,
      right: box.x + box.width,
      bottom: box.y - 0.22 * box.height,
      top: box.y + 0.85 * box.height,
    };
    const last = quads.at(-1);
    if (last !== undefined && Math.abs(last.bottom - quad.bottom) < 1 && quad.left - last.right < box.height) {
      last.right = Math.max(last.right, quad.right);
    } else quads.push(quad);
  }
  return quads;
}

function annotationOf(quads: readonly Quad[], page: number, contents: string, date: Date) {
  const rect = [
    Math.min(...quads.map(({ left }) => left)),
    Math.min(...quads.map(({ bottom }) => bottom)),
    Math.max(...quads.map(({ right }) => right)),
    Math.max(...quads.map(({ top }) => top)),
  ] as [number, number, number, number];
  return {
    annotationType: HIGHLIGHT,
    color: COLOUR,
    opacity: 0.6,
    quadPoints: quads.flatMap(({ left, right, bottom, top }) => [left, top, right, top, left, bottom, right, bottom]),
    outlines: quads.map(({ left, right, bottom, top }) => [left, bottom, left, top, right, top, right, bottom]),
    rect,
    pageIndex: page - 1,
    rotation: 0,
    user: 'Tifa',
    date,
    popup: { contents, rect: [rect[2] + 10, rect[1] - 120, rect[2] + 230, rect[3]], deleted: false },
  };
}

/** The date that goes into the annotations: of the file, so that the same file gives the same bytes. */
function dateOf(metadata: Record<string, string> | undefined): Date {
  const date = new Date(metadata?.date ?? '');
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}

/** Replaces the identifier that pdf.js makes of the time by one of the content. */
function withoutTime(bytes: Uint8Array, from: number, digest: string): Uint8Array {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(from));
  const found = /\/ID\s*\[\s*(?:<[^>]*>|\((?:[^()\\]|\\[\s\S])*\))\s*</.exec(tail);
  if (found === null) return bytes;
  const start = from + found.index + found[0].length;
  const end = bytes.indexOf(62, start);
  const stable = bytes.slice();
  for (let i = start; i < end; i++) stable[i] = digest.charCodeAt((i - start) % digest.length);
  return stable;
}

/** A short number of the notes, in hexadecimal. */
function numberOf(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const text of texts)
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * The file with highlights.
 * @throws {DocumentError} when it cannot be read again, or forbids that it is changed.
 */
export function writePdfHighlights(
  bytes: Uint8Array,
  view: TextView,
  result: AnnotateResult,
  options: NoteOptions,
  resources: PdfResources,
): Promise<Uint8Array> {
  const notes = notesOf(result);
  const date = dateOf(view.metadata);
  const picked = new Set(pickMentions(result.mentions, view.sections ?? [], options.notes));
  const annotations = result.mentions.flatMap((mention) => {
    const note = notes.get(mention.term);
    const ranges = mention.sourceRanges ?? [];
    if (note === undefined) return [];
    const contents = picked.has(mention) ? linesOfNote(note).join('\n\n') : `${note.title}\n\n${note.gloss}`;
    return [...new Set(ranges.map(({ page = 1 }) => page))].map((page) =>
      annotationOf(quadsOf(ranges, page), page, contents, date),
    );
  });
  if (annotations.length === 0) return Promise.resolve(bytes);
  return withPdf(bytes, resources, async (pdf) => {
    annotations.forEach((annotation, i) => {
      pdf.annotationStorage.setValue(`pdfjs_internal_editor_${i}`, annotation);
    });
    const saved = await pdf.saveDocument();
    if (saved.length <= bytes.length || bytes.some((byte, i) => saved[i] !== byte)) {
      throw new DocumentError('not-written', 'this PDF cannot be added to: take another --format');
    }
    const digest = numberOf([...annotations.map(({ popup }) => popup.contents), String(bytes.length)]);
    return withoutTime(saved, bytes.length, digest);
  });
}
