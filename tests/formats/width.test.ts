import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/formats/printable.ts';
import { displayWidth, padTo, truncateTo, wrapText } from '../../src/formats/width.ts';

test('ideographs take two columns, combining marks none', () => {
  expect(displayWidth('abc')).toBe(3);
  expect(displayWidth('红色引擎')).toBe(8);
  expect(displayWidth('“红”，')).toBe(6);
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('xīnzhì')).toBe(6);
});

test('padding and cutting count columns', () => {
  expect(padTo('红色', 6)).toBe('红色  ');
  expect(truncateTo('红色引擎', 5)).toBe('红色…');
  expect(truncateTo('红色引擎', 8)).toBe('红色引擎');
});

test('wrapping loses nothing and keeps to the width', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '红', '色', '，', '“'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join(' ');
      const lines = wrapText(text, 20);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(20);
    }),
  );
});

test('no line begins with closing punctuation', () => {
  expect(wrapText('红色引擎红，色引擎', 10)).toEqual(['红色引擎', '红，色引擎']);
});

test('control characters of documents never reach the terminal', () => {
  expect(printable('a\nb\tc\u001b[31mred\u0007')).toBe('a b c␛[31mred␇');
  expect(printable('x\u202ey\u009b')).toBe('x\\u{202e}y\\u{9b}');
  expect(printable('half \ud800')).toBe('half \\u{d800}');
});
