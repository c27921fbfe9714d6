/** Manifest, summary and report of a batch, made from what all its runs have noted; only counts are held in memory, no lines. */
import type { CompiledLexicon } from '../../context/compiled.ts';
import { BYTE_ORDER_MARK } from '../../formats/csv.ts';
import { formatRunReport } from '../../formats/run-report.ts';
import { RunTally } from '../../formats/run-tally.ts';
import { SummaryColumns } from '../../formats/summary-csv.ts';
import { LineIndex } from '../../node/line-index.ts';
import { openGrowing, writeAtomic } from '../../node/write-atomic.ts';
import { ENGINE_VERSION } from '../../version.ts';
import type { AnnotateRequest } from '../annotate-request.ts';
import type { RunFiles } from './plan.ts';

export interface RunRecord {
  files: RunFiles;
  /** Keys of everything that was found, in order. */
  order: readonly string[];
  lexicon: CompiledLexicon;
  request: Pick<AnnotateRequest, 'metadata' | 'byteOrderMark'>;
}

async function writeManifest({ files, order }: RunRecord, lines: LineIndex, tally: RunTally): Promise<void> {
  const manifest = await openGrowing(files.manifest, files.temporary);
  for (const key of order) {
    const text = lines.textOf(key);
    if (text === undefined) continue;
    await manifest.append(`${text}\n`);
    tally.add(JSON.parse(text));
  }
  await manifest.close();
}

async function writeSummary({ files, order, request }: RunRecord, lines: LineIndex, tally: RunTally): Promise<void> {
  const keys = new Set([...(request.metadata?.keys ?? []), ...tally.metadataKeys]);
  const columns = new SummaryColumns(keys, tally.terms.keys());
  const summary = await openGrowing(files.summary, files.temporary);
  await summary.append((request.byteOrderMark ? BYTE_ORDER_MARK : '') + columns.header());
  for (const key of order) {
    const line = lines.get(key);
    if (line?.status === 'ok') await summary.append(columns.row(line));
  }
  await summary.close();
}

/** Writes the three files, each as a whole or not at all. */
export async function finishRun(record: RunRecord): Promise<void> {
  const { files, lexicon } = record;
  const lines = new LineIndex();
  lines.addFile(files.manifest);
  lines.addFile(files.journal);
  const tally = new RunTally();
  await writeManifest(record, lines, tally);
  await writeSummary(record, lines, tally);
  await writeAtomic(files.report, formatRunReport(tally, lexicon, ENGINE_VERSION), files.temporary);
  lines.close();
}
