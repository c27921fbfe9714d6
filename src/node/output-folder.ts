/**
 * The output of a batch: `<path>.<extension>` for each document, `manifest.jsonl` with a line for everything that was found, and
 * `summary.csv`, documents by terms. Every file is there as a whole or not at all.
 */
import { join } from 'node:path';
import type { AnnotateResult } from '../annotate/result.ts';
import { BYTE_ORDER_MARK } from '../formats/csv.ts';
import { SummaryTable } from '../formats/summary-csv.ts';
import { DocumentError, toDocumentError } from './document-error.ts';
import { annotatedLine, failedLine, type ManifestLine } from './manifest.ts';
import { OutputError } from './output-error.ts';
import { type GrowingFile, openGrowing, writeAtomic } from './write-atomic.ts';

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
    const file = join(this.folder, out);
    try {
      await writeAtomic(file, content);
    } catch (error) {
      throw new OutputError(file, error);
    }
    const line = annotatedLine(path, [out], result);
    this.summary.add(line);
    await this.record(line);
  }

  async addFailure(path: string, error: DocumentError): Promise<void> {
    await this.record(failedLine(path, error));
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
