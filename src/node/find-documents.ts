/** Which documents lie behind a path that the user named. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { DocumentError, toDocumentError } from './document-error.ts';
import { noReaderMessage, readerFor } from './readers.ts';

interface Named {
  /** In a folder the POSIX path relative to it; for a file the path as it was named. */
  id: string;
  /** Where it lies, as the user would write it. */
  path: string;
  /** Where its output goes, relative to the output folder, without the format's extension. Never leads out of it. */
  output: string;
}

/** What is found, in the order of names: documents, files passed over, and places that cannot be read. */
export type FoundFile =
  | (Named & { kind: 'document' })
  | (Named & { kind: 'skipped'; why: string })
  | (Named & { kind: 'failed'; error: DocumentError });

const toPosix = (path: string) => path.split(sep).join('/');

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);

async function* walk(folder: string, prefix: string, exclude: string | undefined): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'failed', id: prefix, path: folder, output: prefix, error: toDocumentError(error) };
    return;
  }
  for (const entry of entries.sort(byName)) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const id = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) {
      if (exclude === undefined || (await realpath(path)) !== exclude) yield* walk(path, id, exclude);
    } else {
      yield await judgeFile(entry, { id, path, output: id });
    }
  }
}

/** What stands in a name for bytes that are not UTF-8: with it the file cannot be opened. */
const REPLACEMENT = '\ufffd';

async function judgeFile(entry: Dirent, named: Named): Promise<FoundFile> {
  if (entry.name.includes(REPLACEMENT)) {
    const message = 'its name is not UTF-8: rename it, as in convmv -f gb18030 -t utf8 --notest';
    return { kind: 'failed', ...named, error: new DocumentError('unreadable', message) };
  }
  try {
    const target = entry.isSymbolicLink() ? await stat(named.path) : entry;
    if (target.isDirectory()) return { kind: 'skipped', ...named, why: 'links to folders are not followed' };
    // A pipe in a folder may keep its reader waiting for ever.
    if (!target.isFile()) return { kind: 'skipped', ...named, why: 'it is no file: name it itself to read it' };
  } catch (error) {
    return { kind: 'failed', ...named, error: toDocumentError(error) };
  }
  if (readerFor(entry.name) === undefined) return { kind: 'skipped', ...named, why: noReaderMessage(entry.name) };
  return { kind: 'document', ...named };
}

/**
 * The documents behind `argument`: itself when it is a file, everything readable below it when it is a folder. Names that begin with a
 * dot are passed over in silence; `exclude` is the path of a folder not to enter, which need not be there. Never throws.
 */
export async function* findDocuments(argument: string, exclude?: string): AsyncGenerator<FoundFile> {
  const named = { id: toPosix(argument).replace(/^(?:\.\/+)+/, ''), path: argument, output: basename(argument) };
  try {
    const target = await stat(argument);
    if (target.isDirectory()) {
      const excluded = exclude === undefined ? undefined : await realpath(exclude).catch(() => resolve(exclude));
      yield* walk(argument, '', excluded);
    } else if (target.isFile() && readerFor(argument) === undefined) {
      const error = new DocumentError(
        'no-reader',
        `${noReaderMessage(argument)}: give its text, also on standard input (-)`,
      );
      yield { kind: 'failed', ...named, error };
    } else {
      yield { kind: 'document', ...named };
    }
  } catch (error) {
    yield { kind: 'failed', ...named, error: toDocumentError(error) };
  }
}
