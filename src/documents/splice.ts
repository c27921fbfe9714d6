/** Puts text into a document without touching the rest of its bytes. */
import { encodeText } from './encode-text.ts';
import { concat } from './zip.ts';

export interface Insertion {
  /** UTF-16 offset in the decoded source. */
  at: number;
  text: string;
}

/** Ascending; those at one place in the order in which they were made. */
const inOrder = (insertions: readonly Insertion[]) =>
  insertions.map((insertion, i) => ({ ...insertion, i })).sort((a, b) => a.at - b.at || a.i - b.i);

/** The text with insertions. */
export function splice(source: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const insertion of inOrder(insertions)) {
    pieces.push(source.slice(at, insertion.at), insertion.text);
    at = insertion.at;
  }
  return pieces.join('') + source.slice(at);
}

/** Byte offsets of ascending UTF-16 offsets, found by decoding byte by byte. `from` is where the text begins, after a mark. */
function byteOffsets(bytes: Uint8Array, from: number, encoding: string, offsets: readonly number[]): number[] {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const found: number[] = [];
  let units = 0;
  let at = from;
  for (const offset of offsets) {
    while (units < offset && at < bytes.length) {
      units += decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length;
      at++;
    }
    found.push(at);
  }
  return found;
}

/** UTF-8 byte offsets of ascending UTF-16 offsets. */
function utf8Offsets(source: string, from: number, offsets: readonly number[]): number[] {
  let at = 0;
  let bytes = from;
  return offsets.map((offset) => {
    bytes += new TextEncoder().encode(source.slice(at, offset)).length;
    at = offset;
    return bytes;
  });
}

function markLength(bytes: Uint8Array, encoding: string): number {
  const [a, b, c] = bytes;
  if (encoding === 'utf-8') return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return encoding.startsWith('utf-16') && isMarked ? 2 : 0;
}

function offsetsOf(bytes: Uint8Array, source: string, encoding: string, offsets: readonly number[]): number[] {
  const from = markLength(bytes, encoding);
  if (encoding === 'utf-8') return utf8Offsets(source, from, offsets);
  if (encoding.startsWith('utf-16')) return offsets.map((offset) => from + 2 * offset);
  return byteOffsets(bytes, from, encoding, offsets);
}

/**
 * The bytes with insertions, in the document's own encoding. Characters that it does not have are written as `spell` gives them.
 */
export function spliceBytes(
  bytes: Uint8Array,
  source: string,
  encoding: string,
  insertions: readonly Insertion[],
  spell: (character: string) => string,
): Uint8Array {
  const ordered = inOrder(insertions);
  const offsets = offsetsOf(
    bytes,
    source,
    encoding,
    ordered.map(({ at }) => at),
  );
  const pieces: Uint8Array[] = [];
  let at = 0;
  ordered.forEach(({ text }, i) => {
    const offset = offsets[i] as number;
    pieces.push(bytes.subarray(at, offset), encodeText(text, encoding, spell));
    at = offset;
  });
  return concat([...pieces, bytes.subarray(at)]);
}
