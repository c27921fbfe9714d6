/** `tifa lexicon check`: all problems of a lexicon's files at once. */
import { join, relative } from 'node:path';
import { checkLexicon } from '../check/check-lexicon.ts';
import { formatJson } from '../formats/json.ts';
import { count } from '../formats/wording.ts';
import { formatIssue } from '../lexicon/issues.ts';
import type { LexiconFile } from '../lexicon/read-lexicon.ts';
import { toDocumentError } from '../node/document-error.ts';
import { readLexiconFiles } from '../node/lexicon-files.ts';
import { LEXICON_FOLDER } from '../node/paths.ts';
import { winkTagger } from '../node/wink-tagger.ts';
import { CommandError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { oneOf } from './option-values.ts';
import { Output, say } from './output.ts';

export interface CheckFlags {
  format?: string;
}

function filesOf(folder: string): LexiconFile[] {
  let files: LexiconFile[];
  try {
    files = readLexiconFiles(folder);
  } catch (error) {
    throw new CommandError(`${folder}: ${toDocumentError(error).message}`, { cause: error });
  }
  if (files.length === 0) throw new CommandError(`${folder}: no YAML file lies there`);
  return files;
}

/**
 * Prints the problems as `file:line:column: rule: message`, with paths as seen from the working folder.
 * @returns 1 when there are any.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function checkFolder(folder: string = LEXICON_FOLDER, flags: CheckFlags = {}): Promise<ExitCode> {
  const format = await oneOf('--format', flags.format ?? 'line', ['line', 'json']);
  const { issues, lexicon } = checkLexicon(filesOf(folder), winkTagger);
  const shown = relative('', folder);
  const located = issues.map((issue) => ({ ...issue, file: join(shown, issue.file) }));
  const output = new Output();
  if (format === 'json') await output.write(formatJson(located));
  else await output.write(located.map((issue) => `${formatIssue(issue)}\n`).join(''));
  const size = `lexicon ${lexicon.version}: ${lexicon.entries.length} entries`;
  say(issues.length === 0 ? `${size}, no problems` : `${size}, ${count(issues.length, 'problem')}`);
  return issues.length === 0 ? EXIT.ok : EXIT.found;
}
