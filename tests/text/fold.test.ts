import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderFoldData } from '../../src/node/build/fold-table.ts';
import { FOLDED, fold, UNIT_CLASS } from '../../src/text/fold.ts';

test('fold-data.ts is what its generator makes', () => {
  const written = readFileSync(new URL('../../src/text/fold-data.ts', import.meta.url), 'utf8');
  expect(written).toBe(renderFoldData());
});

test.each([
  ['Party', 'party', 'case'],
  ['Ｐａｒｔｙ', 'party', 'full width'],
  ['xīn zhì', 'xinzhi', 'tone marks'],
  ['lǜ', 'lu', 'umlaut with a tone mark'],
  ["Party's", 'partys', 'an apostrophe'],
  ['Chinaโs', 'chinas', 'an apostrophe that a broken conversion made Thai'],
  ['pro\u00adductive', 'productive', 'a soft hyphen'],
  ['四樑八柱', '四梁八柱', 'a traditional variant'],
  ['兩個一以貫之', '两个一以贯之', 'traditional characters'],
  ['裏裡', '里里', 'two traditional characters for one simplified'],
  ['什麼', fold('什么'), 'characters that the tables of two regions lead on'],
  ['⽣产⼒', '生产力', 'Kangxi radicals of a PDF'],
  ['⻓征', '长征', 'a supplementary radical that NFKC leaves'],
  ['８５', '85', 'full-width digits'],
])('%s folds to %s: %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding what is folded changes nothing', () => {
  const changing = Array.from(FOLDED, (folded, unit) => ({ folded, unit })).filter(
    ({ folded }) => FOLDED[folded] !== folded,
  );
  expect(changing).toEqual([]);
});

test('raised digits are no part of a word', () => {
  expect(UNIT_CLASS['¹'.charCodeAt(0)]).toBe(UNIT_CLASS[' '.charCodeAt(0)]);
});
