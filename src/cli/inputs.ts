/** What `annotate` reads: files, folders, standard input, or lines of JSON, as one stream of things found. */
import type { DocumentError } from '../node/document-error.ts';
import { findDocuments } from '../node/find-documents.ts';
import { readDocumentLines } from '../node/json-lines.ts';
import { type DocumentContent, readDocument, readStream } from '../node/read-document.ts';

interface Named {
  /** Of the document in its result. */
  id: string;
  /** As messages name it. */
  path: string;
  /** In an output folder, without the format's extension. */
  output: string;
  /** Of the input, where it has lines. */
  line?: number;
}

export type InputDocument = Named & {
  kind: 'document';
  /** @throws {DocumentError} */
  read(): Promise<DocumentContent>;
};

export type Input =
  | InputDocument
  | (Named & { kind: 'skipped'; why: string })
  | (Named & { kind: 'failed'; error: DocumentError });

/** Standard input as bytes, until the command is interrupted. */
export function standardInput(signal: AbortSignal): AsyncIterable<Uint8Array> {
  signal.addEventListener('abort', () => process.stdin.destroy(), { once: true });
  return process.stdin;
}

export interface InputOptions {
  encoding: string | undefined;
  /** Absolute path of a folder not to read from. */
  exclude: string | undefined;
  signal: AbortSignal;
}

/** The documents behind paths, in their order; `-` is standard input. */
export async function* inputsOfPaths(paths: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  const { encoding, exclude, signal } = options;
  for (const path of paths) {
    if (path === '-') {
      const read = () => readStream(standardInput(signal), { encoding });
      yield { kind: 'document', id: '-', path: '-', output: 'stdin', read };
      continue;
    }
    for await (const found of findDocuments(path, exclude)) {
      yield found.kind === 'document' ? { ...found, read: () => readDocument(found.path, { encoding }) } : found;
    }
  }
}

/** The documents in lines of JSON on standard input. */
export async function* inputsOfLines(signal: AbortSignal): AsyncGenerator<Input> {
  for await (const read of readDocumentLines(standardInput(signal))) {
    const { line } = read;
    const named = { id: read.id ?? '', path: read.id ? `line ${line} (${read.id})` : `line ${line}`, output: '', line };
    if ('error' in read) yield { kind: 'failed', ...named, error: read.error };
    else yield { kind: 'document', ...named, path: read.id, read: async () => read.content };
  }
}
