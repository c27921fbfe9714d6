import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../src/text/lines.ts';

test.each([
  ['a\nb', 2, { line: 2, column: 1 }],
  ['a\r\nb', 3, { line: 2, column: 1 }],
  ['a\rb', 2, { line: 2, column: 1 }],
  ['a\n\nb', 2, { line: 2, column: 1 }],
  ['😀b', 2, { line: 1, column: 3 }],
  ['ab', 9, { line: 1, column: 3 }],
])('%j at %d', (text, offset, position) => {
  expect(indexLines(text).positionAt(offset)).toEqual(position);
});

test('offset to position to offset gives the offset back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '党', '\n', '\r', '😀') }), (text) => {
      const lines = indexLines(text);
      for (let offset = 0; offset <= text.length; offset++)
        expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    }),
  );
});

test.each([
  ['ab\ncd', 1, 'ab'],
  ['ab\ncd', 2, 'ab'],
  ['ab\r\ncd\r\n', 4, 'cd'],
  ['ab\n\ncd', 3, ''],
  ['ab', 2, 'ab'],
  ['', 0, ''],
])('the line of %j at %d is %j', (text, offset, line) => {
  const { start, end } = indexLines(text).lineAt(offset);
  expect(text.slice(start, end)).toBe(line);
});
