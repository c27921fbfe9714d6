/** Documents as JSON Lines: `{"id": "…", "text": "…", "metadata": {…}}`, one on each line. */
import type { Warning } from '../annotate/result.ts';
import { DocumentError } from './document-error.ts';
import { contentOf, type DocumentContent } from './read-document.ts';

/** The bytes of each line, without its LF; the last one also where no LF ends it. */
export async function* splitLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...pending, chunk.subarray(start, end)]);
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}

/** A line that was read, or that could not be: then `id` is there if it could be made out. */
export type DocumentLine =
  | { line: number; id: string; content: DocumentContent }
  | { line: number; id: string | undefined; error: DocumentError };

const KEYS = ['id', 'text', 'metadata'];

const badLine = (message: string, cause?: unknown) => new DocumentError('bad-line', message, { cause });

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw badLine('not valid UTF-8', error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badLine(`not JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badLine('not an object: give {"id": "…", "text": "…"}');
  }
  return value as Record<string, unknown>;
}

function metadataOf(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw badLine('/metadata: not an object');
  const pairs = Object.entries(value).map(([key, one]): [string, string] => {
    if (typeof one === 'string') return [key, one];
    if (typeof one === 'number' || typeof one === 'boolean') return [key, String(one)];
    throw badLine(`/metadata/${key}: not a string, number or boolean`);
  });
  return Object.fromEntries(pairs);
}

function contentOfObject(object: Record<string, unknown>): DocumentContent {
  const { id, text, metadata } = object;
  if (id === undefined) throw badLine('/id is missing: each line needs an id and a text');
  if (typeof id !== 'string') throw badLine('/id: not a string');
  if (text === undefined) throw badLine('/text is missing: each line needs an id and a text');
  if (typeof text !== 'string') throw badLine('/text: not a string');
  const unknown = Object.keys(object).filter((key) => !KEYS.includes(key));
  const warnings: Warning[] = unknown.map((key) => ({
    code: 'unknown-key',
    detail: `"${key}" is not read: the keys are ${KEYS.join(', ')}`,
  }));
  return { ...contentOf({ text, skipped: [], warnings }), metadata: metadataOf(metadata) };
}

/** Reads one line. Never throws: what is wrong with it is in `error`. */
export function readDocumentLine(bytes: Uint8Array, line: number): DocumentLine {
  let id: string | undefined;
  try {
    const object = parseObject(bytes);
    if (typeof object.id === 'string') id = object.id;
    return { line, id: id ?? '', content: contentOfObject(object) };
  } catch (error) {
    if (error instanceof DocumentError) return { line, id, error };
    throw error;
  }
}

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 32 || byte === 9 || byte === 13);

/** Reads lines as they come; blank ones are counted and left out. */
export async function* readDocumentLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<DocumentLine> {
  let line = 0;
  for await (const bytes of splitLines(stream)) {
    line++;
    if (!isBlank(bytes)) yield readDocumentLine(bytes, line);
  }
}
