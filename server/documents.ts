/** Bodies that are documents: which types can be read, how what is wrong with one is said, and how it is given back. */
import type { Response } from 'express';
import type { DocumentFormat } from '../src/documents/text-view.ts';
import { isEncoding } from '../src/node/decode-text.ts';
import { DocumentError } from '../src/node/document-error.ts';
import { BusyError, DocumentPool } from '../src/node/document-pool.ts';
import type { DocumentContent } from '../src/node/read-document.ts';
import { type ProblemCode, RequestProblem } from './problems.ts';

/** Types of body that are documents, and their formats. */
export const DOCUMENT_TYPES: Readonly<Record<string, DocumentFormat>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/pdf': 'pdf',
  'application/xliff+xml': 'xliff',
  'application/x-xliff+xml': 'xliff',
};

const PROBLEM_OF: Partial<Record<DocumentError['code'], ProblemCode>> = {
  encoding: 'malformed-text',
  binary: 'malformed-text',
  'too-large': 'body-too-large',
};

/** An error of a document as a problem; messages of documents never quote their text. */
function problemOf(error: unknown): unknown {
  if (error instanceof BusyError) {
    return new RequestProblem('busy', 'Many documents are being read: try again in a few seconds.', {
      headers: { 'Retry-After': '5' },
    });
  }
  if (!(error instanceof DocumentError) || error.code === 'unexpected') return error;
  const detail = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
  return new RequestProblem(PROBLEM_OF[error.code] ?? 'unreadable-document', detail);
}

/** Made when the first document comes; it serves the whole process. */
let pool: DocumentPool | undefined;
export function documentPool(): DocumentPool {
  pool ??= new DocumentPool();
  return pool;
}

/**
 * Runs a task of the pool.
 * @throws {RequestProblem} for what is wrong with the document.
 */
export async function withProblems<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    throw problemOf(error);
  }
}

/**
 * Reads a document in a worker.
 * @throws {RequestProblem}
 */
export function readBody(
  bytes: Uint8Array,
  format: DocumentFormat,
  charset: string | undefined,
): Promise<DocumentContent> {
  if (charset !== undefined && !isEncoding(charset)) {
    throw new RequestProblem('unsupported-media-type', 'This charset is not known: send UTF-8.');
  }
  return withProblems(documentPool().read(bytes, format, charset));
}

/** Gives a document back to be saved, never to be shown on this site: it is somebody else's page. */
export function sendDocument(response: Response, type: string, bytes: Uint8Array, encoding: string | undefined): void {
  response.set('Content-Security-Policy', "sandbox; default-src 'none'");
  response.set('Content-Disposition', 'attachment');
  response.set('Content-Type', encoding === undefined ? type : `${type}; charset=${encoding}`);
  response.send(Buffer.from(bytes));
}
