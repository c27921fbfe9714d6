import { expect, test } from 'vitest';
import { inflect } from '../../src/match/inflect.ts';

test.each([
  ['branch', ['branches', 'branchs']],
  ['party', ['parties', 'partys']],
  ['monopoly', ['monopolies']],
  ['uphold', ['upholds', 'upheld', 'upholding']],
  ['deepened', ['deepen', 'deepens', 'deepening']],
  ['bases', ['base']],
  ['reform', ['reforms', 'reformed', 'reforming']],
])('%s inflects to %j', (word, forms) => {
  expect(inflect(word)).toEqual(expect.arrayContaining(forms));
});

test.each(['the', 'two', 'of', '5g', '梁'])('%s does not inflect', (word) => {
  expect(inflect(word)).toEqual([]);
});

test.each([
  ['quality', 'qualitying'],
  ['deepened', 'deepeneds'],
])('%s does not give %s', (word, form) => {
  expect(inflect(word)).not.toContain(form);
});
