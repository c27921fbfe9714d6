/** The documents in examples/, with the whole lexicon: what must be found, and the silence that ordinary prose must get. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDetector, type Detector } from '../../src/annotate/detector.ts';
import { compileLexicon } from '../../src/context/compile.ts';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';
import { inflect } from '../../src/match/inflect.ts';
import { readLexiconFiles } from '../../src/node/lexicon-files.ts';
import { LEXICON_FOLDER, PACKAGE_ROOT } from '../../src/node/paths.ts';
import { winkTagger } from '../../src/node/wink-tagger.ts';

let detector: Detector;
const read = (name: string) => readFileSync(join(PACKAGE_ROOT, 'examples', name), 'utf8');

beforeAll(() => {
  const { lexicon } = readLexicon(readLexiconFiles(LEXICON_FOLDER));
  detector = createDetector(compileLexicon(lexicon, inflect), { tagger: winkTagger });
});

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
