/** `tifa terms`: all entries, one line each. */
import { BYTE_ORDER_MARK } from '../formats/csv.ts';
import { formatJsonLine } from '../formats/json.ts';
import { termCsvHeader, termCsvRow, termRecord } from '../formats/term-records.ts';
import { LAYER_IDS } from '../lexicon/layers.ts';
import { SUBJECT_IDS } from '../lexicon/subjects.ts';
import { loadLexicon } from '../node/load-lexicon.ts';
import { UsageError } from './errors.ts';
import { layersOf, oneOf, subjectsOf } from './option-values.ts';
import { Output } from './output.ts';

export interface TermsFlags {
  format?: string;
  layer?: string[];
  subject?: string[];
  bom?: boolean;
}

/**
 * Prints the entries in the lexicon's order.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function terms(flags: TermsFlags): Promise<void> {
  const isCsv = (await oneOf('--format', flags.format ?? 'jsonl', ['jsonl', 'csv'])) === 'csv';
  if (flags.bom && !isCsv) throw new UsageError('--bom is for csv, not for jsonl');
  const layers = flags.layer === undefined ? LAYER_IDS : await layersOf(flags.layer);
  const subjects = flags.subject === undefined ? SUBJECT_IDS : await subjectsOf(flags.subject);
  const lexicon = loadLexicon();
  const output = new Output();
  if (isCsv) await output.write((flags.bom ? BYTE_ORDER_MARK : '') + termCsvHeader());
  for (const entry of lexicon.entries) {
    if (!layers.includes(entry.layer) || !subjects.includes(entry.subject)) continue;
    const record = termRecord(lexicon, entry);
    await output.write(isCsv ? termCsvRow(record) : formatJsonLine(record));
  }
}
