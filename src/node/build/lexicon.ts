/** Compiles the lexicon's files to `dist/lexicon.bin`, the one artefact that everything else loads, and its digest beside it. Part of `npm run build`. */
import { checkForms } from '../../check/forms.ts';
import { encodeArtefact } from '../../context/artefact.ts';
import { compileLexicon } from '../../context/compile.ts';
import { formatIssue } from '../../lexicon/issues.ts';
import { readLexicon } from '../../lexicon/read-lexicon.ts';
import { inflect } from '../../match/inflect.ts';
import { sha256 } from '../digest.ts';
import { readLexiconFiles } from '../lexicon-files.ts';
import { digestPathOf } from '../load-lexicon.ts';
import { ARTEFACT_PATH, LEXICON_FOLDER } from '../paths.ts';
import { writeAtomic } from '../write-atomic.ts';

const read = readLexicon(readLexiconFiles(LEXICON_FOLDER));
const { lexicon } = read;
const issues = [...read.issues, ...checkForms(read).filter(({ rule }) => rule === 'form-syntax')];
if (issues.length > 0) {
  process.stderr.write(`${issues.map(formatIssue).join('\n')}\nThe lexicon was not compiled: mend these first.\n`);
  process.exitCode = 1;
} else {
  const bytes = encodeArtefact(compileLexicon(lexicon, inflect));
  await writeAtomic(ARTEFACT_PATH, bytes);
  await writeAtomic(digestPathOf(ARTEFACT_PATH), sha256(bytes));
  process.stderr.write(`lexicon ${lexicon.version}: ${lexicon.entries.length} entries, ${bytes.length} bytes\n`);
}
