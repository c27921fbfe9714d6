import { expect, test } from 'vitest';
import { diffMentions } from '../../src/cli/mention-diff.ts';
import type { Lexicon } from '../../src/lexicon/lexicon.ts';
import { type EntrySketch, entryOf } from '../fixtures/small-lexicon.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';

const folder = temporaryFolder({
  'a.txt': 'First line.\nTwo upholds and four beams.',
  'b.txt': 'Nothing here.',
  'c.bin': '',
});
const lexiconOf = (...sketches: EntrySketch[]): Lexicon => ({
  version: '2026.11.0',
  entries: sketches.map(entryOf),
  sources: [],
  lenses: [],
  retired: [],
});

test('mentions gained and lost are named with document, place and term', async () => {
  const before = lexiconOf({ id: 'two-upholds', en: ['two upholds'] });
  const after = lexiconOf({ id: 'beams', en: ['four beams'] });
  const diff = await diffMentions(before, after, folder);
  expect(diff).toEqual({
    documents: 2,
    before: 1,
    after: 1,
    lost: [{ document: 'a.txt', line: 2, column: 1, start: 12, end: 23, text: 'Two upholds', term: 'two-upholds' }],
    gained: [{ document: 'a.txt', line: 2, column: 17, start: 28, end: 38, text: 'four beams', term: 'beams' }],
  });
});

test('a lexicon beside itself loses nothing', async () => {
  const same = lexiconOf({ id: 'beams', en: ['four beams'] });
  expect(await diffMentions(same, same, folder)).toMatchObject({ gained: [], lost: [], before: 1, after: 1 });
});
