/**
 * Bytes to text, never with replacement characters. A byte order mark decides, then the caller, then the document itself where its format
 * lets it say so, then UTF-8; other encodings are taken where the bytes leave no doubt, and the result says so.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import type { Warning } from '../annotate/result.ts';
import { detectChinese, detectUtf16Chinese } from '../documents/detect-encoding.ts';
import { DocumentError } from './document-error.ts';

export interface DecodedText {
  /** Without its byte order mark. */
  text: string;
  /** The encoding's name on the web platform. */
  encoding: string;
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

/** Text in an encoding that was found out, with a warning that says how. */
function detected(bytes: Uint8Array, encoding: string, why: string): DecodedText {
  const detail = `read as ${encoding}: ${why}`;
  return { text: decode(bytes, encoding), encoding, warnings: [{ code: 'encoding', detail }] };
}

function asAsked(bytes: Uint8Array, asked: string): DecodedText {
  const encoding = new TextDecoder(asked).encoding;
  const isDoubtful = encoding !== 'utf-8' && !encoding.startsWith('utf-16') && !isAscii(bytes) && isUtf8(bytes);
  const detail = `the bytes are valid UTF-8 but were read as ${encoding}, as asked`;
  return { text: decode(bytes, encoding), encoding, warnings: isDoubtful ? [{ code: 'encoding', detail }] : [] };
}

/** Whether bytes are a file of another kind, by how they begin. */
function refuseOtherKinds(bytes: Uint8Array): void {
  const begins = (...values: number[]) => values.every((value, i) => bytes[i] === value);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) {
    throw new DocumentError('binary', 'this is a PDF file whatever its name says: give it the extension .pdf');
  }
  if (begins(0x50, 0x4b, 3, 4)) {
    throw new DocumentError('binary', 'this is a zip container (a .docx file?): give it the extension of what it is');
  }
}

/**
 * Decodes a document. `encoding` is what the caller asks for, `declared` what the document says of itself.
 * @throws {DocumentError} `encoding` for bytes that the encoding does not allow, `binary` for what is no text at all.
 */
export function decodeText(bytes: Uint8Array, encoding?: string, declared?: string): DecodedText {
  refuseOtherKinds(bytes);
  const mark = markOf(bytes);
  if (mark !== undefined) {
    const detail = `a byte order mark (${mark}) at the start was left out`;
    return { text: decode(bytes, mark), encoding: mark, warnings: [{ code: 'byte-order-mark', detail }] };
  }
  if (encoding !== undefined) return asAsked(bytes, encoding);
  const zeros = unmarkedUtf16(bytes);
  if (zeros !== undefined) return detected(bytes, zeros, 'every other byte is zero');
  if (declared !== undefined && isEncoding(declared) && !/^utf-?16/i.test(declared)) {
    const name = new TextDecoder(declared).encoding;
    if (name === 'utf-8' || decodes(bytes, name, true))
      return { text: decode(bytes, name), encoding: name, warnings: [] };
  }
  if (isUtf8(bytes) && !bytes.subarray(0, SAMPLE).includes(0)) {
    return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', warnings: [] };
  }
  const utf16 = detectUtf16Chinese(bytes);
  if (utf16 !== undefined) return detected(bytes, utf16, 'nearly every pair of bytes is a Chinese character');
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new DocumentError('binary', 'holds zero bytes: this is no text');
  const chinese = detectChinese(bytes);
  if (chinese !== undefined)
    return detected(bytes, chinese, 'not UTF-8, and its characters are the usual ones in this encoding');
  return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', warnings: [] };
}
