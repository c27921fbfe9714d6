/** A lexicon that the user names: a folder of YAML files, a compiled file, or nothing for the package's own. */
import { statSync } from 'node:fs';
import type { LexiconIssue } from '../lexicon/issues.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { toDocumentError } from '../node/document-error.ts';
import { loadLexicon } from '../node/load-lexicon.ts';
import { CommandError } from './errors.ts';
import { say } from './output.ts';

async function readFolder(folder: string): Promise<{ lexicon: Lexicon; issues: LexiconIssue[] }> {
  const [{ readLexicon }, { readLexiconFiles }] = await Promise.all([
    import('../lexicon/read-lexicon.ts'),
    import('../node/lexicon-files.ts'),
  ]);
  return readLexicon(readLexiconFiles(folder));
}

/**
 * Reads the lexicon; problems in its files are counted on standard error.
 * @throws {CommandError} when there is none.
 */
export async function lexiconAt(path: string | undefined): Promise<Lexicon> {
  if (path === undefined) return loadLexicon();
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw new CommandError(`${path}: ${toDocumentError(error).message}`, { cause: error });
  }
  if (!isFolder) {
    try {
      return loadLexicon(path);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new CommandError(`${path}: ${message}`, { cause: error });
    }
  }
  const { lexicon, issues } = await readFolder(path);
  if (lexicon.entries.length === 0) {
    throw new CommandError(
      `${path}: no entry can be read there: a lexicon has its entries in terms/<subject>/<id>.yaml`,
    );
  }
  if (issues.length > 0)
    say(`${path}: problems in ${issues.length} places are left out: tifa lexicon check ${path} names them`);
  return lexicon;
}
