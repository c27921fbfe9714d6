import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alternativeView } from '../../src/text/views.ts';

test.each([
  ['pro-\nductive forces', 'productive forces', 'a hyphen at a line end'],
  ['four pillars (四梁), eight beams', 'four pillars, eight beams', 'a bracketed Chinese gloss'],
  ['new quality (xīn zhì) productive', 'new quality productive', 'a bracketed pinyin gloss'],
  ['the ﬁrst ﬂag', 'the first flag', 'ligatures'],
  ['four beams (四梁 (si liang)) and', 'four beams and', 'a bracket in a bracketed gloss'],
  ['four beams (si liang) and', 'four beams and', 'a gloss in pinyin without tones'],
  ['新质(new quality)生产力', '新质生产力', 'an English gloss in Chinese'],
  ['the Party\ufffds leadership', "the Party's leadership", 'an apostrophe that could not be decoded'],
  ['the Party&rsquo;s leadership', "the Party's leadership", 'an apostrophe as a reference'],
  ['the Party?s leadership', "the Party's leadership", 'an apostrophe that became a question mark'],
  ['\u{2f804}', '\u{4f60}', 'a compatibility ideograph beyond the first plane'],
  ['Chinaâ€™s goals', "China's goals", 'an apostrophe read in the wrong encoding'],
])('%j reads %j: %s', (text, reading) => {
  expect(alternativeView(text)?.text).toBe(reading);
});

test.each([
  'plain text',
  'self-reliance',
  'a bracket (in English) stays',
  'a city (Shanghai) stays',
  '括号（中文）',
  '括号（2023年）',
  'Is it? so',
  'a (bracket never closed 四梁',
])('%j has no second reading', (text) => {
  expect(alternativeView(text)).toBeUndefined();
});

test('every unit of the view that was kept lies where its offsets say', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('pro-\nductive', ' (四梁)', ' beams', 'ﬁrst', ' x', 'â€™')), (parts) => {
      const text = parts.join('');
      const view = alternativeView(text);
      if (view === undefined) return;
      for (let offset = 0; offset < view.text.length; offset++) {
        const source = text.slice(view.startOf(offset), view.endOf(offset + 1));
        if (source.length === 1) expect(['ﬁ', view.text[offset]]).toContain(source);
        expect(view.endOf(offset + 1)).toBeGreaterThan(view.startOf(offset));
      }
    }),
  );
});
