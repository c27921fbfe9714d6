/** The documents in examples/, with the compiled lexicon: what must be found, and the silence that ordinary prose must get. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDetector } from '../../src/node/load.ts';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';

const detector = loadDetector();
const read = (name: string) => readFileSync(join(PACKAGE_ROOT, 'examples', name), 'utf8');

/** Every formulation of the article, which both releases use in renderings of their own. */
const IN_BOTH_RELEASES = [
  'new-quality-productive-forces',
  'important-instructions',
  'eight-point-guidelines',
  'party-discipline',
  'party-leadership',
  'political-loyalty',
  'four-pillars-eight-beams',
  'two-consistencies',
  'red-engine',
  'strong-fortress-party-branches',
  'smart-party-building-cockpit',
  'two-rare-earth-bases',
  'on-site-transformation-rate',
  'world-class-enterprise',
];

describe.each(['soe-release.en.txt', 'soe-release.zh.txt'])('%s', (name) => {
  test.each(IN_BOTH_RELEASES)('has %s', (term) => {
    expect(detector.annotate(read(name)).mentions.map((mention) => mention.term)).toContain(term);
  });
});

test('the commentary has the formulations that it quotes', () => {
  const { mentions } = detector.annotate(read('commentary.en.txt'));
  expect(mentions.filter(({ voice }) => voice.quoted).length).toBeGreaterThanOrEqual(5);
});

test('the ordinary miner has none', () => {
  expect(detector.annotate(read('western-miner.en.txt')).mentions).toEqual([]);
});
