/** Reads one document from disk or from a stream, with the digests that results print. */
import { readFile } from 'node:fs/promises';
import type { Warning } from '../annotate/result.ts';
import { sha256 } from './digest.ts';
import { DocumentError, toDocumentError } from './document-error.ts';
import { type DocumentReader, type ReaderOptions, readerFor, readPlainText, type TextView } from './readers.ts';

/** A document as the detector takes it. */
export interface DocumentContent extends TextView {
  /** Of the text view in UTF-8. */
  digest: string;
  /** Of the bytes, where it is another. */
  sourceDigest?: string;
  metadata?: Record<string, string>;
}

/** A text with its digests; a text with lone surrogates gets a warning, as its digest is that of the repaired text. */
export function contentOf(view: TextView, bytes?: Uint8Array): DocumentContent {
  const digest = sha256(view.text);
  const sourceDigest = bytes === undefined ? digest : sha256(bytes);
  const warnings: Warning[] = view.text.isWellFormed()
    ? view.warnings
    : [...view.warnings, { code: 'lone-surrogate', detail: 'half a character; the digest counts it as U+FFFD' }];
  return { ...view, warnings, digest, ...(sourceDigest === digest ? {} : { sourceDigest }) };
}

async function read(bytes: Uint8Array, reader: DocumentReader, options: ReaderOptions): Promise<DocumentContent> {
  try {
    return contentOf(await reader(bytes, options), bytes);
  } catch (error) {
    throw toDocumentError(error);
  }
}

/**
 * Reads a file with the reader of its extension; pipes and devices are read as plain text.
 * @throws {DocumentError}
 */
export async function readDocument(path: string, options: ReaderOptions = {}): Promise<DocumentContent> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw toDocumentError(error);
  }
  return read(bytes, readerFor(path) ?? readPlainText, options);
}

/**
 * Reads a stream to its end as plain text.
 * @throws {DocumentError}
 */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  options: ReaderOptions = {},
): Promise<DocumentContent> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch (error) {
    throw new DocumentError('unreadable', 'the input ended before its time', { cause: error });
  }
  return read(Buffer.concat(chunks), readPlainText, options);
}
