/** What the compiler supplies so that a form need not be listed in every spelling; each row with a twin that must not be found. */
import { describe, expect, test } from 'vitest';
import { detectorOf, mentionsOf } from '../fixtures/small-lexicon.ts';

const detector = detectorOf(
  { id: 'beams', en: ['four beams and eight pillars'], zh: ['四梁八柱'] },
  { id: 'branches', en: ['strong fortress Party branch'] },
  { id: 'forces', en: ['new [quality] productive forces', 'NQPF'] },
  { id: 'guidelines', en: ['eight-point guidelines'], zh: ['八项规定'] },
  { id: 'consistencies', en: ['two consistencies'], zh: ['两个一以贯之'] },
  { id: 'programme', en: ['modernisation programme of labour'] },
  { id: 'base', en: ['build … into a base'] },
  { id: 'represents', en: ['three represents'], zh: ['三个代表'] },
  { id: 'confidences', en: ['four confidences'], zh: ['四个自信'] },
  { id: 'leadership', en: ["Party's leadership", 'twenty-first century plan'] },
  { id: 'exact', en: ['=led by the =Party'] },
  { id: 'list', en: ['clean, low-carbon and safe energy'] },
  { id: 'ai-plus', en: ['AI+'], zh: ['人工智能+'] },
  { id: 'one-plus-n', en: ['1+N policy framework'] },
);

describe('found', () => {
  test.each([
    ['case', 'FOUR BEAMS AND EIGHT PILLARS'],
    ['a comma for and', 'Four beams, eight pillars'],
    ['nothing for and', 'four beams eight pillars'],
    ['an ampersand', 'four beams & eight pillars'],
    ['heads swapped', 'Four Pillars, Eight Beams'],
    ['pair swapped', 'eight pillars and four beams'],
    ['digits', 'the 4 beams and 8 pillars'],
    ['quotes inside', '“four beams” and “eight pillars”'],
    ['a line break', 'four beams\nand eight pillars'],
    ['a Windows line break', 'four beams\r\nand eight pillars'],
    ['two spaces and a no-break space', 'four  beams\u00a0and eight pillars'],
    ['a bracketed gloss in the middle', 'four beams (四梁) and eight pillars (八柱)'],
    ['Markdown emphasis', '**four beams** and *eight pillars*'],
    ['traditional characters and variants', '四樑八柱'],
    ['quotes inside the Chinese', '“四梁”“八柱”'],
    ['a space inside the Chinese', '四 梁 八 柱'],
    ['a line break inside the Chinese', '四梁\n八柱'],
    ['an enumeration comma', '四梁、八柱'],
    ['a radical code point', '四梁⼋柱'],
    ['a Hong Kong variant', '四樑八柱'],
    ['a gloss in a gloss', 'four beams (四梁 (sì liáng)) and eight pillars'],
    ['a gloss in pinyin without tones', 'four beams (si liang) and eight pillars'],
    ['an English gloss in the Chinese', '四梁（four beams）八柱'],
    ['Roman numerals', 'IV beams and VIII pillars'],
    ['a broken apostrophe', 'four beams and eight pillarsโ'],
  ])('%s', (_, text) => {
    expect(mentionsOf(detector, text).map((mention) => mention.split(':')[0])).toEqual(['beams']);
  });

  test.each([
    ['an apostrophe gone wrong', 'the Partyโs leadership'],
    ['an apostrophe not decoded', 'the Party\ufffds leadership'],
    ['an apostrophe read as Windows-1252', 'the Partyâ€™s leadership'],
    ['a number of two words in digits', 'the 21st-century plan'],
    ['plural', 'strong fortress Party branches'],
    ['hyphens', 'strong-fortress Party-branches'],
    ['possessive, curly', 'strong fortress Party branch’s'],
    ['an optional word left out', 'new productive forces'],
    ['singular of a plural form', 'a new quality productive force'],
    ['a soft hyphen', 'new quality pro\u00adductive forces'],
    ['a hyphen at a line end', 'new quality pro-\nductive forces'],
    ['a ligature', 'NQPF deﬁned'],
    ['full-width letters', 'ＮＱＰＦ'],
    ['zero-width space', 'new quality\u200b productive forces'],
    ['plural of an acronym', 'NQPFs'],
    ['digit in Chinese', '中央8项规定'],
    ['American spelling', 'modernization program of labor'],
    ['a gap of words in the sentence', 'Building Baotou city into a base'],
    ['a quoted half in Chinese', '坚持两个“一以贯之”'],
    ['an Oxford comma', 'clean, low-carbon, and safe energy'],
    ['commas only', 'clean, low-carbon, safe energy'],
    ['a full stop of an abbreviation in the gap', 'Build site No. 70 into a base'],
    ['a plus sign', 'an “AI+” drive'],
    ['a full-width plus sign', '深入实施“人工智能＋”行动'],
    ['spaces around a plus sign', 'the 1 + N policy framework'],
    ['quotes around a plus sign', '"1+N" policy framework'],
  ])('%s', (_, text) => {
    expect(mentionsOf(detector, text)).toHaveLength(1);
  });
});

describe('not found', () => {
  test.each([
    ['a blank line inside', 'four beams\n\nand eight pillars'],
    ['a stop inside', 'four beams. And eight pillars'],
    ['another number', 'five beams and eight pillars'],
    ['a word too many', 'four strong beams and eight pillars'],
    ['inside longer words', 'foursome beams and eight pillars'],
    ['a numeral before the Chinese', '十三个代表'],
    ['an ordinal before the Chinese', '第四个自信'],
    ['a number before the English', 'thirty-four confidences'],
    ['a decimal', 'a ratio of 3.4 confidences'],
    ['a gap over the sentence end', 'Build the city. Turn it into a base'],
    ['a gap of five words', 'build one two three four five into a base'],
    ['an exact word inflected', 'leading by the Party'],
    ['an em dash between the words', 'two — consistencies'],
    ['no plus sign', 'AI and 人工智能 for all'],
    ['a minus for the plus sign', 'a 1-N policy framework, a 1 N policy framework'],
    ['no list mark where the form has one', 'clean low-carbon safe-energy of two'],
  ])('%s', (_, text) => {
    expect(mentionsOf(detector, text)).toEqual([]);
  });

  test('a year before a number word is no part of it', () => {
    expect(mentionsOf(detector, 'since 2024 four confidences')).toEqual(['confidences: four confidences']);
  });
});
