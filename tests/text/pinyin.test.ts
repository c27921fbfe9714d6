import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../src/node/load-lexicon.ts';
import { hanOf } from '../../src/search/han.ts';
import { initialsOf, plainOf, spacedOf, syllablesOf, tonesAgree } from '../../src/text/pinyin.ts';

const spaced = (text: string) => spacedOf(syllablesOf(text) ?? []);

describe('syllables', () => {
  test.each([
    ['xīnzhì shēngchǎnlì', 'xin zhi sheng chan li'],
    ['xin1zhi4', 'xin zhi'],
    ["Xī'ān", 'xi an'],
    ['xian', 'xian'],
    ['fānggànbù', 'fang gan bu'],
    ['lǜsè', 'lu se'],
    ['lv4se4', 'lu se'],
    ['lu:e4', 'lue'],
    ['ér', 'er'],
    ['zhuàng', 'zhuang'],
  ])('%s', (text, syllables) => {
    expect(spaced(text)).toBe(syllables);
  });

  test.each(['party', 'xzscl', '5G wǎngluò', 'b'])('%s is not all pinyin', (text) => {
    expect(syllablesOf(text)).toBeUndefined();
  });

  test('words that are none stay whole where asked for', () => {
    const syllables = syllablesOf('5G wǎngluò', true) ?? [];
    expect([spacedOf(syllables), plainOf(syllables), initialsOf(syllables)]).toEqual([
      '5g wang luo',
      '5gwangluo',
      '5wl',
    ]);
  });

  test('tones are read from marks and digits alike; none agrees with all', () => {
    const whole = syllablesOf('xīnzhì') ?? [];
    expect(whole.map(({ tone }) => tone)).toEqual([1, 4]);
    expect(tonesAgree(syllablesOf('zhi4') ?? [], whole, 1)).toBe(true);
    expect(tonesAgree(syllablesOf('zhi1') ?? [], whole, 1)).toBe(false);
    expect(tonesAgree(syllablesOf('xinzhi') ?? [], whole, 0)).toBe(true);
  });

  test('the pinyin of every entry has as many syllables as its Chinese has characters', () => {
    const wrong = loadLexicon().entries.flatMap(({ id, zh }) => {
      const characters = [...(zh?.hans ?? '')].filter((character) => /\p{Script=Han}/u.test(character)).length;
      // Letters that stand in both, as in 5G and AI+, are no syllables.
      const letters = zh?.hans.match(/[A-Za-z0-9]+/g) ?? [];
      const pinyin = letters.reduce((rest, run) => rest.replace(run, ' '), zh?.pinyin ?? '');
      const syllables = (syllablesOf(pinyin, true) ?? []).filter(({ plain }) => /^[a-z]+$/.test(plain)).length;
      return characters === syllables ? [] : [`${id}: ${characters} and ${syllables}`];
    });
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['8项规定', '八项规定'],
  ['20大', '二十大'],
  ['第3次', '第三次'],
  ['两个100年', '二个一百年'],
  ['15五规划', '十五五规划'],
  ['5G网络', '网络'],
  ['红 色“引擎”', '红色引擎'],
  ['2025年', '年'],
])('Chinese of %s', (text, han) => {
  expect(hanOf(text).joined).toBe(han);
});
