/** The lexicon itself, through the same check as `tifa lexicon check`. */
import { expect, test } from 'vitest';
import { checkLexicon } from '../../src/check/check-lexicon.ts';
import { formatIssue } from '../../src/lexicon/issues.ts';
import { readLexiconFiles } from '../../src/node/lexicon-files.ts';
import { LEXICON_FOLDER } from '../../src/node/paths.ts';
import { winkTagger } from '../../src/node/wink-tagger.ts';

test('the lexicon has no issues', () => {
  const { issues } = checkLexicon(readLexiconFiles(LEXICON_FOLDER), winkTagger);
  expect(issues.map(formatIssue)).toEqual([]);
});
