import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTokens, measure } from '../../src/text/measure.ts';
import { createTokens, tokenize } from '../../src/text/tokenize.ts';

const tokenCounts = (text: string) => tokenize(text, 0, text.length, createTokens(text.length));

test.each([
  ['Four Pillars, Eight Beams', { words: 4, han: 0, language: 'en' }],
  ['China’s 5G', { words: 2, han: 0, language: 'en' }],
  ['两个“一以贯之”', { words: 0, han: 6, language: 'zh' }],
  ['5G网络 and AI+', { words: 3, han: 2, language: 'mixed' }],
  ['\ud83d + ＋', { words: 0, han: 0, language: 'en' }],
])('%j', (text, size) => {
  expect(measure(tokenCounts(text))).toEqual(size);
});

test('a text is as large without its tokens as with them', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aB9’\u00ad\u200b ,.+党新\ud83dé') }), (text) => {
      expect(countTokens(text)).toEqual(tokenCounts(text));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(countTokens(text)).toEqual(tokenCounts(text));
    }),
  );
});
