/** One document from its bytes to its result and, on request, to itself with notes: what batches and the server do in workers. */
import type { AnnotateOptions } from '../annotate/options.ts';
import type { AnnotateResult } from '../annotate/result.ts';
import type { NoteOptions } from '../documents/notes.ts';
import { toDocumentError } from './document-error.ts';
import { pdfResources } from './paths.ts';
import type { DocumentContent } from './read-document.ts';

/** Options as the notes need them: UTF-16 offsets, and the entries behind the mentions. */
export const optionsForNotes = (options: AnnotateOptions): AnnotateOptions => ({
  ...options,
  offsetEncoding: 'utf-16',
  terms: 'used',
});

/**
 * The document in its own format, with notes. The result must have been made with {@link optionsForNotes}.
 * @throws {DocumentError}
 */
export async function annotatedBytes(
  content: DocumentContent,
  result: AnnotateResult,
  notes: NoteOptions,
): Promise<Uint8Array> {
  const { writeAnnotated } = await import('../documents/write-annotated.ts');
  const bytes = content.bytes ?? new TextEncoder().encode(content.text);
  try {
    return await writeAnnotated({ bytes, view: content, result }, notes, pdfResources());
  } catch (error) {
    throw toDocumentError(error, 'not-written');
  }
}
