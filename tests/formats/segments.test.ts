import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mention } from '../../src/annotate/result.ts';
import { segmentsOf } from '../../src/formats/segments.ts';
import { compareSpans } from '../../src/span.ts';

const at = (start: number, end: number) => ({ start, end }) as Mention;

test('nested and crossing mentions are cut at every boundary', () => {
  expect(segmentsOf('abcdefgh', [at(1, 5), at(2, 3), at(4, 7)])).toEqual([
    { text: 'a', mentions: [] },
    { text: 'b', mentions: [0] },
    { text: 'c', mentions: [0, 1] },
    { text: 'd', mentions: [0] },
    { text: 'e', mentions: [0, 2] },
    { text: 'fg', mentions: [2] },
    { text: 'h', mentions: [] },
  ]);
});

test('joined the segments are the text, and each mention covers exactly its span', () => {
  const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }));
  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 40, unit: 'binary' }), fc.array(span), (text, spans) => {
      const mentions = spans.map(([start, length]) => at(start, start + length)).sort(compareSpans);
      const segments = segmentsOf(text, mentions);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
      mentions.forEach(({ start, end }, number) => {
        const own = segments.filter((segment) => segment.mentions.includes(number));
        expect(own.map((segment) => segment.text).join('')).toBe(text.slice(start, end));
      });
    }),
  );
});

test('an empty text has no segments', () => {
  expect(segmentsOf('', [])).toEqual([]);
});
