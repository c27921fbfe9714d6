/** One run at a time writes to an output folder, or to a shard's part of it: another would remove what this one is at. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { systemCodeOf } from '../../node/document-error.ts';
import { UsageError } from '../errors.ts';

/** A lock that is empty for longer belongs to nobody: its run ended before it could say who it is. */
const EMPTY_MS = 2000;

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It is there, but belongs to another user.
    return systemCodeOf(error) === 'EPERM';
  }
}

function isThere(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return false;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return true;
    // One that could not be written to would keep others out.
    if (systemCodeOf(error) === 'ENOSPC') rmSync(path, { force: true });
    throw error;
  }
}

/** The process that a lock names; undefined where there is no lock, or one that names none. */
function readOwner(path: string): number | undefined {
  try {
    const owner = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** The other process that a lock belongs to; `unknown` while it has not said who it is; undefined where nobody has it. */
function holderOf(path: string): number | 'unknown' | undefined {
  const owner = readOwner(path);
  if (owner === undefined) {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.size === 0 && Date.now() - stats.mtimeMs < EMPTY_MS ? 'unknown' : undefined;
  }
  // A process of this number in another container, or before this one, has left the lock behind.
  return owner !== process.pid && isAlive(owner) ? owner : undefined;
}

/**
 * Takes the lock of an output folder; also one that a run left behind that was killed.
 * @returns what gives it back.
 * @throws {UsageError} when another run has it; the file system's error.
 */
export function lockFolder(out: string, path: string): () => void {
  while (isThere(path)) {
    const holder = holderOf(path);
    if (holder !== undefined) {
      throw new UsageError(
        `--out: another run writes to ${out} (process ${holder}): wait for its end, or give another folder; if that process is none of tifa's, remove ${path}`,
      );
    }
    rmSync(path, { force: true });
  }
  return () => {
    // Somebody may have removed it by hand, and another run have made its own.
    if (readOwner(path) === process.pid) rmSync(path, { force: true });
  };
}
