/** The journal of a batch: a line for each document as soon as it is done, so that a run that was broken off goes on where it was. */
import { openSync, writeSync } from 'node:fs';
import { toDocumentError } from '../../node/document-error.ts';
import type { ManifestLine } from '../../node/manifest.ts';
import { CommandError } from '../errors.ts';

/** Several threads and runs may have the same file open. */
export class Journal {
  private readonly file: number;

  /** @throws the file system's error. */
  constructor(path: string) {
    this.file = openSync(path, 'a');
  }

  /**
   * Adds a line.
   * @throws the file system's error, as of a full disk.
   */
  note(line: ManifestLine): void {
    // The line end comes first, so that a line that somebody's write tore ends here; and a torn line is written anew, since another
    // thread may have written behind its beginning.
    const bytes = Buffer.from(`\n${JSON.stringify(line)}\n`);
    while (writeSync(this.file, bytes) < bytes.length);
  }
}

/** Why a run ends whose output folder takes no more, though its documents are fine. */
export function cannotGoOn(out: string, error: unknown): CommandError {
  const why = toDocumentError(error, 'not-written').message;
  const message = `--out: ${out}: ${why}: mend that and start again, what was done until now stays done`;
  return new CommandError(message, { cause: error });
}
