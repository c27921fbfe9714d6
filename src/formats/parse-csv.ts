/** Reads CSV (RFC 4180; LF, CR or CRLF; quoted cells may hold line ends). A byte order mark at the start is left out. */

/** A row and the line on which it begins, from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** CSV that cannot be read; `line` is where, from 1. */
export class CsvSyntaxError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.name = 'CsvSyntaxError';
    this.line = line;
  }
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/**
 * All rows; empty lines are left out.
 * @throws {CsvSyntaxError} for a quote that is not closed, or that stands inside an unquoted cell.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let record: CsvRecord = { line, cells: [] };
  CELL.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (CELL.lastIndex < text.length || record.cells.length > 0) {
    const found = CELL.exec(text);
    if (found === null) throw new CsvSyntaxError(line, 'a quote is not closed, or stands inside an unquoted cell');
    const [whole, quoted, plain = '', end = ''] = found;
    record.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += lineEnds(whole);
    if (end === ',') continue;
    if (record.cells.length > 1 || record.cells[0] !== '') records.push(record);
    record = { line, cells: [] };
  }
  return records;
}
