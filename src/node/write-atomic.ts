/** Files that are there as a whole or not at all. */
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

let written = 0;

/** A name beside `path` that no other writer uses. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.tifa-${process.pid}-${written++}.tmp`);
}

/**
 * Writes a file under another name and renames it, so that a reader never sees half of it. Makes the folders above.
 * @throws the file system's error; nothing is left behind then.
 */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryBeside(path);
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A file that grows under another name and gets its own when it is closed. */
export interface GrowingFile {
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins such a file. Makes the folders above.
 * @throws the file system's error.
 */
export async function openGrowing(path: string): Promise<GrowingFile> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryBeside(path);
  const file = await open(temporary, 'w');
  return {
    append: (text) => file.appendFile(text),
    async close() {
      await file.close();
      await rename(temporary, path);
    },
  };
}
