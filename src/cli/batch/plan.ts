/** What a batch is going to do: its documents, what earlier runs have done of them, and what cannot be done. */
import { join, resolve } from 'node:path';
import { sha256 } from '../../node/digest.ts';
import { DocumentError } from '../../node/document-error.ts';
import { type FoundFile, findDocuments } from '../../node/find-documents.ts';
import type { LineIndex } from '../../node/line-index.ts';
import type { AnnotateRequest, Shard } from '../annotate-request.ts';
import { fileNameOf } from '../sinks.ts';
import { TakenNames } from './names.ts';
import type { BatchItem, BatchSettings } from './task.ts';

/** Names of the files of a run; each shard has its own. */
export interface RunFiles {
  manifest: string;
  summary: string;
  report: string;
  journal: string;
  temporary: string;
  /** Is there while a run writes the others. */
  lock: string;
}

export function runFiles(out: string, shard: Shard | undefined): RunFiles {
  const part = shard === undefined ? '' : `-${shard.index}-of-${shard.count}`;
  return {
    manifest: join(out, `manifest${part}.jsonl`),
    summary: join(out, `summary${part}.csv`),
    report: join(out, `report${part}.html`),
    journal: join(out, `.tifa-journal${part}.jsonl`),
    temporary: join(out, `.tifa-unfinished${part}`),
    lock: join(out, `.tifa-lock${part}`),
  };
}

/** Whether a document belongs to a shard: by its name alone, so that shards never share one and together have all. */
export function isInShard(id: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  const digest = sha256(id);
  let hash = 0;
  for (let i = 0; i < digest.length; i++) hash = (Math.imul(hash, 31) + digest.charCodeAt(i)) >>> 0;
  return hash % shard.count === shard.index - 1;
}

/** In a list of files each keeps its whole path in the output, without steps upwards. */
function outputOf(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/');
}

async function* found(request: AnnotateRequest): AsyncGenerator<FoundFile> {
  const exclude = request.out === undefined ? undefined : resolve(request.out);
  for (const path of request.paths) {
    for await (const file of findDocuments(path, exclude)) {
      yield request.isList ? { ...file, output: outputOf(file.path) } : file;
    }
  }
}

/** Digest of all that shapes the output of a document besides its bytes. */
function optionsDigest(settings: BatchSettings, metadata: Record<string, string>): string {
  const { format, options, notes, encoding, byteOrderMark, failOn, metadataKeys } = settings;
  return sha256(JSON.stringify([format, options, notes, encoding, byteOrderMark, failOn, metadataKeys, metadata]));
}

export type Planned =
  | { kind: 'item'; key: string; item: BatchItem; hasMetadata: boolean }
  | { kind: 'skipped'; key: string; path: string; why: string }
  | { kind: 'failed'; key: string; path: string; error: DocumentError; earlierFile?: string };

export interface PlanParts {
  request: AnnotateRequest;
  settings: BatchSettings;
  earlier: LineIndex;
  engine: string;
  lexicon: string;
}

/** What an earlier run has done of a document, if that was by the same engine and lexicon and under the same settings. */
function knownOf(key: string, options: string, { request, earlier, engine, lexicon }: PlanParts): BatchItem['known'] {
  const line = earlier.get(key);
  if (line?.status === 'ok' && line.options === options && line.engine === engine && line.lexicon.digest === lexicon) {
    return { sourceDigest: line.sourceDigest, out: line.out };
  }
  if (line?.status !== 'failed' || request.retryFailed || line.options !== options || line.sourceDigest === undefined)
    return undefined;
  return { sourceDigest: line.sourceDigest, out: [] };
}

/** The file where an earlier run has written it. */
function earlierFileOf(key: string, file: string, earlier: LineIndex): { earlierFile?: string } {
  const line = earlier.get(key);
  return line?.status === 'ok' && line.out.includes(file) ? { earlierFile: file } : {};
}

function planDocument({ id, path, output }: FoundFile, key: string, file: string, parts: PlanParts): Planned {
  const row = parts.request.metadata?.find(id, path);
  const metadata = row ?? {};
  const options = optionsDigest(parts.settings, metadata);
  const known = knownOf(key, options, parts);
  const earlier = { ...earlierFileOf(key, file, parts.earlier), ...(known === undefined ? {} : { known }) };
  return {
    kind: 'item',
    key,
    item: { key, id, path, output, metadata, options, ...earlier },
    hasMetadata: row !== undefined,
  };
}

/** Everything that is found, in the order of names; a file that is named twice counts once. */
export async function* plan(parts: PlanParts): AsyncGenerator<Planned> {
  const { request } = parts;
  const names = new TakenNames();
  for await (const file of found(request)) {
    const { path, output } = file;
    if (!isInShard(output, request.shard) || !names.takePath(path)) continue;
    const key = names.takeKey(file);
    const name = fileNameOf(request.format, output);
    if (file.kind === 'skipped') yield { kind: 'skipped', key, path, why: file.why };
    else if (file.kind === 'failed')
      yield { kind: 'failed', key, path, error: file.error, ...earlierFileOf(key, name, parts.earlier) };
    else if (names.takeFile(name)) yield planDocument(file, key, name, parts);
    else {
      const why = `${name} is the output of another document: give each its own --out`;
      yield { kind: 'failed', key, path, error: new DocumentError('not-written', why) };
    }
  }
}
