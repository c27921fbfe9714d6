import { expect, test } from 'vitest';
import {
  BRACKET,
  BROKEN_MARK,
  BROKEN_SIGN,
  COMPATIBILITY_IDEOGRAPH,
  findMarks,
  LIGATURE,
  LINE_END_HYPHEN,
} from '../../src/text/marks.ts';

test.each([
  ['plain, text', 0],
  ['a (gloss)', BRACKET],
  ['党（注）', BRACKET],
  ['Chinaâ€™s', BROKEN_MARK],
  ['China\ufffds', BROKEN_SIGN],
  ['R&D', BROKEN_SIGN],
  ['\u{2f804}', COMPATIBILITY_IDEOGRAPH],
  ['ﬁrst', LIGATURE],
])('%j has the marks %d', (text, seen) => {
  expect(findMarks(text)).toEqual({ seen, stops: [] });
});

test.each([
  ['pro-\nductive', true],
  ['pro-\r\nductive', true],
  ['pro\u2010\nductive', true],
  ['self-reliance\nand', false],
  ['- item\n- item', false],
  ['\nfirst', false],
])('whether a line of %j ends with a hyphen: %j', (text, expected) => {
  expect((findMarks(text).seen & LINE_END_HYPHEN) !== 0).toBe(expected);
});

test('stops are told in their order', () => {
  expect(findMarks('One. Two!\nThree？四。').stops).toEqual([3, 8, 9, 15, 17]);
});
