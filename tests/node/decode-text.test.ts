import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, isEncoding } from '../../src/node/decode-text.ts';
import { DocumentError } from '../../src/node/document-error.ts';

const TEXT = '两个稀土基地 and the Red Engine\r\n';
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const bytes = (...values: number[]) => new Uint8Array(values);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** 稀土 in gb18030 and big5. */
const GB = bytes(0xcf, 0xa1, 0xcd, 0xc1);
const BIG5 = bytes(0xb5, 0x7d, 0xa4, 0x67);

test('UTF-8 comes back as it was, line ends included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
      expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, encoding: 'utf-8', warnings: [] });
    }),
  );
});

describe('a byte order mark', () => {
  test.each([
    ['utf-8', join(bytes(0xef, 0xbb, 0xbf), new TextEncoder().encode(TEXT))],
    ['utf-16le', join(bytes(0xff, 0xfe), utf16(TEXT))],
    ['utf-16be', join(bytes(0xfe, 0xff), swapped(TEXT))],
  ])('says %s, is left out, and is told of', (name, source) => {
    const { text, warnings } = decodeText(source);
    expect(text).toBe(TEXT);
    expect(warnings).toEqual([{ code: 'byte-order-mark', detail: expect.stringContaining(name) }]);
  });

  test('counts more than what the caller says', () => {
    expect(decodeText(join(bytes(0xff, 0xfe), utf16(TEXT)), 'gb18030').text).toBe(TEXT);
  });
});

test.each([
  ['utf-16le', utf16],
  ['utf-16be', swapped],
])('%s without a mark is known by its zeros, with a warning', (name, encode) => {
  const { text, warnings } = decodeText(encode('The Red Engine of the Party.'));
  expect(text).toBe('The Red Engine of the Party.');
  expect(warnings[0]?.detail).toContain(name);
});

describe('other encodings', () => {
  test('are read when they are named', () => {
    expect(decodeText(GB, 'gb18030').text).toBe('稀土');
    expect(decodeText(GB, 'GBK').text).toBe('稀土');
    expect(decodeText(BIG5, 'big5').text).toBe('稀土');
  });

  test('are refused when they are not, with the line and the way out', () => {
    const source = join(new TextEncoder().encode('one\ntwo\n稀'), GB);
    expect(() => decodeText(source)).toThrow(DocumentError);
    expect(() => decodeText(source)).toThrow(/not valid utf-8 in line 3: .*--encoding gb18030/);
  });

  test('a character cut off at the end is an error too', () => {
    expect(() => decodeText(bytes(0x61, 0xe7, 0xa8))).toThrow(/line 1/);
    expect(() => decodeText(bytes(0xff, 0xfe, 0x41))).toThrow(/utf-16le/);
  });

  test('UTF-8 read as something else is told of', () => {
    expect(decodeText(new TextEncoder().encode('é'), 'windows-1252')).toEqual({
      text: 'Ã©',
      encoding: 'windows-1252',
      warnings: [{ code: 'encoding', detail: expect.stringContaining('valid UTF-8') }],
    });
    expect(decodeText(new TextEncoder().encode('plain'), 'windows-1252').warnings).toEqual([]);
  });
});

test('what is no text is refused as such', () => {
  expect(() => decodeText(bytes(0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2))).toThrow(expect.objectContaining({ code: 'binary' }));
});

test('encodings are known by their names', () => {
  expect(['utf-8', 'GB18030', 'big5'].map(isEncoding)).toEqual([true, true, true]);
  expect(isEncoding('gb18031')).toBe(false);
});
