/** Files that are there as a whole or not at all. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

let written = 0;

/** A name in a folder that no other writer uses. */
function temporaryIn(folder: string): string {
  return join(folder, `.tifa-${process.pid}-${threadId}-${written++}.tmp`);
}

/**
 * Writes a file under another name and renames it, so that a reader never sees half of it. Makes the folders above. The other name is
 * beside the file, or in `temporary`, a folder on the same device.
 * @throws the file system's error; nothing is left behind then.
 */
export async function writeAtomic(path: string, content: string | Uint8Array, temporary?: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = temporaryIn(temporary ?? dirname(path));
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Bytes that one UTF-16 unit takes in UTF-8, at most. */
const MOST_BYTES = 3;
/** Characters for which memory is kept; a longer text is a rare one. */
const LONGEST_KEPT = 1 << 22;

/**
 * Writes many files as {@link writeAtomic} does, from a thread that has nothing else to do meanwhile: a promise for each call of the
 * system costs such a thread more than the call does. Each folder is made once.
 */
export class AtomicWriter {
  private readonly temporary: string;
  private readonly made = new Set<string>();
  private readonly encoder = new TextEncoder();
  private encoded = new Uint8Array(0);

  /** `temporary`: a folder on the same device. */
  constructor(temporary: string) {
    this.temporary = temporary;
  }

  /** @throws the file system's error; nothing is left behind then. */
  write(path: string, content: string | Uint8Array): void {
    const folder = dirname(path);
    if (!this.made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    const unfinished = temporaryIn(this.temporary);
    try {
      writeFileSync(unfinished, typeof content === 'string' ? this.encode(content) : content);
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  }

  /** The text in UTF-8, until the next call: memory that is touched for the first time costs more than the encoding. */
  private encode(text: string): string | Uint8Array {
    if (text.length > LONGEST_KEPT) return text;
    const most = text.length * MOST_BYTES;
    if (this.encoded.length < most) this.encoded = Buffer.allocUnsafeSlow(2 * most);
    const { written } = this.encoder.encodeInto(text, this.encoded);
    return this.encoded.subarray(0, written);
  }
}

/** A file that grows under another name and gets its own when it is closed. */
export interface GrowingFile {
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Characters that are kept back before they are written: until the file is closed nobody can read it under its name. */
const KEPT_BACK = 1 << 16;

/**
 * Begins such a file. Makes the folders above. The other name is beside the file, or in `folder`, one on the same device.
 * @throws the file system's error.
 */
export async function openGrowing(path: string, folder?: string): Promise<GrowingFile> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryIn(folder ?? dirname(path));
  const file = await open(temporary, 'w');
  let kept = '';
  async function flush(): Promise<void> {
    const text = kept;
    kept = '';
    await file.appendFile(text);
  }
  return {
    async append(text) {
      kept += text;
      if (kept.length >= KEPT_BACK) await flush();
    },
    async close() {
      await flush();
      await file.close();
      await rename(temporary, path);
    },
  };
}
