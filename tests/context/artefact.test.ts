import { expect, test } from 'vitest';
import { createDetector } from '../../src/annotate/detector.ts';
import { decodeArtefact, encodeArtefact } from '../../src/context/artefact.ts';
import { compileSketches } from '../fixtures/small-lexicon.ts';

const compiled = compileSketches([
  { id: 'beams', en: ['four beams and eight pillars'], zh: ['四梁八柱'] },
  { id: 'engine', en: ['red engine'], distinctive: false, cues: ['Party branch'] },
]);
const TEXT = 'The Party branch is a red engine of the four beams and eight pillars, 四梁八柱.';

test('a lexicon that was written and read finds the same', () => {
  const read = decodeArtefact(encodeArtefact(compiled), 'sha256-x');
  expect(read.digest).toBe('sha256-x');
  expect(createDetector(read).annotate(TEXT).mentions).toEqual(createDetector(compiled).annotate(TEXT).mentions);
});

test('bytes that lie at an odd place are read too', () => {
  const bytes = encodeArtefact(compiled);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(createDetector(decodeArtefact(shifted.subarray(3), '')).annotate(TEXT).mentions).toHaveLength(3);
});

test('compiling twice gives the same bytes', () => {
  const again = compileSketches([
    { id: 'beams', en: ['four beams and eight pillars'], zh: ['四梁八柱'] },
    { id: 'engine', en: ['red engine'], distinctive: false, cues: ['Party branch'] },
  ]);
  expect(encodeArtefact(again)).toEqual(encodeArtefact(compiled));
});

test.each([new Uint8Array(0), new Uint8Array(100), new Uint8Array([9, 0, 0, 0, 0, 0, 0, 0])])(
  'other bytes are refused with the way out',
  (bytes) => {
    expect(() => decodeArtefact(bytes, '')).toThrow('npm run build');
  },
);
