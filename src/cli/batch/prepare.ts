/** Before a batch begins: its folders and its settings. */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { isSystemError, toDocumentError } from '../../node/document-error.ts';
import { LineIndex } from '../../node/line-index.ts';
import type { AnnotateRequest } from '../annotate-request.ts';
import { CommandError } from '../errors.ts';
import { lockFolder } from './lock.ts';
import type { RunFiles } from './plan.ts';
import type { BatchSettings } from './task.ts';

/** What all workers of a run are told. */
export function settingsOf(request: AnnotateRequest, out: string, { journal, temporary }: RunFiles): BatchSettings {
  const { format, options, notes, encoding, metadata, byteOrderMark, failOn } = request;
  const metadataKeys = metadata?.keys ?? [];
  return { format: format.id, options, notes, encoding, metadataKeys, byteOrderMark, failOn, out, journal, temporary };
}

/** Does what makes the folder ready, and says of which folder it was where the system refuses it. */
function inFolder<Made>(out: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new CommandError(`--out: ${out}: ${toDocumentError(error, 'not-written').message}`, { cause: error });
  }
}

/**
 * Makes the output folder and keeps other runs out of it.
 * @returns what lets them in again.
 * @throws {UsageError} when another run writes to it; {@link CommandError} when it cannot be written to.
 */
export function lockOut(out: string, { lock }: RunFiles): () => void {
  return inFolder(out, () => {
    mkdirSync(out, { recursive: true });
    return lockFolder(out, lock);
  });
}

/**
 * Makes the output folder ready and reads what earlier runs have done there.
 * @throws {CommandError} when the folder cannot be written to.
 */
export function prepare(out: string, files: RunFiles): LineIndex {
  inFolder(out, () => {
    rmSync(files.temporary, { recursive: true, force: true });
    mkdirSync(files.temporary);
    appendFileSync(files.journal, '\n');
  });
  const earlier = new LineIndex();
  earlier.addFile(files.manifest);
  earlier.addFile(files.journal);
  return earlier;
}
