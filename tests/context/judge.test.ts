import { describe, expect, test } from 'vitest';
import { createDetector } from '../../src/annotate/detector.ts';
import { compileSketches, detectorOf, mentionsOf } from '../fixtures/small-lexicon.ts';

const detector = detectorOf(
  {
    id: 'red-engine',
    en: ['red engine'],
    zh: ['红色引擎'],
    distinctive: false,
    cues: ['Party branch', '党支部'],
    unless: [
      { id: 'vehicle', near: ['horsepower', 'locomotive'], within: 4, why: 'a painted machine' },
      { id: 'bonnet', han: '红色引擎盖', why: 'part of a car' },
      { id: 'oil', en: 'red engine oil', why: 'a lubricant' },
    ],
  },
  { id: 'green-steel', en: ['green steel'], layer: 'policy', distinctive: false, cues: ['SASAC', 'dual carbon'] },
  { id: 'sure-one', en: ['two establishes'] },
  { id: 'sure-two', en: ['four consciousnesses'] },
  { id: 'sure-three', en: ['two upholds'] },
  { id: 'sure-four', en: ['three stricts and three honests'] },
  { id: 'company', en: ['Baogang'], layer: 'institution' },
);

const explain = (text: string, term: string) =>
  detector.annotate(text, { explain: true }).rejected?.find((rejected) => rejected.term === term);

describe('a form that needs evidence', () => {
  test('is silent in ordinary prose', () => {
    expect(mentionsOf(detector, 'The museum has a red engine.')).toEqual([]);
    expect(explain('The museum has a red engine.', 'red-engine')).toMatchObject({ reason: 'evidence' });
  });

  test('is found with a cue in its sentence', () => {
    expect(mentionsOf(detector, 'The Party branch is a red engine.')).toEqual(['red-engine: red engine']);
    expect(mentionsOf(detector, '党支部成为红色引擎。')).toEqual(['red-engine: 红色引擎']);
  });

  test('is not found with a cue in another sentence only', () => {
    expect(mentionsOf(detector, 'The Party branch met. A red engine passed by on the road.')).toEqual([]);
  });

  test('says which words spoke for it, and where', () => {
    const text = 'The Party branch is a red engine.';
    const [mention] = detector.annotate(text).mentions;
    expect(mention?.because).toContainEqual({ code: 'cue', text: 'Party branch', start: 4, end: 16, weight: 1.7 });
    expect(mention?.confidence).toBeCloseTo(
      1 / (1 + Math.exp(-(mention?.because.reduce((sum, { weight }) => sum + weight, 0) ?? 0))),
      2,
    );
  });
});

describe('antipatterns', () => {
  test.each([
    ['near', 'The Party branch bought a red engine of 300 horsepower.', 'vehicle'],
    ['a longer Chinese word', '党支部打开红色引擎盖。', 'bonnet'],
    ['a longer English phrase', 'The Party branch changed the red engine oil.', 'oil'],
  ])('%s', (_, text, clause) => {
    expect(mentionsOf(detector, text)).toEqual([]);
    expect(explain(text, 'red-engine')?.detail).toContain(`antipattern "${clause}"`);
  });

  test('near reaches no farther than its window', () => {
    const far = 'The Party branch is a red engine that pulls one hundred and twenty villages, not a locomotive.';
    expect(mentionsOf(detector, far)).toHaveLength(1);
  });
});

describe('the rest of the document', () => {
  const party = 'Two establishes. Two upholds. Four consciousnesses. Three stricts and three honests. ';

  test('makes policy vocabulary reportable', () => {
    expect(mentionsOf(detector, `${party}The mill makes green steel.`)).toContain('green-steel: green steel');
  });

  test('is not made by one company name', () => {
    expect(mentionsOf(detector, 'Baogang is large. The mill makes green steel. A red engine.')).toEqual([]);
  });

  test('counts an entry once, however often it stands there', () => {
    expect(mentionsOf(detector, `${'Two upholds. '.repeat(20)}The mill makes green steel.`)).not.toContain(
      'green-steel: green steel',
    );
  });
});

test('a tagger is asked only about undecided capitalised English, and can turn it down', () => {
  const asked: string[] = [];
  const tagger = { isPartOfName: (sentence: string) => asked.push(sentence) > 0 };
  const withTagger = createDetector(detector.lexicon, { tagger: () => tagger });
  expect(withTagger.annotate('The Party branch met the Nottingham Red Engine Society.').mentions).toEqual([]);
  expect(asked).toHaveLength(1);
  withTagger.annotate('A museum has a red engine. The Party branch is a red engine.');
  expect(asked).toHaveLength(1);
});

test('a tagger is not asked what a form is part of that lies in a longer candidate', () => {
  let asked = 0;
  const lexicon = compileSketches([
    { id: 'engine', en: ['engine role'], distinctive: false, cues: ['Party'] },
    { id: 'role', en: ['red engine role model'], distinctive: false, cues: ['Party'] },
  ]);
  const tagger = { isPartOfName: () => ++asked > 0 };
  const withTagger = createDetector(lexicon, { tagger: () => tagger });
  const inside = withTagger.annotate('The Party praised a Red Engine Role Model there.', { overlap: 'all' });
  expect(inside.mentions.map(({ term }) => term)).toEqual(['role', 'engine']);
  expect(asked).toBe(0);
  withTagger.annotate('The Party praised the Nottingham Engine Role there.');
  expect(asked).toBe(1);
});
