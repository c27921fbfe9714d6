/** Reads one document from disk or from a stream, with the digests that results print. */
import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { DocumentInput } from '../annotate/detector.ts';
import type { Warning } from '../annotate/result.ts';
import { sourceRangesOf } from '../documents/source-ranges.ts';
import type { DocumentFormat } from '../documents/text-view.ts';
import { sha256 } from './digest.ts';
import { DocumentError, toDocumentError } from './document-error.ts';
import {
  checkLength,
  checkSize,
  type DocumentReader,
  READER_OF,
  type ReaderOptions,
  readerFor,
  readPlainText,
  type TextView,
} from './readers.ts';

/** A document as the detector takes it. */
export interface DocumentContent extends TextView {
  /** Of the text view in UTF-8. */
  digest: string;
  /** Of the bytes, where it is another. */
  sourceDigest?: string;
  /** What it was read from, where that was a file or a stream. */
  bytes?: Uint8Array;
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
    checkSize(bytes.length);
    const view = await reader(bytes, options);
    checkLength(view);
    if (bytes.length === 0) view.warnings.push({ code: 'empty', detail: 'the file is empty' });
    return { ...contentOf(view, bytes), bytes };
  } catch (error) {
    throw toDocumentError(error);
  }
}

/**
 * Reads a document that is in memory.
 * @throws {DocumentError}
 */
export function readBytes(
  bytes: Uint8Array,
  format: DocumentFormat,
  options: ReaderOptions = {},
): Promise<DocumentContent> {
  return read(bytes, READER_OF[format], options);
}

/**
 * Reads a document that is in memory, with the reader of its name's extension, or as plain text.
 * @throws {DocumentError}
 */
export function readNamedBytes(bytes: Uint8Array, name: string, options: ReaderOptions = {}): Promise<DocumentContent> {
  return read(bytes, readerFor(name) ?? readPlainText, options);
}

/**
 * The bytes of a file, within the limits.
 * @throws {DocumentError}
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size, isFile } = await stat(path).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
    if (isFile) checkSize(size);
    return await readFile(path);
  } catch (error) {
    throw toDocumentError(error);
  }
}

/**
 * The same for a thread that has nothing else to do meanwhile: a file is read at once. A pipe or a device may keep its reader waiting for
 * ever, which only a promise leaves to be ended from outside.
 * @throws {DocumentError}
 */
export function readFileBytesAtOnce(path: string): Uint8Array | Promise<Uint8Array> {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return readFileBytes(path);
    checkSize(stats.size);
    return readFileSync(path);
  } catch (error) {
    throw toDocumentError(error);
  }
}

/**
 * Reads a file with the reader of its extension; pipes and devices are read as plain text.
 * @throws {DocumentError}
 */
export async function readDocument(path: string, options: ReaderOptions = {}): Promise<DocumentContent> {
  return readNamedBytes(await readFileBytes(path), path, options);
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
  let length = 0;
  try {
    for await (const chunk of stream) {
      length += chunk.length;
      checkSize(length);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError('unreadable', 'the input ended before its time', { cause: error });
  }
  return read(Buffer.concat(chunks), readPlainText, options);
}

/** What the detector is told of a document; `metadata` counts more than what the document says of itself. */
export function documentInputOf(content: DocumentContent, metadata: Record<string, string> = {}): DocumentInput {
  const { digest, sourceDigest, skipped, warnings, format, encoding, segments } = content;
  return {
    metadata: { ...content.metadata, ...metadata },
    digest,
    ...(sourceDigest === undefined ? {} : { sourceDigest }),
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(segments === undefined ? {} : { locate: (span) => sourceRangesOf(content, span) }),
    skipped,
    warnings,
  };
}
