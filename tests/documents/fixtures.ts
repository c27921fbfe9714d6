import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { DEFAULT_NOTES, type NoteOptions } from '../../src/documents/notes.ts';
import type { DocumentFormat } from '../../src/documents/text-view.ts';
import { annotatedBytes } from '../../src/node/annotate-file.ts';
import { loadDetector } from '../../src/node/load.ts';
import { type DocumentContent, documentInputOf, readBytes, readDocument } from '../../src/node/read-document.ts';

export const FIXTURES = join(import.meta.dirname, '../fixtures/documents');
export const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));

const detector = loadDetector();

export interface Annotated {
  content: DocumentContent;
  result: AnnotateResult;
}

export function annotate(content: DocumentContent, id = ''): Annotated {
  return { content, result: detector.annotate(content.text, {}, { id, ...documentInputOf(content) }) };
}

export async function annotateFixture(name: string): Promise<Annotated> {
  return annotate(await readDocument(join(FIXTURES, name)), basename(name));
}

/** A document in memory and the same with notes. */
export async function withNotes(
  bytes: Uint8Array,
  format: DocumentFormat,
  notes: Partial<NoteOptions> = {},
): Promise<Annotated & { annotated: Uint8Array }> {
  const { content, result } = annotate(await readBytes(bytes, format));
  return { content, result, annotated: await annotatedBytes(content, result, { ...DEFAULT_NOTES, ...notes }) };
}

/** Whether `part` comes out of `whole` when some of it is taken away: nothing of `part` was lost or changed. */
export function isWithin(part: Uint8Array, whole: Uint8Array): boolean {
  let at = 0;
  for (const byte of whole) if (byte === part[at]) at++;
  return at === part.length;
}

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
