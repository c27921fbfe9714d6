import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClauseIndex, hanOf, stemsOf } from '../../src/annotate/clauses.ts';

const wordsAround = (text: string, start: number, end: number) =>
  new ClauseIndex(text).around({ start, end }).map((clause) => text.slice(clause.start, clause.end).trim());

test('clauses end at marks and line breaks, and those that reach into a stretch are given', () => {
  const text = 'One two, three; four (five) six.\nSeven!八、九。';
  expect(wordsAround(text, 0, text.length).filter(Boolean)).toEqual([
    'One two',
    'three',
    'four',
    'five',
    'six',
    'Seven',
    '八',
    '九',
  ]);
  expect(wordsAround(text, 4, 10)).toEqual(['One two', 'three']);
});

test('a clause over the border of two blocks is whole, and given once', () => {
  const text = `${'a, '.repeat(340)}uphold the core position of the Party, next`;
  const clauses = wordsAround(text, 0, text.length);
  expect(clauses.filter((clause) => clause.includes('core'))).toEqual(['uphold the core position of the Party']);
});

test('clauses follow each other without overlapping, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab ,.。党(\n'), maxLength: 4000 }), (text) => {
      let at = 0;
      for (const { start, end } of new ClauseIndex(text).around({ start: 0, end: text.length })) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
    }),
  );
});

test('stems are the same for words that begin alike, small words have none', () => {
  expect(stemsOf('Upholding the authority')).toEqual(stemsOf('uphold authorities'));
  expect(stemsOf('uphold')).not.toEqual(stemsOf('upset'));
  expect(stemsOf('the and for of a')).toEqual([]);
  expect(hanOf('維護 “核心” core')).toBe('维护核心');
});
