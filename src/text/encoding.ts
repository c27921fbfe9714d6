/** Units in which a caller may ask for offsets; Tifa itself counts UTF-16 units. Names as in the Language Server Protocol. */
export type OffsetEncoding = 'utf-16' | 'utf-8' | 'utf-32';

export const OFFSET_ENCODINGS: readonly OffsetEncoding[] = ['utf-16', 'utf-8', 'utf-32'];

/**
 * A function from UTF-16 offsets into `text` to offsets in `encoding` (code points for utf-32, bytes for utf-8). It must be
 * asked in ascending order: it walks the text once. A lone surrogate counts as the replacement character would.
 */
export function offsetConverter(text: string, encoding: OffsetEncoding): (offset: number) => number {
  if (encoding === 'utf-16') return (offset) => offset;
  let at = 0;
  let converted = 0;
  return (offset) => {
    while (at < offset && at < text.length) {
      const codePoint = text.codePointAt(at) as number;
      const isPair = codePoint > 0xffff;
      converted += encoding === 'utf-32' ? 1 : utf8Length(codePoint);
      at += isPair ? 2 : 1;
    }
    return converted;
  };
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
