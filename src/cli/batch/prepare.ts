/** Before a batch begins: its folders and its settings. */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { toDocumentError } from '../../node/document-error.ts';
import { LineIndex } from '../../node/line-index.ts';
import type { AnnotateRequest } from '../annotate-request.ts';
import { CommandError } from '../errors.ts';
import type { RunFiles } from './plan.ts';
import type { BatchSettings } from './task.ts';

/** What all workers of a run are told. */
export function settingsOf(request: AnnotateRequest, out: string, { journal, temporary }: RunFiles): BatchSettings {
  const { format, options, notes, encoding, metadata, byteOrderMark, failOn } = request;
  const metadataKeys = metadata?.keys ?? [];
  return { format: format.id, options, notes, encoding, metadataKeys, byteOrderMark, failOn, out, journal, temporary };
}

/**
 * Makes the output folder ready and reads what earlier runs have done there.
 * @throws {CommandError} when the folder cannot be written to.
 */
export function prepare(out: string, files: RunFiles): LineIndex {
  try {
    mkdirSync(out, { recursive: true });
    rmSync(files.temporary, { recursive: true, force: true });
    mkdirSync(files.temporary);
    appendFileSync(files.journal, '\n');
  } catch (error) {
    throw new CommandError(`--out: ${out}: ${toDocumentError(error, 'not-written').message}`, { cause: error });
  }
  const earlier = new LineIndex();
  earlier.addFile(files.manifest);
  earlier.addFile(files.journal);
  return earlier;
}
