/** The scanner against a search that anybody can check by reading, on small alphabets so that forms overlap and share prefixes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePatterns } from '../../src/match/compile.ts';
import { createScanBuffers, scan } from '../../src/match/scan.ts';
import { createTokens } from '../../src/text/tokenize.ts';
import { readText, type TokenizedText } from '../../src/text/tokenized-text.ts';

const noInflection = () => [];

function found(forms: readonly string[], text: string): string[] {
  const set = compilePatterns(
    forms.map((form, payload) => ({ text: form, payload })),
    noInflection,
  );
  const scanned = (source: TokenizedText, start = 0, end = text.length) => {
    const matches = new Set<string>();
    scan(set, source, start, end, createScanBuffers(), (match) => {
      matches.add(`${match.start}-${match.end}:${forms[set.patternPayload[match.pattern] as number]}`);
    });
    return [...matches].sort();
  };
  const matches = scanned({ text, tokens: undefined });
  const source = readText(text, createTokens(1));
  expect(scanned(source)).toEqual(matches);
  // A part of a text is read as if nothing stood around it, whether its tokens are kept or not.
  const middle = text.indexOf(' ', text.length / 2) + 1;
  expect(scanned(source, 0, middle)).toEqual(scanned({ text, tokens: undefined }, 0, middle));
  expect(scanned(source, middle)).toEqual(scanned({ text, tokens: undefined }, middle));
  return matches;
}

/** Token by token, form by form; gaps hold single spaces or hyphens only, as in the texts below. */
function naive(forms: readonly string[], text: string): string[] {
  const tokens = [...text.matchAll(/[a-z]+|\p{Script=Han}/gu)].map((token) => ({ word: token[0], start: token.index }));
  const matches = new Set<string>();
  for (const form of forms) {
    const words = form.match(/[a-z]+|\p{Script=Han}/gu) ?? [];
    for (let i = 0; i + words.length <= tokens.length; i++) {
      if (!words.every((word, k) => tokens[i + k]?.word === word)) continue;
      const [first, last] = [tokens[i], tokens[i + words.length - 1]];
      if (first === undefined || last === undefined) continue;
      const end = last.start + last.word.length;
      if (!/[.]/.test(text.slice(first.start, end))) matches.add(`${first.start}-${end}:${form}`);
    }
  }
  return [...matches].sort();
}

const word = fc.constantFrom('ab', 'ba', 'b', '党', '建');
const form = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-', ' ', '. ')), { maxLength: 60 })
  .map((pairs) => pairs.flat().join(''));

test('finds what a naive search finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(form, { minLength: 1, maxLength: 12 }), text, (forms, content) => {
      expect(found(forms, content)).toEqual(naive(forms, content));
    }),
    { numRuns: 500 },
  );
});

test('finds the same across the seams of blocks', () => {
  const filler = 'ab ba b 党建 '.repeat(9000);
  const forms = ['ab ba b', 'b 党 建 ab', '建 ab ba'];
  const content = `${filler}ba ba ${filler}`;
  expect(found(forms, content)).toEqual(naive(forms, content));
});

test.each([1, 2, 3, 4, 5])(
  'each of many words that may stand at place %i is found, beside forms that begin alike',
  (place) => {
    const options = Array.from({ length: 40 }, (_, i) => `w${i}`);
    const form = (word: string) => ['a', 'b', 'c', 'd', 'e', 'f'].with(place, word).join(' ');
    const others = Array.from({ length: 30 }, (_, i) => `a b c d x${i}`);
    for (const option of options) {
      expect(found([form(`(${options.join('|')})`), ...others], `z ${form(option)} z`)).toHaveLength(1);
    }
  },
);

test('a word longer than a block hides nothing behind it', () => {
  expect(found(['ab ba'], `${'a'.repeat(100_000)} ab ba`)).toEqual(['100001-100006:ab ba']);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is a word like any other', (name) => {
  expect(found([name], `the ${name} of`)).toHaveLength(1);
});
