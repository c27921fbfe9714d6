/** Errors of the file system as errors of documents. */
import { DocumentError, type DocumentErrorCode } from '../documents/document-error.ts';

export { DocumentError, type DocumentErrorCode };

const SYSTEM_ERRORS: Record<string, [DocumentErrorCode, string]> = {
  ENOENT: ['not-found', 'no such file or folder'],
  ENOTDIR: ['not-found', 'no such file or folder'],
  EACCES: ['unreadable', 'permission denied'],
  EPERM: ['unreadable', 'permission denied'],
  EISDIR: ['unreadable', 'is a folder'],
  ELOOP: ['unreadable', 'a link that leads to itself'],
  ENAMETOOLONG: ['not-written', 'the name of the output would be too long'],
  ENOSPC: ['not-written', 'no space left on the device'],
  EDQUOT: ['not-written', 'no space left for this user'],
  EFBIG: ['not-written', 'larger than the system lets a file become'],
  EROFS: ['not-written', 'the file system is read-only'],
  ERR_FS_FILE_TOO_LARGE: ['too-large', 'larger than 2 GB: split it'],
  ERR_STRING_TOO_LONG: ['too-large', 'longer than a text can be: split it'],
};

/** The code of a system error, as in `ENOENT`. */
export function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the system refused something, as against an error in what was read or made. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** The same error as one of a document; `otherwise` is the code where the system's error is not a known one. */
export function toDocumentError(error: unknown, otherwise: DocumentErrorCode = 'unreadable'): DocumentError {
  if (error instanceof DocumentError) return error;
  const known = SYSTEM_ERRORS[systemCodeOf(error) ?? ''];
  if (known !== undefined) return new DocumentError(known[0], known[1], { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new DocumentError(otherwise, message, { cause: error });
}
