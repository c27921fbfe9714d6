/** Reads bodies: bytes within a limit, text in the charset that is named, JSON. */
import express, { type Request, type RequestHandler } from 'express';
import { decodeText, isEncoding } from '../src/node/decode-text.ts';
import { DocumentError } from '../src/node/document-error.ts';
import { contentOf, type DocumentContent } from '../src/node/read-document.ts';
import { RequestProblem } from './problems.ts';

/** Puts the body, whatever its type, into `request.body` as bytes; unzips it. `limit` is in bytes. */
export const takeBytes = (limit: number): RequestHandler => express.raw({ type: () => true, limit });

/** The body as {@link takeBytes} left it; empty where there was none. */
export function bytesOf(request: Request): Uint8Array {
  const body: unknown = request.body;
  return body instanceof Uint8Array ? body : new Uint8Array();
}

export interface MediaType {
  /** In lower case, without parameters; empty where none was named. */
  type: string;
  charset?: string;
}

/** The type and charset of the body. */
export function mediaTypeOf(request: Request): MediaType {
  const header = request.get('Content-Type') ?? '';
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter))?.slice('charset='.length);
  const name = charset?.replace(/^"(.*)"$/, '$1');
  return { type: type.toLowerCase(), ...(name ? { charset: name } : {}) };
}

/**
 * Refuses bodies of other types.
 * @throws {RequestProblem} `unsupported-media-type` that names those that are accepted.
 */
export function requireType(request: Request, accepted: readonly string[]): MediaType {
  const media = mediaTypeOf(request);
  if (accepted.includes(media.type)) return media;
  const hint =
    media.type === 'application/x-www-form-urlencoded'
      ? " curl -d sends a form: add -H 'Content-Type: text/plain' and use --data-binary."
      : '';
  throw new RequestProblem('unsupported-media-type', `Send a body with Content-Type ${accepted.join(', ')}.${hint}`, {
    headers: { 'Accept-Post': accepted.join(', ') },
  });
}

/**
 * A document from its bytes, as the command line reads it: a byte order mark decides, then the charset that is named, then UTF-8.
 * @throws {RequestProblem} where the charset is unknown or the bytes are not text in it.
 */
export function decodeDocument(bytes: Uint8Array, charset?: string): DocumentContent {
  if (charset !== undefined && !isEncoding(charset)) {
    throw new RequestProblem('unsupported-media-type', 'This charset is not known: send UTF-8.');
  }
  try {
    return contentOf({ ...decodeText(bytes, charset), format: 'text', skipped: [] }, bytes);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new RequestProblem(
      'malformed-text',
      `The bytes are not text${charset === undefined ? '' : ' in this charset'}: name the right charset in Content-Type, as in text/plain; charset=gb18030.`,
    );
  }
}

/**
 * Text that must be UTF-8, as JSON and forms are.
 * @throws {RequestProblem} where it is not.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RequestProblem('malformed-text', 'The bytes are not valid UTF-8.');
  }
}

/**
 * JSON from text.
 * @throws {RequestProblem} `malformed-json`, with the position where the parser names one; its message is not repeated, since it
 * quotes the text.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const where =
      position === undefined
        ? 'It is empty, cut short or something else'
        : `It stops being JSON at position ${position}`;
    throw new RequestProblem('malformed-json', `${where}.`);
  }
}
