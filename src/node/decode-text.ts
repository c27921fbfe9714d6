/** Bytes to text: never guessed, never with replacement characters. A byte order mark decides, then the caller, then UTF-8. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { Warning } from '../annotate/result.ts';
import { DocumentError } from './document-error.ts';

export interface DecodedText {
  /** Without its byte order mark. */
  text: string;
  warnings: Warning[];
}

/**
 * Whether the platform can decode this encoding, by any of its names as the web platform knows them.
 */
export function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Bytes looked at for UTF-16 without a mark. */
const SAMPLE = 4096;

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd * 4 > sample.length / 2 && even * 20 < odd) return 'utf-16le';
  if (even * 4 > sample.length / 2 && odd * 20 < even) return 'utf-16be';
  return undefined;
}

function decodes(bytes: Uint8Array, encoding: string, isWhole: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole });
    return true;
  } catch {
    return false;
  }
}

/** The line, from 1, of the first byte that is wrong. */
function lineOfError(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(bytes.subarray(0, middle), encoding, false)) good = middle;
    else bad = middle;
  }
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, good));
  return (text.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}

const WAY_OUT =
  'name its encoding, as in --encoding gb18030 (mainland China), big5 (Taiwan, Hong Kong) or windows-1252';

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    const wayOut = encoding === 'utf-8' ? WAY_OUT : 'give another --encoding';
    throw new DocumentError('encoding', `not valid ${encoding} in line ${lineOfError(bytes, encoding)}: ${wayOut}`, {
      cause: error,
    });
  }
}

/**
 * Decodes a document. `encoding` is used where there is no byte order mark; the default is UTF-8.
 * @throws {DocumentError} `encoding` for bytes that the encoding does not allow, `binary` for what is no text at all.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  const mark = markOf(bytes);
  if (mark !== undefined) {
    const detail = `a byte order mark (${mark}) at the start was left out`;
    return { text: decode(bytes, mark), warnings: [{ code: 'byte-order-mark', detail }] };
  }
  if (encoding !== undefined) {
    const name = new TextDecoder(encoding).encoding;
    const isDoubtful = name !== 'utf-8' && !name.startsWith('utf-16') && !isAscii(bytes) && isUtf8(bytes);
    const detail = `the bytes are valid UTF-8 but were read as ${name}, as asked`;
    return { text: decode(bytes, name), warnings: isDoubtful ? [{ code: 'encoding', detail }] : [] };
  }
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== undefined) {
    const detail = `read as ${utf16}: every other byte is zero`;
    return { text: decode(bytes, utf16), warnings: [{ code: 'encoding', detail }] };
  }
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new DocumentError('binary', 'holds zero bytes: this is no text');
  return { text: decode(bytes, 'utf-8'), warnings: [] };
}
