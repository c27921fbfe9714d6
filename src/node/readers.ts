/** Which files can be read, and how: one reader for each extension. The libraries of a format are loaded when its first file comes. */
import { extname } from 'node:path';
import { DocumentError } from '../documents/document-error.ts';
import { LIMITS } from '../documents/limits.ts';
import type { DocumentFormat, TextView } from '../documents/text-view.ts';
import { declaredEncodingOf } from './declared-encoding.ts';
import { decodeText } from './decode-text.ts';
import { pdfResources } from './paths.ts';

export type { TextView };

export interface ReaderOptions {
  /** Where the bytes do not say themselves. */
  encoding?: string | undefined;
}

/**
 * Makes the text view of a file.
 * @throws {DocumentError} when it cannot.
 */
export type DocumentReader = (bytes: Uint8Array, options: ReaderOptions) => TextView | Promise<TextView>;

/** The whole file is its text view. */
export const readPlainText: DocumentReader = (bytes, { encoding }) => ({
  ...decodeText(bytes, encoding),
  format: 'text',
  skipped: [],
});

/** A reader of decoded text as one of bytes. */
function decoding(load: () => Promise<(source: string) => TextView>): DocumentReader {
  return async (bytes, { encoding }) => {
    const { text, warnings, encoding: found } = decodeText(bytes, encoding, declaredEncodingOf(bytes));
    const view = (await load())(text);
    return { ...view, encoding: found, warnings: [...warnings, ...view.warnings] };
  };
}

/** The reader of each format. */
export const READER_OF: Readonly<Record<DocumentFormat, DocumentReader>> = {
  text: readPlainText,
  markdown: decoding(async () => (await import('../documents/markdown-view.ts')).readMarkdownText),
  html: decoding(async () => (await import('../documents/html-view.ts')).readHtmlText),
  xliff: decoding(async () => (await import('../documents/xliff-view.ts')).readXliffText),
  docx: async (bytes) => (await import('../documents/docx-view.ts')).readDocx(bytes),
  pdf: async (bytes) => (await import('../documents/pdf-view.ts')).readPdf(bytes, pdfResources()),
};

const FORMAT_OF_EXTENSION: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.docm': 'docx',
  '.pdf': 'pdf',
  '.xliff': 'xliff',
  '.xlf': 'xliff',
  '.sdlxliff': 'xliff',
  '.mqxliff': 'xliff',
};

/** The extensions that have a reader. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(FORMAT_OF_EXTENSION);

/** The format of a file name, by its extension in any case. */
export function formatOfPath(path: string): DocumentFormat | undefined {
  return FORMAT_OF_EXTENSION[extname(path).toLowerCase()];
}

/** The reader for a file name. */
export function readerFor(path: string): DocumentReader | undefined {
  const format = formatOfPath(path);
  return format === undefined ? undefined : READER_OF[format];
}

/** Files that cannot be read but can be made into ones that can. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  '.doc': 'save it as .docx',
  '.rtf': 'save it as .docx',
  '.odt': 'save it as .docx',
  '.wps': 'save it as .docx',
};

/** Why a file name has no reader, and what to do. */
export function noReaderMessage(path: string): string {
  const extension = extname(path).toLowerCase();
  const what = extension === '' ? 'a file without extension' : extension;
  return `no reader for ${what} (${WAYS_OUT[extension] ?? `there is one for ${READABLE_EXTENSIONS.join(' ')}`})`;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;

/** @throws {DocumentError} `too-large` for a file above the limit. */
export function checkSize(bytes: number): void {
  if (bytes <= LIMITS.bytes) return;
  throw new DocumentError('too-large', `${megabytes(bytes)}, more than ${megabytes(LIMITS.bytes)}: split it`);
}

/** @throws {DocumentError} `too-large` for a text above the limit. */
export function checkLength({ text }: TextView): void {
  if (text.length <= LIMITS.characters) return;
  const most = LIMITS.characters.toLocaleString('en');
  throw new DocumentError(
    'too-large',
    `a text of ${text.length.toLocaleString('en')} characters, more than ${most}: split it`,
  );
}
