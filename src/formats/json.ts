/** Records as JSON: indented for one, one line each for streams. Results are written by `result-json.ts`. */

/** Indented by two spaces, with a line end. Lone surrogates are escaped, so the output is always valid UTF-8. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One line, with its line end. */
export function formatJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
