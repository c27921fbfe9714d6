/** `tifa lookup`: entries that answer a query, best first. */
import { formatJson, formatJsonLine } from '../formats/json.ts';
import { printable } from '../formats/printable.ts';
import { displayWidth, padTo, wrapText } from '../formats/width.ts';
import { count } from '../formats/wording.ts';
import { SUBJECTS } from '../lexicon/subjects.ts';
import { loadLexicon } from '../node/load-lexicon.ts';
import { type FoundTerm, nearestTerms, searchTerms } from '../search/search-terms.ts';
import { UsageError } from './errors.ts';
import { layersOf, oneOf, subjectsOf, wholeNumberOf } from './option-values.ts';
import { Output, say } from './output.ts';
import { outputWidth, paint } from './paint.ts';

export interface LookupFlags {
  format?: string;
  layer?: string[];
  subject?: string[];
  limit?: string;
}

const MOST_TERMS = 10_000;

function record({ entry, matched, why }: FoundTerm) {
  const { id, label, zh, gloss, subject, layer } = entry;
  return { id, label, ...(zh === undefined ? {} : { zh }), gloss, subject, layer, matched, why };
}

function prettyLines({ entry, why }: FoundTerm, idWidth: number): string {
  const { id, label, zh, gloss, subject } = entry;
  const chinese = zh === undefined ? '' : `  ${zh.hans}  ${paint('italic', zh.pinyin)}`;
  const indent = ' '.repeat(idWidth + 2);
  const lines = wrapText(gloss, Math.max(40, outputWidth() - indent.length));
  return [
    `${paint('cyan', padTo(id, idWidth))}  ${paint('bold', label)}${chinese}`,
    ...lines.map((line) => indent + line),
    `${indent}${paint('dim', `${SUBJECTS[subject]} · ${why}`)}`,
    '',
  ].join('\n');
}

function line({ entry, why }: FoundTerm): string {
  const { id, label, zh, layer, subject } = entry;
  const fields = [id, label, zh?.hans ?? '', zh?.pinyin ?? '', layer, subject, why];
  return `${fields.map((field) => printable(field)).join('\t')}\n`;
}

function format(found: readonly FoundTerm[], query: string, total: number, id: string): string {
  if (id === 'json') return formatJson({ query, terms: found.map(record), total });
  if (id === 'jsonl') return found.map((one) => formatJsonLine(record(one))).join('');
  if (id === 'line') return found.map(line).join('');
  const idWidth = Math.max(0, ...found.map(({ entry }) => displayWidth(entry.id)));
  return found.map((one) => `${prettyLines(one, Math.min(idWidth, 32))}\n`).join('');
}

/**
 * Prints what answers the query; nothing found is no error, and is said on standard error with the nearest terms.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function lookup(words: readonly string[], flags: LookupFlags): Promise<void> {
  const query = words.join(' ').trim();
  if (query === '') throw new UsageError('lookup: the query is empty; tifa terms lists all entries');
  const fallback = process.stdout.isTTY ? 'pretty' : 'line';
  const id = await oneOf('--format', flags.format ?? fallback, ['pretty', 'line', 'json', 'jsonl']);
  const limit = wholeNumberOf('--limit', flags.limit ?? '10', 1, MOST_TERMS);
  const filters = {
    ...(flags.layer === undefined ? {} : { layers: await layersOf(flags.layer) }),
    ...(flags.subject === undefined ? {} : { subjects: await subjectsOf(flags.subject) }),
  };
  const lexicon = loadLexicon();
  const { terms, total } = searchTerms(lexicon, query, { ...filters, limit });
  await new Output().write(format(terms, query, total, id));
  if (total > terms.length) say(`${count(total, 'term')} found, ${terms.length} shown: --limit ${total} shows all`);
  if (total === 0) {
    const near = nearestTerms(lexicon, query).map(({ entry }) => entry.id);
    const hint = near.length === 0 ? '' : ` Nearest: ${near.join(', ')}.`;
    say(`no entry for "${printable(query)}".${hint}`);
  }
}
