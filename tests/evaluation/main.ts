/**
 * `npm run evaluate [-- DIR] [--part development|held-out] [--take-away]`: recall, coverage and precision on a folder of documents, by
 * default on the small set beside this file.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';
import { readLexiconFiles } from '../../src/node/lexicon-files.ts';
import { loadDetector } from '../../src/node/load.ts';
import { LEXICON_FOLDER } from '../../src/node/paths.ts';
import { type Part, readCorpus } from './corpus.ts';
import { reportOf } from './report.ts';
import { scoreDocuments } from './score.ts';
import { takeAway, takeAwaySlogans } from './take-away.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: 'development' }, 'take-away': { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? join(import.meta.dirname, 'own');
if (values.part !== 'development' && values.part !== 'held-out') {
  process.stderr.write(`--part: "${values.part}" is neither development nor held-out\n`);
  process.exit(2);
}
const documents = readCorpus(folder, values.part as Part);
const detector = loadDetector();
const { version, digest, entries } = detector.lexicon;
const { lexicon } = readLexicon(readLexiconFiles(LEXICON_FOLDER));
const taken = values['take-away']
  ? { renderings: takeAway(lexicon, documents), slogans: takeAwaySlogans(lexicon, documents) }
  : undefined;
process.stdout.write(
  `lexicon ${version}, ${entries.length} entries, ${digest}; ${documents.length} documents, ${values.part}\n`,
);
process.stdout.write(`${reportOf(scoreDocuments(detector, documents), taken).join('\n')}\n`);
