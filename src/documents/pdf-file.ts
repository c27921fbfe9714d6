/** Opens PDF files with pdf.js: no fonts are drawn, no code is run, nothing is fetched. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { DocumentError } from './document-error.ts';

/** What pdf.js reads from disk or net: its tables of Chinese encodings. */
export interface PdfResources {
  cMapUrl: string;
  standardFontDataUrl: string;
}

function pdfError(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new DocumentError('encrypted', 'it is protected by a password: save it without', { cause: error });
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new DocumentError('malformed', `not a whole PDF file (${detail}): get it again`, { cause: error });
}

/**
 * Opens a file, lets `use` read it, and closes it.
 * @throws {DocumentError} `empty`, `malformed`, `encrypted`, or what `use` throws.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  resources: PdfResources,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  if (bytes.length === 0) throw new DocumentError('empty', 'the file is empty');
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the buffer away from its caller.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...resources,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 1,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await use(await task.promise);
  } catch (error) {
    throw pdfError(error);
  } finally {
    await task.destroy();
  }
}
