import { expect, test } from 'vitest';
import { expandForm, FormSyntaxError, formWords } from '../../src/match/form.ts';

test.each([
  ['red engine', ['red engine']],
  ['red (motor|power engine)', ['red motor', 'red power engine']],
  ['two [national] bases', ['two bases', 'two national bases']],
  ['(a|b) [c|d]', ['a', 'a c', 'a d', 'b', 'b c', 'b d']],
  ['build … into', ['build … into']],
  ['a ([b] c|d)', ['a c', 'a b c', 'a d']],
])('%s is written out', (form, readings) => {
  expect(expandForm(form).sort()).toEqual([...readings].sort());
});

test.each([
  ['red (motor', '"(" is never closed', 4],
  ['red motor)', '")" without an opening bracket', 9],
  ['a | b', '"|" without an opening bracket', 2],
  ['a (b|)', 'an empty alternative', 5],
  ['(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)', 'more than 128 readings', 0],
])('%s is refused: %s', (form, message, index) => {
  expect(() => expandForm(form)).toThrow(message);
  try {
    expandForm(form);
  } catch (error) {
    expect((error as FormSyntaxError).index).toBe(index);
  }
});

test('words know what stands before them', () => {
  expect(
    formWords('the =State Council … of U.S.').map(({ folded, isExact, afterGap }) => [folded, isExact, afterGap]),
  ).toEqual([
    ['the', false, false],
    ['state', true, false],
    ['council', false, false],
    ['of', false, true],
    ['u', false, false],
    ['s', false, false],
  ]);
});

test.each(['… engine', 'engine …', '“”', ''])('%j has no words to search for', (reading) => {
  expect(() => formWords(reading)).toThrow(FormSyntaxError);
});
