import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentLine, readDocumentLine, readDocumentLines, splitLines } from '../../src/node/json-lines.ts';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (text: string): DocumentLine => readDocumentLine(new TextEncoder().encode(text), 7);

test('lines are the same however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', '红', '\n', '\r') }),
      fc.integer({ min: 1, max: 9 }),
      async (text, size) => {
        const lines = await Array.fromAsync(splitLines(chunksOf(new TextEncoder().encode(text), size)));
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(lines.map((line) => new TextDecoder().decode(line))).toEqual(expected);
      },
    ),
  );
});

test('blank lines are counted and left out', async () => {
  const bytes = new TextEncoder().encode('\n{"id":"a","text":""}\r\n \t\r\n{"id":"b","text":"x"}');
  const lines = await Array.fromAsync(readDocumentLines(chunksOf(bytes, 5)));
  expect(lines.map(({ line, id }) => `${line} ${id}`)).toEqual(['2 a', '4 b']);
});

describe('a line', () => {
  test('gives text, digest and metadata as strings', () => {
    const line = read('{"id":"a","text":"红","metadata":{"company":"B","year":2025,"listed":true}}');
    expect(line).toMatchObject({
      line: 7,
      id: 'a',
      content: {
        text: '红',
        metadata: { company: 'B', year: '2025', listed: 'true' },
        digest: expect.stringMatching(/^sha256-/),
      },
    });
  });

  test.each([
    ['{"id":"a"', /not JSON/, undefined],
    ['[1]', /not an object/, undefined],
    ['null', /not an object/, undefined],
    ['{"text":"x"}', /\/id is missing/, undefined],
    ['{"id":3,"text":"x"}', /\/id: not a string/, undefined],
    ['{"id":"a"}', /\/text is missing/, 'a'],
    ['{"id":"a","text":null}', /\/text: not a string/, 'a'],
    ['{"id":"a","text":"x","metadata":[]}', /\/metadata: not an object/, 'a'],
    ['{"id":"a","text":"x","metadata":{"k":{}}}', /\/metadata\/k/, 'a'],
  ])('%s is an error that says what is wrong', (text, message, id) => {
    const line = read(text);
    expect(line).toMatchObject({ line: 7, error: { code: 'bad-line', message: expect.stringMatching(message) } });
    expect(line.id).toBe(id);
  });

  test('must be UTF-8', () => {
    expect(readDocumentLine(new Uint8Array([0x22, 0xff, 0x22]), 1)).toMatchObject({
      error: { message: 'not valid UTF-8' },
    });
  });

  test('a key that is not read is told of', () => {
    expect(read('{"id":"a","text":"x","metdata":{}}')).toMatchObject({
      content: { warnings: [{ code: 'unknown-key', detail: expect.stringContaining('"metdata"') }] },
    });
  });
});
