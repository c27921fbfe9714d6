import { describe, expect, test } from 'vitest';
import { attributionIn, mayAttribute } from '../../src/context/attribution.ts';
import { Headings } from '../../src/context/headings.ts';
import { countCapitals, isCapitalised, isQuoted } from '../../src/context/typography.ts';
import { voiceOf } from '../../src/context/voice.ts';
import { readMarked } from '../../src/lexicon/marked-text.ts';
import type { Span } from '../../src/span.ts';
import { indexLines } from '../../src/text/lines.ts';
import { createTokens, tokenize } from '../../src/text/tokenize.ts';

function marked(text: string): { text: string; span: Span } {
  const read = readMarked(text);
  return { text: read.text, span: read.spans[0] as Span };
}

/** The text as one sentence that is no heading. */
const settingOf = (text: string) => ({
  sentence: { start: 0, end: text.length },
  attribution: attributionIn(text),
  isHeading: false,
});

describe('quoted', () => {
  test.each([
    'the “[[Red Engine]]” of',
    "the '[[red engine]]' of",
    'the “[[Four Pillars, Eight Beams]],” and',
    '发挥“[[红色引擎]]”作用',
    '「[[紅色引擎]]」',
  ])('%s', (sentence) => {
    const { text, span } = marked(sentence);
    expect(isQuoted(text, span)).toBe(true);
  });

  test.each(['the [[red engine]] of', 'the “[[red engine]] of growth”', 'China’s [[red engine]] of'])(
    'not: %s',
    (sentence) => {
      const { text, span } = marked(sentence);
      expect(isQuoted(text, span)).toBe(false);
    },
  );
});

describe('capitals', () => {
  test.each([
    ['the company became the [[Red Engine]] of growth', true],
    ['the company became the [[red engine]] of growth', false],
    ['THE COMPANY BECAME THE [[RED ENGINE]] OF GROWTH', false],
    ['The Company Became The [[Red Engine]] Of Growth', false],
    ['[[Modernization]] goes on', false],
  ])('%s: %s', (sentence, expected) => {
    const { text, span } = marked(sentence);
    const around = { sentence: { start: 0, end: text.length }, capitals: () => countCapitals(text, 0, text.length) };
    expect(isCapitalised(text, span, around)).toBe(expected);
  });
});

test.each([
  [
    'Intro text that is long enough to be a paragraph and ends with a stop. It really goes on for a while, as prose does.\n\nThe [[Red Engine]] Of Growth\n\nMore text.',
    true,
  ],
  [
    '## the [[red engine]]\n\ntext that follows here and is long enough to be more than a heading would ever be, so the file is no single line.',
    true,
  ],
  [
    'A long sentence with the [[red engine]] in it that goes on and on and on until it has more than one hundred and twenty units in all.',
    false,
  ],
])('heading %#', (sentence, expected) => {
  const { text, span } = marked(sentence);
  expect(new Headings(text, indexLines(text)).holds(span)).toBe(expected);
});

test.each([
  ['This is not the [[red engine]].', { negated: true }],
  ['The chairman stressed the [[red engine]].', { attributed: true }],
  ['会议指出，要发挥[[红色引擎]]作用。', { attributed: true }],
  ['这并非[[红色引擎]]。', { negated: true }],
  ['A [[red engine]] runs.', {}],
])('voice of %s', (sentence, expected) => {
  const { text, span } = marked(sentence);
  expect(voiceOf(text, span, settingOf(text)).labels).toEqual(expected);
});

test.each([
  ['This is not the [[red engine]].', 'negated', 'not'],
  ['They refused to join the [[red engine]].', 'negated', 'refused to'],
  ['这并非[[红色引擎]]。', 'negated', '并非'],
  ['The company said the [[red engine]] runs.', 'attributed', 'said'],
  ['会议指出，要发挥[[红色引擎]]作用。', 'attributed', '指出'],
  ['the “[[red engine]]” of', 'quoted', 'red engine'],
])('evidence for the voice of %s', (sentence, label, words) => {
  const { text, span } = marked(sentence);
  const { evidence } = voiceOf(text, span, settingOf(text));
  const found = evidence.find((one) => one.label === label);
  expect(found?.text).toBe(words);
  expect(text.slice(found?.start, found?.end)).toBe(words);
});

test.each([
  ..."not no never without neither nor hardly cannot isn’t weren't didn’t won't can’t refuses_to refusing_to failed_to rejects denies denying"
    .split(' ')
    .map((word) => `They ${word.replace('_', ' ')} be the [[red engine]].`),
  ...'不是 并非 并不 没有 不再 而非 不等于 不属于 绝非 决不 绝不 未能 拒绝 否认 不存在'
    .split(' ')
    .map((word) => `这${word}[[红色引擎]]。`),
])('negated: %s', (sentence) => {
  const { text, span } = marked(sentence);
  expect(voiceOf(text, span, settingOf(text)).labels.negated).toBe(true);
});

test.each([
  'This is not only the [[red engine]] of growth.',
  'It was not luck but the [[red engine]].',
  'He did not come, and the [[red engine]] ran.',
  '不是别人，红色引擎是[[红色引擎]]。',
])('not negated: %s', (sentence) => {
  const { text, span } = marked(sentence);
  expect(voiceOf(text, span, settingOf(text)).labels.negated).toBeUndefined();
});

test.each([
  'The chairman EMPHASISED it',
  'as the report put it, a red engine',
  'in the words of the company',
  'The mill called on all to take part',
  '据新华社报道，包钢',
  '會議強調，要',
  '他说道',
])('a speaker is told by one word before the sentence is read: %s', (sentence) => {
  const tokens = createTokens(sentence.length);
  tokenize(sentence, 0, sentence.length, tokens);
  expect(attributionIn(sentence)).toBeDefined();
  expect(mayAttribute(tokens)).toBe(true);
});
