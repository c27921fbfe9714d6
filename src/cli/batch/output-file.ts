/** The output file of a document in a batch. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError, isSystemError, systemCodeOf, toDocumentError } from '../../node/document-error.ts';
import type { AtomicWriter } from '../../node/write-atomic.ts';

/** The document is fine, but the place of its output is not: the next run tries again. */
export class OutputError extends DocumentError {
  constructor(path: string, why: string, cause: unknown) {
    super('not-written', `${path} cannot be written: ${why}`, { cause });
    this.name = 'OutputError';
  }
}

const REASONS: Record<string, string> = {
  ENOSPC: 'no space left on the device: make room and start again',
  EXDEV: 'its folder is a link to another disk: give --out on that disk, or a folder in place of the link',
  EEXIST: 'a file lies where its folder should be',
  ENOTDIR: 'a file lies where its folder should be',
  EISDIR: 'a folder has its name',
};

/**
 * Writes it as a whole or not at all.
 * @throws {OutputError} when the system refuses it; what `pieces` throws.
 */
export function writeOutput(writer: AtomicWriter, path: string, pieces: Iterable<string | Uint8Array>): void {
  try {
    writer.write(path, pieces);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new OutputError(path, REASONS[systemCodeOf(error) ?? ''] ?? toDocumentError(error).message, error);
  }
}

/** Removes what an earlier run has written of a document that fails now: it is of other bytes or other settings. */
export function removeEarlier(out: string, file: string | undefined): void {
  if (file === undefined) return;
  try {
    rmSync(join(out, file), { force: true });
  } catch {
    // Where nothing can be removed, the manifest still says that the document failed.
  }
}
