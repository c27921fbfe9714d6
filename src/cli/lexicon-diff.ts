/** `tifa lexicon diff`: what changed between two lexicons. */
import { formatJson } from '../formats/json.ts';
import { printable } from '../formats/printable.ts';
import { truncateTo } from '../formats/width.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { CommandError } from './errors.ts';
import { lexiconAt } from './lexicon-argument.ts';
import type { MentionChange, MentionDiff } from './mention-diff.ts';
import { oneOf } from './option-values.ts';
import { Output } from './output.ts';
import { paint } from './paint.ts';

export interface DiffFlags {
  format?: string;
  /** A folder of documents whose mentions are compared too. */
  corpus?: string;
}

/** A changed place in an entry: elements that came and went in a list, or an old and a new value. */
export type FieldChange =
  | { field: string; added: unknown[]; removed: unknown[] }
  | { field: string; from?: unknown; to?: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The changes from one value to another, down to lists and single values. */
export function changesBetween(before: unknown, after: unknown, field = ''): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, current] = [before, after].map((list) => new Set(list.map((one) => JSON.stringify(one))));
    const added = after.filter((one) => !old?.has(JSON.stringify(one)));
    const removed = before.filter((one) => !current?.has(JSON.stringify(one)));
    return [{ field, added, removed }];
  }
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesBetween(before[key], after[key], field === '' ? key : `${field}.${key}`));
  }
  return [{ field, ...(before === undefined ? {} : { from: before }), ...(after === undefined ? {} : { to: after }) }];
}

interface Named {
  id: string;
  label?: string;
  title?: string;
}

function compare<T extends Named>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map((one) => [one.id, one]));
  const current = new Map(after.map((one) => [one.id, one]));
  const name = ({ id, label, title }: T) => ({ id, label: label ?? title ?? id });
  return {
    added: after.filter(({ id }) => !old.has(id)).map(name),
    removed: before.filter(({ id }) => !current.has(id)).map(name),
    changed: after.flatMap((one) => {
      const previous = old.get(one.id);
      const changes = previous === undefined ? [] : changesBetween(previous, one);
      return changes.length === 0 ? [] : [{ ...name(one), changes }];
    }),
  };
}

/** Everything that differs; an id that was removed names its successor where the new lexicon has one. */
export function diffLexicons(before: Lexicon, after: Lexicon) {
  const entries = compare(before.entries, after.entries);
  const successors = new Map(after.retired.map(({ id, successor }) => [id, successor]));
  return {
    from: before.version,
    to: after.version,
    entries: {
      ...entries,
      removed: entries.removed.map((one) => {
        const successor = successors.get(one.id);
        return { ...one, isRetired: successors.has(one.id), ...(successor === undefined ? {} : { successor }) };
      }),
    },
    lenses: compare(before.lenses, after.lenses),
    sources: compare(before.sources, after.sources),
  };
}

type LexiconDiff = ReturnType<typeof diffLexicons>;

const WIDEST_VALUE = 70;

function valueText(value: unknown): string {
  return truncateTo(printable(typeof value === 'string' ? value : JSON.stringify(value)), WIDEST_VALUE);
}

function changeLines(change: FieldChange): string[] {
  if ('added' in change) {
    const { field, added, removed } = change;
    if (added.length === 0 && removed.length === 0) return [`    ${field}: another order`];
    return [
      ...removed.map((one) => `    ${field}: ${paint('red', `- ${valueText(one)}`)}`),
      ...added.map((one) => `    ${field}: ${paint('green', `+ ${valueText(one)}`)}`),
    ];
  }
  const { field } = change;
  return [
    ...('from' in change ? [`    ${field}: ${paint('red', `- ${valueText(change.from)}`)}`] : []),
    ...('to' in change ? [`    ${field}: ${paint('green', `+ ${valueText(change.to)}`)}`] : []),
  ];
}

function removedNote({ isRetired, successor }: LexiconDiff['entries']['removed'][number]): string {
  if (successor !== undefined) return ` (successor: ${successor})`;
  return isRetired ? ' (retired)' : ' (not in retired.yaml)';
}

function pretty({ from, to, entries, lenses, sources }: LexiconDiff): string {
  const counts = [
    `${entries.added.length} added, ${entries.removed.length} removed, ${entries.changed.length} changed`,
    ...[
      { name: 'lenses', ...lenses },
      { name: 'sources', ...sources },
    ]
      .filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0)
      .map(({ name, added, removed, changed }) => `${name} +${added.length} -${removed.length} ~${changed.length}`),
  ];
  return [
    paint('bold', `Lexicon ${from} → ${to}: entries ${counts.join('; ')}`),
    ...entries.removed.map((one) => paint('red', `- ${one.id}  ${one.label}${removedNote(one)}`)),
    ...entries.added.map(({ id, label }) => paint('green', `+ ${id}  ${label}`)),
    ...[...entries.changed, ...lenses.changed].flatMap(({ id, label, changes }) => [
      `~ ${id}  ${label}`,
      ...changes.flatMap(changeLines),
    ]),
    '',
  ].join('\n');
}

function mentionLines({ documents, before, after, gained, lost }: MentionDiff): string[] {
  const line = (sign: string, { document, line, column, text, term }: MentionChange) =>
    `${sign} ${printable(document)}:${line}:${column}  ${term}  "${truncateTo(printable(text), WIDEST_VALUE)}"`;
  return [
    paint(
      'bold',
      `${documents} documents, mentions ${before} → ${after}: ${gained.length} gained, ${lost.length} lost`,
    ),
    ...lost.map((one) => paint('red', line('-', one))),
    ...gained.map((one) => paint('green', line('+', one))),
    '',
  ];
}

/**
 * Prints the differences from `old` to `current`.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function diff(old: string, current: string | undefined, flags: DiffFlags): Promise<void> {
  const format = await oneOf('--format', flags.format ?? 'pretty', ['pretty', 'json']);
  const [before, after] = [await lexiconAt(old), await lexiconAt(current)];
  const difference = diffLexicons(before, after);
  const mentions =
    flags.corpus === undefined
      ? undefined
      : await (await import('./mention-diff.ts')).diffMentions(before, after, flags.corpus);
  if (mentions?.documents === 0) throw new CommandError(`${flags.corpus}: no document there can be read`);
  const text =
    format === 'json'
      ? formatJson(mentions === undefined ? difference : { ...difference, mentions })
      : pretty(difference) + (mentions === undefined ? '' : `\n${mentionLines(mentions).join('\n')}`);
  await new Output().write(text);
}
