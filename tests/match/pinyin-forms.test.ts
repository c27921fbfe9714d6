import fc from 'fast-check';
import { expect, test } from 'vitest';
import { romanisationsOf } from '../../src/match/pinyin-forms.ts';
import { detectorOf, mentionsOf } from '../fixtures/small-lexicon.ts';

test.each([
  ['hóngsè yǐnqíng', ['hong se yin qing', 'hongse yinqing', 'hongseyinqing', 'hong seyinqing']],
  ['xīn zhì shēngchǎnlì', ['xin zhi shengchanli', 'xinzhi shengchanli', 'xinzhi shengchan li']],
  ['dǎng zǔzhī shūjì zhuā jīcéng', ['dang zuzhi shuji zhua jiceng', 'dang zu zhi shu ji zhua ji ceng']],
])('%s is written %j', (transcription, written) => {
  expect(romanisationsOf(transcription)).toEqual(expect.arrayContaining(written));
});

test.each(['dǎng', '', 'qwrt'])('%j is not written out', (transcription) => {
  expect(romanisationsOf(transcription)).toEqual([]);
});

test('however it is joined, the letters are the same', () => {
  const syllable = fc.constantFrom('xīn', 'zhì', 'shēng', 'chǎn', 'lì', 'dǎng', 'wěi');
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 2, maxLength: 9 }), (syllables) => {
      const letters = new Set(romanisationsOf(syllables.join(' ')).map((written) => written.replaceAll(' ', '')));
      expect(letters.size).toBe(1);
    }),
  );
});

const detector = detectorOf({ id: 'forces', zh: ['新质生产力'], pinyin: 'xīn zhì shēngchǎnlì', distinctive: false });

test.each(['It spoke of xin zhi shengchanli.', 'Xīnzhì shēngchǎnlì was the theme.', 'the XIN ZHI SHENG CHAN LI drive'])(
  '%s',
  (text) => {
    expect(detector.annotate(text).mentions).toMatchObject([
      { term: 'forces', rendering: 'pinyin', form: '新质生产力' },
    ]);
  },
);

test.each(['xin zhi sheng', 'axin zhi shengchanli', 'xin. Zhi shengchanli', 'shengchanli xin zhi'])(
  'not: %s',
  (text) => {
    expect(mentionsOf(detector, text)).toEqual([]);
  },
);
