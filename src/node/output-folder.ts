/**
 * The output of a batch: `<path>.<extension>` for each document, `manifest.jsonl` with a line for everything that was found, and
 * `summary.csv`, documents by terms. Every file is there as a whole or not at all.
 */
import { join } from 'node:path';
import type { AnnotateResult } from '../annotate/result.ts';
import { BYTE_ORDER_MARK } from '../formats/csv.ts';
import { SummaryTable } from '../formats/summary-csv.ts';
import { sha256 } from './digest.ts';
import { DocumentError, toDocumentError } from './document-error.ts';
import { type GrowingFile, openGrowing, writeAtomic } from './write-atomic.ts';

/** A line of the manifest. It holds no times, so that the same run gives the same bytes. */
export type ManifestLine =
  | {
      path: string;
      status: 'ok';
      /** Of the text view, and of the bytes it was read from. */
      digest: string;
      sourceDigest: string;
      mentions: number;
      terms: number;
      /** Files written, relative to the output folder. */
      out: string[];
      engine: string;
      lexicon: { version: string; digest: string };
      /** Digest of the options in force. */
      options: string;
    }
  | { path: string; status: 'failed'; error: { code: string; detail: string } }
  | { path: string; status: 'skipped'; detail: string };

export interface OutputFolderOptions {
  metadataKeys?: readonly string[];
  /** Whether `summary.csv` begins with a byte order mark. */
  byteOrderMark?: boolean;
}

export class OutputFolder {
  readonly folder: string;
  private readonly manifest: GrowingFile;
  private readonly options: OutputFolderOptions;
  private readonly summary = new SummaryTable();
  private readonly taken = new Set<string>();

  private constructor(folder: string, manifest: GrowingFile, options: OutputFolderOptions) {
    this.folder = folder;
    this.manifest = manifest;
    this.options = options;
  }

  /**
   * Makes the folder and begins its manifest.
   * @throws {DocumentError} when it cannot be written to.
   */
  static async open(folder: string, options: OutputFolderOptions = {}): Promise<OutputFolder> {
    try {
      return new OutputFolder(folder, await openGrowing(join(folder, 'manifest.jsonl')), options);
    } catch (error) {
      throw toDocumentError(error, 'not-written');
    }
  }

  private async record(line: ManifestLine): Promise<void> {
    await this.manifest.append(`${JSON.stringify(line)}\n`);
  }

  /**
   * Writes the output of one document. `path` is the document's, `out` the file's, both relative to the folder.
   * @throws {DocumentError} when it cannot be written, or when another document of this run has the same name.
   */
  async add(path: string, out: string, content: string | Uint8Array, result: AnnotateResult): Promise<void> {
    if (this.taken.has(out)) {
      throw new DocumentError('not-written', `${out} is the output of another document: give each its own --out`);
    }
    this.taken.add(out);
    try {
      await writeAtomic(join(this.folder, out), content);
    } catch (error) {
      throw toDocumentError(error, 'not-written');
    }
    const { document, statistics, engine, lexicon, options } = result;
    this.summary.add({ ...result, id: path });
    await this.record({
      path,
      status: 'ok',
      digest: document.digest,
      sourceDigest: document.sourceDigest ?? document.digest,
      mentions: statistics.mentions,
      terms: statistics.terms,
      out: [out],
      engine: engine.version,
      lexicon: { version: lexicon.version, digest: lexicon.digest },
      options: sha256(JSON.stringify(options)),
    });
  }

  async addFailure(path: string, { code, message }: DocumentError): Promise<void> {
    await this.record({ path, status: 'failed', error: { code, detail: message } });
  }

  async addSkipped(path: string, why: string): Promise<void> {
    await this.record({ path, status: 'skipped', detail: why });
  }

  /** Finishes the manifest and writes the summary; also after an interruption, for what was done until then. */
  async close(): Promise<void> {
    const mark = this.options.byteOrderMark ? BYTE_ORDER_MARK : '';
    await writeAtomic(join(this.folder, 'summary.csv'), mark + this.summary.toCsv(this.options.metadataKeys));
    await this.manifest.close();
  }
}
