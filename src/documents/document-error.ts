/** Why a document could not be read or written. */

export type DocumentErrorCode =
  | 'not-found'
  | 'no-reader'
  | 'encoding'
  | 'binary'
  | 'unreadable'
  | 'too-large'
  | 'too-deep'
  | 'malformed'
  | 'encrypted'
  | 'no-text'
  | 'empty'
  | 'timeout'
  | 'out-of-memory'
  | 'bad-line'
  | 'not-written'
  | 'unexpected';

/** A document that cannot be annotated; the message says why and how it can be mended, without the path. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DocumentError';
    this.code = code;
  }
}
