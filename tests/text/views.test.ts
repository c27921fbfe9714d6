import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IDEOGRAPH_BIT, WORD_BIT } from '../../src/text/fold.ts';
import { alternativeView } from '../../src/text/views.ts';

const BOTH = (1 << WORD_BIT) | (1 << IDEOGRAPH_BIT);

test.each([
  ['pro-\nductive forces', 'productive forces', 'a hyphen at a line end'],
  ['four pillars (四梁), eight beams', 'four pillars, eight beams', 'a bracketed Chinese gloss'],
  ['new quality (xīn zhì) productive', 'new quality productive', 'a bracketed pinyin gloss'],
  ['the ﬁrst ﬂag', 'the first flag', 'ligatures'],
  ['Chinaâ€™s goals', "China's goals", 'an apostrophe read in the wrong encoding'],
])('%j reads %j: %s', (text, reading) => {
  expect(alternativeView(text, BOTH)?.text).toBe(reading);
});

test.each(['plain text', 'self-reliance', 'a bracket (in English) stays', '括号（中文）'])(
  '%j has no second reading',
  (text) => {
    expect(alternativeView(text, BOTH)).toBeUndefined();
  },
);

test('every unit of the view that was kept lies where its offsets say', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('pro-\nductive', ' (四梁)', ' beams', 'ﬁrst', ' x', 'â€™')), (parts) => {
      const text = parts.join('');
      const view = alternativeView(text, BOTH);
      if (view === undefined) return;
      for (let offset = 0; offset < view.text.length; offset++) {
        const source = text.slice(view.startOf(offset), view.endOf(offset + 1));
        if (source.length === 1) expect(['ﬁ', view.text[offset]]).toContain(source);
        expect(view.endOf(offset + 1)).toBeGreaterThan(view.startOf(offset));
      }
    }),
  );
});
