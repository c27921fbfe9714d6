/** A table of metadata: a CSV file whose column `path` names documents; its other columns go into their results. */
import { readFileSync } from 'node:fs';
import { CsvSyntaxError, parseCsv } from '../formats/parse-csv.ts';
import { decodeText } from './decode-text.ts';
import { toDocumentError } from './document-error.ts';

/** A table that cannot be used; the message names file, line and way out. */
export class MetadataError extends Error {
  constructor(file: string, line: number | undefined, message: string) {
    super(line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`);
    this.name = 'MetadataError';
  }
}

const normalise = (path: string) => path.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');

export class MetadataTable {
  /** The columns besides `path`, in the order of the file. */
  readonly keys: readonly string[];
  private readonly rowByPath: ReadonlyMap<string, Record<string, string>>;
  private readonly used = new Set<string>();

  constructor(keys: readonly string[], rowByPath: ReadonlyMap<string, Record<string, string>>) {
    this.keys = keys;
    this.rowByPath = rowByPath;
  }

  /** The metadata of the document with one of these names; empty cells are left out. */
  find(...names: readonly string[]): Record<string, string> | undefined {
    const name = names.map(normalise).find((one) => this.rowByPath.has(one));
    if (name === undefined) return undefined;
    this.used.add(name);
    return this.rowByPath.get(name);
  }

  /** Paths of the table that no document had. */
  get unused(): string[] {
    return [...this.rowByPath.keys()].filter((path) => !this.used.has(path));
  }
}

/**
 * Reads a table from CSV; `file` is its name in messages.
 * @throws {MetadataError}
 */
export function parseMetadata(text: string, file: string): MetadataTable {
  let records: ReturnType<typeof parseCsv>;
  try {
    records = parseCsv(text);
  } catch (error) {
    if (error instanceof CsvSyntaxError) throw new MetadataError(file, error.line, error.message);
    throw error;
  }
  const [header, ...rows] = records;
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  const pathColumn = columns.indexOf('path');
  if (pathColumn < 0) {
    const found = columns.length === 0 ? 'it is empty' : `its columns are ${columns.join(', ')}`;
    throw new MetadataError(file, 1, `no column "path" in the header (${found}): the first row names the columns`);
  }
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) throw new MetadataError(file, 1, `the column "${twice}" stands twice`);
  const rowByPath = new Map<string, Record<string, string>>();
  for (const { line, cells } of rows) {
    if (cells.length > columns.length) {
      throw new MetadataError(
        file,
        line,
        `${cells.length} cells under ${columns.length} columns: quote cells with commas`,
      );
    }
    const path = normalise((cells[pathColumn] ?? '').trim());
    if (path === '') throw new MetadataError(file, line, 'the cell "path" is empty');
    if (rowByPath.has(path)) throw new MetadataError(file, line, `"${path}" has a row already`);
    const pairs = columns.map((column, i): [string, string] => [column, cells[i] ?? '']);
    rowByPath.set(path, Object.fromEntries(pairs.filter(([column, cell]) => column !== 'path' && cell !== '')));
  }
  return new MetadataTable(
    columns.filter((column) => column !== 'path'),
    rowByPath,
  );
}

/**
 * Reads a table from disk.
 * @throws {MetadataError}
 */
export function readMetadata(file: string, encoding?: string): MetadataTable {
  let text: string;
  try {
    ({ text } = decodeText(readFileSync(file), encoding));
  } catch (error) {
    throw new MetadataError(file, undefined, toDocumentError(error).message);
  }
  return parseMetadata(text, file);
}
