/** What a batch and its workers say to each other. */
import type { AnnotateOptions } from '../../annotate/options.ts';
import type { Warning } from '../../annotate/result.ts';
import type { NoteOptions } from '../../documents/notes.ts';
import type { FormatId } from '../result-formats.ts';

/** The same for all documents of a run. */
export interface BatchSettings {
  format: FormatId;
  options: AnnotateOptions;
  notes: NoteOptions;
  encoding: string | undefined;
  metadataKeys: readonly string[];
  byteOrderMark: boolean;
  failOn: readonly string[];
  /** Output folder, journal, and where files are written before they get their names. */
  out: string;
  journal: string;
  temporary: string;
}

/** One document to annotate. */
export interface BatchItem {
  /** What journal and manifest call it, which is its alone. */
  key: string;
  id: string;
  path: string;
  output: string;
  /** Its row of `--metadata`. */
  metadata: Record<string, string>;
  /** Digest of the settings and the row: what shapes its output besides its bytes. */
  options: string;
  /** Output file that an earlier run wrote, under whatever settings. */
  earlierFile?: string;
  /** Digest of the bytes that an earlier run has done under the same settings, lexicon and engine. */
  known?: { sourceDigest: string; out: readonly string[] };
}

/** What became of it. */
export interface BatchOutcome {
  /** Of the item. */
  key: string;
  status: 'ok' | 'failed' | 'unchanged';
  mentions: number;
  isFound: boolean;
  error?: { code: string; detail: string };
  warnings: Warning[];
}

/** What a worker says when it comes back. */
export interface WorkerReport {
  outcomes: BatchOutcome[];
  /** Why nothing more can be noted in the journal: that ends the run. */
  unwritable?: string;
}

/** Cells of the memory that a worker shares with the run. */
export const CELL = {
  /** Number of the item it is at, in its present batch. */
  item: 0,
  /** When it began that item, by {@link secondsNow}; 0 between batches. */
  since: 1,
  /** 1: stop after the item. */
  stop: 2,
} as const;

/** Seconds, from 1, by a clock that all threads share and that nobody sets. */
export const secondsNow = (): number => process.hrtime()[0] + 1;

export interface WorkerSetup {
  settings: BatchSettings;
  cells: Int32Array;
}
