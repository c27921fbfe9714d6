import { expect, test } from 'vitest';
import { createDetector } from '../../src/annotate/detector.ts';
import { compileLexicon } from '../../src/context/compile.ts';
import { inflect } from '../../src/match/inflect.ts';
import { entryOf } from '../fixtures/small-lexicon.ts';

const members = [
  { text: 'uphold the core position', zh: '维护核心地位' },
  { text: 'uphold the authority of the Central Committee', zh: '维护党中央权威' },
  { text: 'serve the people', zh: '为人民服务' },
];
const entries = [{ ...entryOf({ id: 'upholds', en: ['three upholds'], zh: ['三个维护'] }), members }];
const detector = createDetector(
  compileLexicon({ version: '2026.11.0', entries, sources: [], lenses: [], retired: [] }, inflect),
);
const setsOf = (text: string) => detector.annotate(text).sets;

test('members that the document names nearby, and those it leaves out', () => {
  const text = 'The three upholds were stressed: upholding the core position, and to serve the people.';
  expect(setsOf(text)).toEqual([
    {
      term: 'upholds',
      members: 3,
      named: [
        expect.objectContaining({ text: 'uphold the core position' }),
        expect.objectContaining({ text: 'serve the people' }),
      ],
      missing: ['uphold the authority of the Central Committee'],
    },
  ]);
  const [first] = setsOf(text)?.[0]?.named ?? [];
  expect(text.slice(first?.start, first?.end)).toContain('upholding the core position');
});

test('in Chinese', () => {
  expect(setsOf('坚持三个维护，维护核心地位、维护党中央权威。')?.[0]).toMatchObject({
    named: [{ text: 'uphold the core position' }, { text: 'uphold the authority of the Central Committee' }],
    missing: ['serve the people'],
  });
});

test('not a member far away, and nothing where no set is mentioned', () => {
  expect(
    setsOf(`The three upholds. ${'Other words fill the page. '.repeat(60)}They serve the people.`)?.[0]?.named,
  ).toEqual([]);
  expect(setsOf('They serve the people.')).toBeUndefined();
});
