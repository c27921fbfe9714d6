import { expect, test } from 'vitest';
import { balanceQuotes } from '../../src/text/quotes.ts';

test.each([
  ['两个“一以贯之”是', '两个“一以贯之', '两个“一以贯之”'],
  ['“十四五”规划', '十四五”规划', '“十四五”规划'],
  ['the “four beams” and “eight pillars” of', 'four beams” and “eight pillars', '“four beams” and “eight pillars”'],
  ['corporate "breakthrough" was', 'corporate "breakthrough', 'corporate "breakthrough"'],
  ['the “Red Engine” role', 'Red Engine', 'Red Engine'],
  ['the company’s ‘transformation’ is', 'company’s ‘transformation', 'company’s ‘transformation’'],
  ['‘China’s goals’', 'China’s goals', 'China’s goals'],
  ['“corporate breakthrough”', 'corporate breakthrough', 'corporate breakthrough'],
])('%s', (text, phrase, balanced) => {
  const start = text.indexOf(phrase);
  const span = balanceQuotes(text, { start, end: start + phrase.length });
  expect(text.slice(span.start, span.end)).toBe(balanced);
});
