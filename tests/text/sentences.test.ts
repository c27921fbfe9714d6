import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceIndexAt, splitSentences } from '../../src/text/sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end).trim());

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  [
    'Baogang Co. Ltd. of Mr. Xi met in the U.S. market. Next.',
    ['Baogang Co. Ltd. of Mr. Xi met in the U.S. market.', 'Next.'],
  ],
  ['It is No. 9 of 3.5 million. Done.', ['It is No. 9 of 3.5 million.', 'Done.']],
  [
    'Announcement No. 46\nof 2024, Nos. 55 to 58 and No.70. Next.',
    ['Announcement No. 46\nof 2024, Nos. 55 to 58 and No.70.', 'Next.'],
  ],
  ['They said no. It is the state of the art. Fine.', ['They said no.', 'It is the state of the art.', 'Fine.']],
  ['“We build.” He left.', ['“We build.”', 'He left.']],
  ['会议强调，坚持党的领导；深化改革。下一句！', ['会议强调，坚持党的领导；', '深化改革。', '下一句！']],
  ['The Strategic Plan\nThe company grew.', ['The Strategic Plan', 'The company grew.']],
  ['a line that was\nwrapped goes on.', ['a line that was\nwrapped goes on.']],
  ['First item\n- second item\n- third', ['First item', '- second item', '- third']],
  ['Heading\n\nText.', ['Heading', 'Text.']],
])('%j', (text, expected) => {
  expect(split(text).filter((part) => part !== '')).toEqual(expected);
});

test('sentences cover the text without gaps, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab.A。；\n\r ”…-1, 党') }), (text) => {
      const sentences = splitSentences(text);
      let at = 0;
      for (const { start, end } of sentences) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBe(text.length);
      for (let offset = 0; offset < text.length; offset++) {
        const sentence = sentences[sentenceIndexAt(sentences, offset)];
        expect(sentence && sentence.start <= offset && offset < sentence.end).toBe(true);
      }
    }),
  );
});

test('a text without any stop is cut into bounded pieces', () => {
  expect(Math.max(...splitSentences('党'.repeat(10_000)).map(({ start, end }) => end - start))).toBeLessThanOrEqual(
    2000,
  );
});
