/** Everything that `tifa lexicon check` looks at, all problems at once. */
import { compileLexicon } from '../context/compile.ts';
import type { Tagger } from '../context/tagger.ts';
import { compareIssues, type LexiconIssue } from '../lexicon/issues.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type LexiconFile, readLexicon } from '../lexicon/read-lexicon.ts';
import { inflect } from '../match/inflect.ts';
import { checkChinese } from './chinese.ts';
import { ExampleChecker } from './examples.ts';
import { checkForms } from './forms.ts';
import { checkNeutrality } from './neutrality.ts';
import { checkReferences } from './references.ts';

export interface CheckReport {
  /** All problems, by file and place; empty when the lexicon is in order. */
  issues: LexiconIssue[];
  /** What could be read of the lexicon. */
  lexicon: Lexicon;
}

/**
 * Checks the files of a lexicon. Entries whose forms do not parse are left out when examples are run. Never throws for what the files
 * say.
 */
export function checkLexicon(files: readonly LexiconFile[], tagger?: () => Tagger): CheckReport {
  const read = readLexicon(files);
  const formIssues = checkForms(read);
  const issues = [...read.issues, ...checkReferences(read), ...formIssues];
  const unparsed = new Set(formIssues.filter(({ rule }) => rule === 'form-syntax').map(({ file }) => file));
  const isParsed = ({ id }: { id: string }) => !unparsed.has(read.entryFiles.get(id)?.file ?? '');
  const entries = read.lexicon.entries.filter(isParsed);
  const examples = new ExampleChecker(compileLexicon({ ...read.lexicon, entries }, inflect), tagger);
  for (const file of read.entryFiles.values()) {
    if (file.value === undefined) continue;
    issues.push(...checkChinese(file, file.value), ...checkNeutrality(file, file.value));
    if (isParsed(file.value)) issues.push(...examples.check(file, file.value));
  }
  return { issues: issues.sort(compareIssues), lexicon: read.lexicon };
}
