import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { createTokens, hashWord, tokenEnd, tokenize, tokenStart } from '../../src/text/tokenize.ts';

function tokensOf(text: string): string[] {
  const tokens = createTokens(4);
  tokenize(text, 0, text.length, tokens);
  return Array.from({ length: tokens.count }, (_, i) => {
    const end = tokens.end[i] as number;
    return text.slice(tokenStart(text, end, i > 0 ? (tokens.end[i - 1] as number) : 0), tokenEnd(text, end));
  });
}

test.each([
  ['Four Pillars, Eight Beams', ['Four', 'Pillars', 'Eight', 'Beams']],
  ['China’s “new-quality” forces', ['China’s', 'new', 'quality', 'forces']],
  ["the 'red engine' role", ['the', 'red', 'engine', 'role']],
  ['两个“一以贯之”', ['两', '个', '一', '以', '贯', '之']],
  ['5G网络 and R&D', ['5G', '网', '络', 'and', 'R', 'D']],
  ['pro\u00adductive\u200b forces', ['pro\u00adductive', 'forces']],
  ['AI+ and 稀土＋', ['AI', '+', 'and', '稀', '土', '＋']],
  ['1+N, 1 + N', ['1', '+', 'N', '1', '+', 'N']],
  ['', []],
  [' ,.', []],
])('%j', (text, expected) => {
  expect(tokensOf(text)).toEqual(expected);
});

test('the hash of a token is the hash of its folded units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = createTokens(text.length);
      tokenize(text, 0, text.length, tokens);
      for (let i = 0; i < tokens.count; i++) {
        const end = tokens.end[i] as number;
        const start = tokenStart(text, end, i > 0 ? (tokens.end[i - 1] as number) : 0);
        expect(tokens.hash[i]).toBe(hashWord(fold(text.slice(start, end))));
      }
    }),
  );
});

test('a lone surrogate is a token of its own and loses nothing around it', () => {
  expect(tokensOf('red \ud83d engine')).toEqual(['red', '\ud83d', 'engine']);
});
