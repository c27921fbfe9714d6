import { expect, test } from 'vitest';
import { DiscoveryCollection } from '../../src/discover/collection.ts';
import { discover } from '../../src/discover/discover.ts';
import { draftEntry, draftId } from '../../src/discover/draft-entry.ts';

function collected(texts: readonly string[]) {
  const collection = new DiscoveryCollection();
  texts.forEach((text, i) => {
    const found = discover(text, { known: [], strength: 0.8 }).map((one) => ({ ...one, line: 1 }));
    collection.add(`d${i}.txt`, text, found);
  });
  return collection.ranked();
}

const TEXTS = [
  'It put the “three efforts” into practice, and the “four pledges” as well.',
  'The branch praised the “three efforts”: one, two, and three.',
  '落实“五个到位”要求。',
];

test('the wording of most documents comes first, with its contexts', () => {
  const [first] = collected(TEXTS);
  expect(first).toMatchObject({ text: 'three efforts', documents: 2, occurrences: 2 });
  expect(first?.contexts.map(({ document }) => document)).toEqual(['d0.txt', 'd1.txt']);
});

test('a wording of words that are seldom apart is the keyer one', () => {
  const rare = collected(['The “glad tidings of three zebras” and the “three zebras”.'])[0]?.keyness ?? 0;
  const common = collected([`The “three zebras”. ${'three zebras apart three zebras '.repeat(20)}`])[0]?.keyness ?? 0;
  expect(rare).toBeGreaterThan(common);
});

test('a draft holds what was found and names what is left to do', () => {
  const [first] = collected(TEXTS);
  if (first === undefined) throw new Error('nothing found');
  expect(draftId(first)).toBe('three-efforts');
  const draft = draftEntry(first);
  expect(draft).toContain('label: "three efforts"');
  expect(draft).toContain('[[three efforts]]');
  expect(draft).toContain('# d1.txt:1:');
  expect(draft).toContain('gloss: TODO');
});
