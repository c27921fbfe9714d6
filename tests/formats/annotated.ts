/** A small lexicon with a lens, sources and readings, for tests of what formats print. */
import { createDetector } from '../../src/annotate/detector.ts';
import type { AnnotateOptions } from '../../src/annotate/options.ts';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { compileLexicon } from '../../src/context/compile.ts';
import type { CompiledLexicon } from '../../src/context/compiled.ts';
import type { LexiconEntry } from '../../src/lexicon/lexicon.ts';
import { inflect } from '../../src/match/inflect.ts';
import { entryOf } from '../fixtures/small-lexicon.ts';

const redEngine: LexiconEntry = {
  ...entryOf({ id: 'red-engine', en: [{ text: 'red engine', status: 'official' }, 'red motor'], zh: ['红色引擎'] }),
  label: 'Red Engine',
  gloss: 'Party organisations as the motor of a firm.',
  definition: { text: 'Official <usage> of the phrase.', sources: ['people-2019'] },
  subject: 'party-building',
  readings: [
    {
      lens: 'observer-2025',
      theme: 'theme-one',
      basis: 'listed',
      text: 'The observer only names it.',
      differs: 'Official usage has no loyalty metrics.',
    },
  ],
};

const twoBases: LexiconEntry = {
  ...entryOf({ id: 'two-bases', en: ['two rare earth bases'], zh: ['两个稀土基地'] }),
  label: 'Two rare earth bases',
  subject: 'rare-earths',
};

const bases: LexiconEntry = {
  ...entryOf({ id: 'earth-bases', en: ['rare earth bases'], zh: ['稀土基地'], layer: 'policy' }),
  label: 'Rare earth bases',
  subject: 'rare-earths',
};

export const lexicon: CompiledLexicon = compileLexicon(
  {
    version: '2026.11.0',
    entries: [redEngine, twoBases, bases],
    sources: [
      {
        id: 'people-2019',
        title: 'On the red engine',
        publisher: "People's Tribune",
        kind: 'state-media',
        date: '2019-01-22',
        url: 'https://example.org/red',
        language: 'zh',
      },
    ],
    lenses: [
      {
        id: 'observer-2025',
        title: 'A commentary',
        source: 'people-2019',
        publisher: 'The Observer',
        date: { value: '2025', status: 'inferred' },
        url: 'https://example.org/commentary',
        standpoint: 'A commentator.',
        themes: [{ id: 'theme-one', title: 'Governance as loyalty', place: 'Takeaway 1', claim: 'A claim.' }],
      },
    ],
    retired: [],
  },
  inflect,
);

const detector = createDetector(lexicon);

export function annotated(text: string, options: AnnotateOptions = {}, id = 'release.txt'): AnnotateResult {
  return detector.annotate(text, options, { id, digest: 'sha256-q83v+/8=', metadata: { company: 'Budungol' } });
}
