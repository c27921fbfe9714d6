/** Why an output could not be written, told of the output: the document may be fine. */
import { DocumentError, systemCodeOf, toDocumentError } from './document-error.ts';

const REASONS: Record<string, string> = {
  ENOSPC: 'no space left on the device: make room and start again',
  EXDEV: 'its folder is a link to another disk: give --out on that disk, or a folder in place of the link',
  EEXIST: 'a file lies where its folder should be',
  ENOTDIR: 'a file lies where its folder should be',
  EISDIR: 'a folder has its name',
};

/** The system refused to write `path`: the document is fine, so that another run may try again. */
export class OutputError extends DocumentError {
  constructor(path: string, cause: unknown) {
    const why = REASONS[systemCodeOf(cause) ?? ''] ?? toDocumentError(cause).message;
    super('not-written', `${path} cannot be written: ${why}`, { cause });
    this.name = 'OutputError';
  }
}
