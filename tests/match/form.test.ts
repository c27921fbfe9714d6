import { expect, test } from 'vitest';
import { expandForm, FormSyntaxError, formWords, writtenForms } from '../../src/match/form.ts';

/** Readings as text, with the other words of a place after it. */
const written = (form: string) =>
  expandForm(form).map((reading) =>
    formWords(reading)
      .map(({ folded, others, afterGap }) => `${afterGap ? '… ' : ''}${[folded, ...others].join('|')}`)
      .join(' '),
  );

test.each([
  ['red engine', ['red engine']],
  ['red (motor|power engine)', ['red motor', 'red power engine']],
  ['red (motor|engine|machine)', ['red motor|engine|machine']],
  ['(red|scarlet)-engine, [too]', ['red|scarlet engine', 'red|scarlet engine too']],
  ['(un|re)do', ['redo', 'undo']],
  ['two [national] bases', ['two bases', 'two national bases']],
  ['(a|b) [c|d]', ['a|b', 'a|b c|d']],
  ['build … (in|into) it', ['build … in|into it']],
  ['a ([b] c|d)', ['a c', 'a b c', 'a d']],
  ['(四|八)柱', ['四 柱', '八 柱']],
])('%s is written out', (form, readings) => {
  expect(written(form).sort()).toEqual([...readings].sort());
});

test.each([
  ['red (motor', '"(" is never closed', 4],
  ['red motor)', '")" without an opening bracket', 9],
  ['a | b', '"|" without an opening bracket', 2],
  ['a (b|)', 'an empty alternative', 5],
  [' (a b|c d)'.repeat(10), 'more than 512 readings', 0],
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
    formWords({ text: 'the =State Council … of U.S.', options: [] }).map(({ folded, isExact, afterGap }) => [
      folded,
      isExact,
      afterGap,
    ]),
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
  expect(() => formWords({ text: reading, options: [] })).toThrow(FormSyntaxError);
});

test('every alternative is written out for people', () => {
  expect(writtenForms('(=build|make) [a] (red|power engine)').sort()).toEqual([
    'build a power engine',
    'build a red',
    'build power engine',
    'build red',
    'make a power engine',
    'make a red',
    'make power engine',
    'make red',
  ]);
  expect(writtenForms('two (great|main) (steps|stages)').sort()).toEqual([
    'two great stages',
    'two great steps',
    'two main stages',
    'two main steps',
  ]);
});
