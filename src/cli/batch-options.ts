/** Options of batches: which documents, on how many cores, on which of several machines. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { AnnotateFlags, Shard } from './annotate-request.ts';
import { UsageError } from './errors.ts';
import { wholeNumberOf } from './option-values.ts';

/** Most workers for one core: more only cost memory. */
const MOST_JOBS = 4;

function shardOf(typed: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(typed) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(`--shard: "${typed}" is not a part of a whole, as in 1/4`);
}

/**
 * Reads what is said of a batch.
 * @throws {UsageError}
 */
export function batchOptions(flags: AnnotateFlags, paths: readonly string[]) {
  const given = (
    [
      ['--jobs', flags.jobs],
      ['--shard', flags.shard],
      ['--retry-failed', flags.retryFailed],
    ] as const
  ).find(([, value]) => value !== undefined);
  if (given !== undefined && (flags.out === undefined || paths.includes('-'))) {
    throw new UsageError(`${given[0]} is for files and folders with --out FOLDER`);
  }
  return {
    jobs:
      flags.jobs === undefined ? undefined : wholeNumberOf('--jobs', flags.jobs, 1, MOST_JOBS * availableParallelism()),
    shard: flags.shard === undefined ? undefined : shardOf(flags.shard),
    retryFailed: flags.retryFailed === true,
  };
}

/**
 * The paths in a file, one on each line, or with a NUL behind each as `find -print0` writes them; `-` is standard input.
 * @throws {UsageError}
 */
export function pathsFrom(file: string, typed: readonly string[]): string[] {
  if (typed.length > 0) throw new UsageError('--files-from names the files: give no others');
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`--files-from: ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  // A byte order mark would become part of the first path.
  if (text.startsWith('\ufeff')) text = text.slice(1);
  const paths = text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
  if (paths.length === 0) throw new UsageError(`--files-from: ${file === '-' ? 'standard input' : file} names no file`);
  return paths;
}
