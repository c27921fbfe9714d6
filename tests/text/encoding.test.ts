import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetConverter } from '../../src/text/encoding.ts';

test('utf-8 counts bytes and utf-32 code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const toBytes = offsetConverter(text, 'utf-8');
      const toPoints = offsetConverter(text, 'utf-32');
      let offset = 0;
      for (const character of text) {
        expect(toBytes(offset)).toBe(new TextEncoder().encode(text.slice(0, offset)).length);
        expect(toPoints(offset)).toBe([...text.slice(0, offset)].length);
        offset += character.length;
      }
    }),
  );
});

test('a lone surrogate counts as the replacement character', () => {
  expect(offsetConverter('a\ud800b', 'utf-8')(2)).toBe(4);
});
