import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clause, ClauseIndex, hanOf, MemberWords, stemsOf } from '../../src/annotate/clauses.ts';
import type { Span } from '../../src/span.ts';

function clausesAround(text: string, span: Span): Clause[] {
  const clauses: Clause[] = [];
  new ClauseIndex(text).find(span, (clause) => {
    clauses.push(clause);
    return false;
  });
  return clauses;
}

const wordsAround = (text: string, start: number, end: number) =>
  clausesAround(text, { start, end }).map((clause) => text.slice(clause.start, clause.end).trim());

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
      for (const { start, end } of clausesAround(text, { start: 0, end: text.length })) {
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

test('a member is in the clause that has most of its words, or its Chinese, and masks lose none', () => {
  const text = 'Upholding the core position of Comrade Xi, and the authority of the Party; 维护党中央的权威。';
  const clauses = clausesAround(text, { start: 0, end: text.length });
  const naming = (words: MemberWords) =>
    clauses.filter((clause) => words.areIn(text, clause)).map(({ start, end }) => text.slice(start, end).trim());
  expect(naming(new MemberWords('uphold the core position', ''))).toEqual([
    'Upholding the core position of Comrade Xi',
  ]);
  expect(naming(new MemberWords('uphold the leading position and status', ''))).toEqual([]);
  expect(naming(new MemberWords('nothing of it', '党中央的權威'))).toEqual(['维护党中央的权威']);
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 3, maxLength: 6 }), { minLength: 1 }),
      (words) => {
        const said = words.join(' ');
        const [clause] = clausesAround(said, { start: 0, end: said.length }) as [Clause];
        expect(new MemberWords(said, '').areIn(said, clause)).toBe(stemsOf(said).length > 0);
      },
    ),
  );
});
