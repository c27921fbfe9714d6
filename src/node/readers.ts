/** Which files can be read, and how: one reader for each extension. A new format is a new line in {@link READERS}. */
import { extname } from 'node:path';
import type { Warning } from '../annotate/result.ts';
import { decodeText } from './decode-text.ts';

/** What a reader makes of a file: the text view, and what it left out. */
export interface TextView {
  text: string;
  /** Stretches of the source that were not read, in UTF-16 offsets of the source. */
  skipped: { start: number; end: number; why: string }[];
  warnings: Warning[];
}

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
export const readPlainText: DocumentReader = (bytes, { encoding }) => ({ ...decodeText(bytes, encoding), skipped: [] });

const READERS: ReadonlyMap<string, DocumentReader> = new Map([
  ['.txt', readPlainText],
  ['.text', readPlainText],
  ['.md', readPlainText],
  ['.markdown', readPlainText],
  ['.html', readPlainText],
  ['.htm', readPlainText],
]);

/** The extensions that have a reader. */
export const READABLE_EXTENSIONS: readonly string[] = [...READERS.keys()];

/** The reader for a file name, by its extension in any case. */
export function readerFor(path: string): DocumentReader | undefined {
  return READERS.get(extname(path).toLowerCase());
}

/** Why a file name has no reader, and what to do. */
export function noReaderMessage(path: string): string {
  const extension = extname(path).toLowerCase();
  const what = extension === '' ? 'a file without extension' : extension;
  return `no reader for ${what} (there is one for ${READABLE_EXTENSIONS.join(' ')})`;
}
