/** Reads the lexicon's files from a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { LexiconFile } from '../lexicon/read-lexicon.ts';

/**
 * All YAML files below `folder`, with paths relative to it.
 * @throws the file system's error when the folder cannot be read.
 */
export function readLexiconFiles(folder: string): LexiconFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.ya?ml$/.test(file.name))
    .map((file) => {
      const path = join(file.parentPath, file.name);
      return { path: path.slice(join(folder, sep).length).split(sep).join('/'), text: readFileSync(path, 'utf8') };
    });
}
