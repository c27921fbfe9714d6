/** A document in its own format, with its mentions noted: only what is put in differs from what came. */
import type { AnnotateResult } from '../annotate/result.ts';
import type { DocxView } from './docx-view.ts';
import { characterReference } from './encode-text.ts';
import type { NoteOptions } from './notes.ts';
import type { PdfResources } from './pdf-file.ts';
import { type Insertion, spliceBytes } from './splice.ts';
import type { TextView } from './text-view.ts';
import type { XliffView } from './xliff-view.ts';

/** A document as it was read, and the result of annotating it with UTF-16 offsets and the entries behind the mentions. */
export interface AnnotatedDocument {
  bytes: Uint8Array;
  view: TextView;
  result: AnnotateResult;
}

type Insert = (source: string, document: AnnotatedDocument, options: NoteOptions) => Insertion[] | Promise<Insertion[]>;

const INSERTIONS: Partial<Record<NonNullable<TextView['format']>, Insert>> = {
  async text(source, { view, result }, options) {
    const { textInsertions } = await import('./text-notes.ts');
    return textInsertions(source, result, options, view.encoding === 'big5' ? 'hant' : 'hans');
  },
  async markdown(source, { view, result }, options) {
    return (await import('./markdown-notes.ts')).markdownInsertions(source, view, result, options);
  },
  async html(source, { view, result }, options) {
    return (await import('./html-notes.ts')).htmlInsertions(source, view, result, options);
  },
  async xliff(_source, { view, result }, options) {
    return (await import('./xliff-notes.ts')).xliffInsertions(view as XliffView, result, options);
  },
};

/**
 * The document with notes, in its own format and encoding.
 * @throws {DocumentError} when the format does not let itself be added to.
 */
export async function writeAnnotated(
  document: AnnotatedDocument,
  options: NoteOptions,
  resources: PdfResources,
): Promise<Uint8Array> {
  const { bytes, view, result } = document;
  const { format = 'text', encoding = 'utf-8' } = view;
  if (format === 'docx') {
    return (await import('./docx-comments.ts')).writeDocxComments(bytes, view as DocxView, result, options);
  }
  if (format === 'pdf') {
    return (await import('./pdf-highlights.ts')).writePdfHighlights(bytes, view, result, options, resources);
  }
  const source = new TextDecoder(encoding).decode(bytes);
  const insertions = (await INSERTIONS[format]?.(source, document, options)) ?? [];
  const spell = format === 'text' ? () => '?' : characterReference;
  return spliceBytes(bytes, source, encoding, insertions, spell);
}
