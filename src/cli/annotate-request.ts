/** What `annotate` was asked to do, checked before anything is read. */
import { realpathSync, statSync } from 'node:fs';
import type { AnnotateOptions } from '../annotate/options.ts';
import { DEFAULT_NOTES, NOTE_POLICIES, type NoteOptions } from '../documents/notes.ts';
import { isEncoding } from '../node/decode-text.ts';
import { type MetadataTable, readMetadata } from '../node/metadata-file.ts';
import { batchOptions, pathsFrom } from './batch-options.ts';
import { type DetectionFlags, detectionOptions } from './detection-options.ts';
import { UsageError } from './errors.ts';
import { oneOf } from './option-values.ts';
import { FORMAT_IDS, type FormatId, loadFormat, type ResultFormat } from './result-formats.ts';

/** The options as they were typed. */
export interface AnnotateFlags extends DetectionFlags {
  format?: string;
  out?: string;
  from?: string;
  terms?: string;
  explain?: boolean;
  discover?: boolean;
  offsetEncoding?: string;
  encoding?: string;
  metadata?: string;
  failOn?: string[];
  bom?: boolean;
  notes?: string;
  mrk?: boolean;
  jobs?: string;
  shard?: string;
  filesFrom?: string;
  retryFailed?: boolean;
  quiet?: boolean;
}

/** The part of a batch that one machine does: `index` of `count`, from 1. */
export interface Shard {
  index: number;
  count: number;
}

export interface AnnotateRequest {
  /** At least one; `-` is standard input. Empty with `isJsonLines`. */
  paths: string[];
  isJsonLines: boolean;
  /** Whether there may be more than one document. */
  isBatch: boolean;
  format: ResultFormat;
  out: string | undefined;
  options: AnnotateOptions;
  encoding: string | undefined;
  metadata: MetadataTable | undefined;
  failOn: string[];
  byteOrderMark: boolean;
  notes: NoteOptions;
  /** Workers of a batch; by default one for each core. */
  jobs: number | undefined;
  shard: Shard | undefined;
  /** Whether the paths came from a list: then outputs keep them whole. */
  isList: boolean;
  retryFailed: boolean;
  isQuiet: boolean;
}

/** A path that cannot be looked at is none: whoever reads it says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether two paths are one folder, links followed. */
function isSameFolder(one: string, other: string): boolean {
  return isFolder(one) && isFolder(other) && realpathSync(one) === realpathSync(other);
}

function pathsOf(typed: readonly string[], isJsonLines: boolean): string[] {
  if (isJsonLines) {
    if (typed.some((path) => path !== '-')) {
      throw new UsageError('--from jsonl reads standard input: tifa annotate --from jsonl < documents.jsonl');
    }
    return [];
  }
  const paths = typed.length === 0 ? ['-'] : [...typed];
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('"-" can be read only once');
  if (paths.includes('')) throw new UsageError('a path is empty');
  return paths;
}

async function formatOf(flags: AnnotateFlags, isJsonLines: boolean): Promise<ResultFormat> {
  if (flags.format !== undefined) return loadFormat(await oneOf('--format', flags.format, FORMAT_IDS));
  const fallback: FormatId = process.stdout.isTTY ? 'pretty' : 'line';
  if (flags.out !== undefined) return loadFormat('json');
  return loadFormat(isJsonLines ? 'jsonl' : fallback);
}

/** Options that would be given in vain. */
function checkFormat(format: ResultFormat, flags: AnnotateFlags, isBatch: boolean): void {
  const { id } = format;
  if (flags.out !== undefined && format.extension === undefined) {
    throw new UsageError(
      `--out writes files, and ${id} is for reading on the spot: give json, jsonl, csv, html, md, webanno or same`,
    );
  }
  if (format.layout === 'page' && isBatch && flags.out === undefined) {
    throw new UsageError(`${id} is one file for one document: give one file, or --out FOLDER for a file each`);
  }
  if (flags.offsetEncoding !== undefined && flags.offsetEncoding !== 'utf-16' && !format.hasOffsets) {
    const why = id === 'webanno' ? 'always counts code points' : 'prints no offsets';
    throw new UsageError(`--offset-encoding is for json, jsonl and csv: ${id} ${why}`);
  }
  if (flags.explain && !format.hasRejected) {
    throw new UsageError(`--explain needs a format that can show it: pretty, line, json, jsonl or html, not ${id}`);
  }
  if (flags.discover && !format.hasDiscoveries) {
    throw new UsageError(`--discover needs a format that can show it: pretty, line, json or jsonl, not ${id}`);
  }
  if (flags.terms === 'none' && format.needsTerms) {
    throw new UsageError(`--terms none would leave ${id} without its term list: give json, jsonl, csv or line`);
  }
  if ((flags.notes !== undefined || flags.mrk) && id !== 'same') {
    throw new UsageError(`--notes and --mrk are for --format same, not for ${id}`);
  }
  if (flags.bom && id !== 'csv') throw new UsageError(`--bom is for csv, not for ${id}`);
}

/** The output must not lie among its input. */
function checkOut(out: string, paths: readonly string[], isJsonLines: boolean): void {
  if (isJsonLines) throw new UsageError('--from jsonl gives its results on standard output: leave --out away');
  const stats = statSync(out, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isDirectory()) throw new UsageError(`--out: ${out} is a file, not a folder`);
  for (const path of paths) {
    if (path !== '-' && isSameFolder(path, out)) {
      throw new UsageError(`--out: ${out} is the folder that is read: give another one`);
    }
  }
}

/**
 * Checks and completes what was typed.
 * @throws {UsageError}
 */
export async function requestOf(typed: readonly string[], flags: AnnotateFlags): Promise<AnnotateRequest> {
  const isJsonLines = (await oneOf('--from', flags.from ?? 'text', ['text', 'jsonl'])) === 'jsonl';
  const listed = flags.filesFrom === undefined ? undefined : pathsFrom(flags.filesFrom, typed);
  const paths = listed ?? pathsOf(typed, isJsonLines);
  const isBatch = isJsonLines || paths.length !== 1 || paths.some(isFolder);
  const format = await formatOf(flags, isJsonLines);
  checkFormat(format, flags, isBatch);
  if (flags.out !== undefined) checkOut(flags.out, paths, isJsonLines);
  const { encoding } = flags;
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UsageError(`--encoding: "${encoding}" is not known; try utf-8, utf-16le, gb18030, big5, windows-1252`);
  }
  if (encoding !== undefined && isJsonLines) throw new UsageError('--encoding: lines of JSON are always UTF-8');
  if (flags.metadata !== undefined && isJsonLines) {
    throw new UsageError('--metadata is for files: lines of JSON carry their own "metadata"');
  }
  const options: AnnotateOptions = {
    ...(await detectionOptions(flags)),
    terms: await oneOf('--terms', flags.terms ?? 'used', ['used', 'none']),
    explain: flags.explain === true,
    discover: flags.discover === true,
    offsetEncoding: await oneOf('--offset-encoding', flags.offsetEncoding ?? 'utf-16', ['utf-16', 'utf-8', 'utf-32']),
  };
  let metadata: MetadataTable | undefined;
  try {
    if (flags.metadata !== undefined) metadata = readMetadata(flags.metadata);
  } catch (error) {
    throw new UsageError(`--metadata: ${error instanceof Error ? error.message : String(error)}`);
  }
  return {
    paths,
    isJsonLines,
    isBatch,
    format,
    out: flags.out,
    options,
    encoding,
    metadata,
    failOn: flags.failOn ?? [],
    byteOrderMark: flags.bom === true,
    notes: {
      notes: await oneOf('--notes', flags.notes ?? DEFAULT_NOTES.notes, NOTE_POLICIES),
      markTerms: flags.mrk === true,
    },
    ...batchOptions(flags, paths),
    isList: listed !== undefined,
    isQuiet: flags.quiet === true,
  };
}
