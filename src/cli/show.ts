/** `tifa show`: one entry in full. */
import type { CompiledLexicon } from '../context/compiled.ts';
import { formatJson } from '../formats/json.ts';
import { printable } from '../formats/printable.ts';
import { termRecord } from '../formats/term-records.ts';
import { formatTerm } from '../formats/term-text.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import { loadLexicon } from '../node/load-lexicon.ts';
import { UsageError } from './errors.ts';
import { oneOf } from './option-values.ts';
import { Output, say } from './output.ts';
import { outputWidth, paint } from './paint.ts';

export interface ShowFlags {
  format?: string;
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

/** The entry of this id, or whose label or Chinese this is. */
function entryNamed(lexicon: CompiledLexicon, name: string): LexiconEntry | undefined {
  const wanted = plain(name);
  const isNamed = ({ id, label, zh }: LexiconEntry) =>
    [id, label, zh?.hans, zh?.hant].some((one) => one !== undefined && plain(one) === wanted);
  return lexicon.entries.find(({ id }) => id === name) ?? lexicon.entries.find(isNamed);
}

/** An id that is gone leads to its successor. */
function successorOf(lexicon: CompiledLexicon, name: string): LexiconEntry | undefined {
  const retired = lexicon.retired.find(({ id }) => id === name);
  if (retired === undefined) return undefined;
  const { id, on, why, successor } = retired;
  if (successor === undefined) throw new UsageError(`"${id}" was taken out of the lexicon on ${on}: ${why}`);
  say(`"${id}" was taken out of the lexicon on ${on} (${why}); this is its successor`);
  return lexicon.entries.find((entry) => entry.id === successor);
}

async function unknownTerm(lexicon: CompiledLexicon, name: string): Promise<UsageError> {
  const { nearestTerms, searchTerms } = await import('../search/search-terms.ts');
  const found = searchTerms(lexicon, name, { limit: 4 }).terms;
  const near = (found.length > 0 ? found : nearestTerms(lexicon, name, 4)).map(({ entry }) => entry.id);
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`;
  return new UsageError(`no entry "${printable(name)}".${hint}`);
}

/**
 * Prints the entry.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function show(words: readonly string[], flags: ShowFlags): Promise<void> {
  const id = await oneOf('--format', flags.format ?? 'pretty', ['pretty', 'json']);
  const lexicon = loadLexicon();
  const name = words.join(' ').trim();
  const entry = entryNamed(lexicon, name) ?? successorOf(lexicon, name);
  if (entry === undefined) throw await unknownTerm(lexicon, name);
  const record = termRecord(lexicon, entry);
  await new Output().write(id === 'json' ? formatJson(record) : formatTerm(record, outputWidth(), paint));
}
