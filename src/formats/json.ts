/** Results as JSON: indented for one document, one line each for streams. */

/** Indented by two spaces, with a line end. Lone surrogates are escaped, so the output is always valid UTF-8. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One line, with its line end. */
export function formatJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** What stands around a member one level down, and two. */
const AROUND = [
  { before: '[\n  ', behind: '\n]' },
  { before: '[\n  [\n    ', behind: '\n  ]\n]' },
] as const;
type Level = 0 | 1;

/** A value as it is written `level + 1` levels down. */
function writtenAt(level: Level, value: unknown): string {
  const { before, behind } = AROUND[level];
  return JSON.stringify(level === 0 ? [value] : [[value]], null, 2).slice(before.length, -behind.length);
}

function* membersOf(value: object, level: Level): Generator<string> {
  const isArray = Array.isArray(value);
  const outside = level === 0 ? '' : '  ';
  let lead = `${isArray ? '[' : '{'}\n${outside}  `;
  let end = isArray ? '[]' : '{}';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined && !isArray) continue;
    const name = isArray ? '' : `${JSON.stringify(key)}: `;
    if (level === 0 && typeof member === 'object' && member !== null) {
      yield lead + name;
      yield* membersOf(member, 1);
    } else yield lead + name + writtenAt(level, member);
    lead = `,\n${outside}  `;
    end = `\n${outside}${isArray ? ']' : '}'}`;
  }
  yield end;
}

/**
 * What {@link formatJson} gives of an object or an array of plain values, in pieces. For each string of more than 128 KB fresh memory is
 * fetched from the system, page by page: to write a long result as one takes several times as long.
 */
export function* formatJsonPieces(value: object): Generator<string> {
  yield* membersOf(value, 0);
  yield '\n';
}
