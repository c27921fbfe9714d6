/**
 * CSV that spreadsheets open safely: RFC 4180 quoting with LF at line ends. A text cell that a spreadsheet would take for a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab, a carriage return, or the full-width forms of the signs) gets an apostrophe before it.
 */

export type CsvCell = string | number | boolean | undefined;

/** Makes a spreadsheet read the bytes that follow as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cellText(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row with its line end. Numbers and booleans are never taken for formulas. */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}
