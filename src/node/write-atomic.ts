/** Files that are there as a whole or not at all. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
/** Bytes that are gathered before they are written. */
const ROOM = 1 << 18;

/**
 * Writes many files as {@link writeAtomic} does, from a thread that has nothing else to do meanwhile: a promise for each call of the
 * system costs such a thread more than the call does. Folders are made once, and all texts are encoded into the same memory, since
 * fetching new memory costs more than encoding.
 */
export class AtomicWriter {
  private readonly temporary: string;
  private readonly made = new Set<string>();
  private readonly encoder = new TextEncoder();
  private readonly room = new Uint8Array(ROOM);

  /** `temporary`: a folder on the same device. */
  constructor(temporary: string) {
    this.temporary = temporary;
  }

  /**
   * Writes a file that consists of these pieces.
   * @throws the file system's error; nothing is left behind then.
   */
  write(path: string, pieces: Iterable<string | Uint8Array>): void {
    const folder = dirname(path);
    if (!this.made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    const unfinished = temporaryIn(this.temporary);
    try {
      this.fill(unfinished, pieces);
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  }

  private fill(path: string, pieces: Iterable<string | Uint8Array>): void {
    const file = openSync(path, 'w');
    try {
      let length = 0;
      for (const piece of pieces) {
        const most = typeof piece === 'string' ? piece.length * MOST_BYTES : piece.length;
        if (length + most > ROOM) {
          writeFileSync(file, this.room.subarray(0, length));
          length = 0;
        }
        if (most > ROOM) writeFileSync(file, piece);
        else length += this.gather(piece, this.room.subarray(length));
      }
      writeFileSync(file, this.room.subarray(0, length));
    } finally {
      closeSync(file);
    }
  }

  private gather(piece: string | Uint8Array, room: Uint8Array): number {
    if (typeof piece === 'string') return this.encoder.encodeInto(piece, room).written;
    room.set(piece);
    return piece.length;
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
