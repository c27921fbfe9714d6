/** The output file of a document in a batch. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../../node/document-error.ts';
import { OutputError } from '../../node/output-error.ts';
import type { AtomicWriter } from '../../node/write-atomic.ts';

/**
 * Writes it as a whole or not at all.
 * @throws {OutputError} when the system refuses it; what `pieces` throws.
 */
export function writeOutput(writer: AtomicWriter, path: string, pieces: Iterable<string | Uint8Array>): void {
  try {
    writer.write(path, pieces);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new OutputError(path, error);
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
