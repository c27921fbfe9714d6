/** A worker of a batch: takes documents, writes their outputs, and notes each in the journal before it takes the next. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { Warning } from '../../annotate/result.ts';
import { optionsForNotes } from '../../node/annotate-file.ts';
import { sha256 } from '../../node/digest.ts';
import { type DocumentError, toDocumentError } from '../../node/document-error.ts';
import { loadDetector } from '../../node/load.ts';
import { type AnnotatedLine, annotatedLine, failedLine } from '../../node/manifest.ts';
import { OutputError } from '../../node/output-error.ts';
import { documentInputOf, readFileBytesAtOnce, readNamedBytes } from '../../node/read-document.ts';
import { AtomicWriter } from '../../node/write-atomic.ts';
import { failOnOf } from '../fail-on.ts';
import { loadFormat } from '../result-formats.ts';
import { fileContent, fileNameOf } from '../sinks.ts';
import { cannotGoOn, Journal } from './journal.ts';
import { removeEarlier, writeOutput } from './output-file.ts';
import { type BatchItem, type BatchOutcome, CELL, secondsNow, type WorkerReport, type WorkerSetup } from './task.ts';

const { settings, cells } = workerData as WorkerSetup;
const detector = loadDetector();
const format = await loadFormat(settings.format);
const failOn = await failOnOf(settings.failOn, detector.lexicon.entries);
const options = settings.format === 'same' ? optionsForNotes(settings.options) : settings.options;
// A folder of its own: while a file is being made in a folder, the system lets nobody else make one there.
const temporary = join(settings.temporary, String(threadId));
mkdirSync(temporary, { recursive: true });
const writer = new AtomicWriter(temporary);
const journal = new Journal(settings.journal);

function isDone({ known }: BatchItem, sourceDigest: string): boolean {
  return known?.sourceDigest === sourceDigest && known.out.every((file) => existsSync(join(settings.out, file)));
}

/** Notes why a document failed; without `sourceDigest` the next run does it again. */
function failed(item: BatchItem, error: DocumentError, sourceDigest: string | undefined): BatchOutcome {
  const source = sourceDigest === undefined ? {} : { sourceDigest, options: item.options };
  const line = { ...failedLine(item.key, error), ...source };
  removeEarlier(settings.out, item.earlierFile);
  journal.note(line);
  return { key: item.key, status: 'failed', mentions: 0, isFound: false, error: line.error, warnings: [] };
}

/** @throws what has nothing to do with the document: the journal's error. */
async function annotate(item: BatchItem): Promise<BatchOutcome> {
  let sourceDigest: string | undefined;
  let line: AnnotatedLine;
  let warnings: Warning[];
  try {
    const bytes = await readFileBytesAtOnce(item.path);
    sourceDigest = sha256(bytes);
    if (isDone(item, sourceDigest)) {
      return { key: item.key, status: 'unchanged', mentions: 0, isFound: false, warnings: [] };
    }
    const content = await readNamedBytes(bytes, item.path, { encoding: settings.encoding });
    const input = { id: item.id, ...documentInputOf(content, item.metadata) };
    const result = detector.annotate(content.text, options, input);
    const place = { text: content.text, path: item.path, isBatch: true, content, notes: settings.notes };
    const file = fileNameOf(format, item.output);
    const pieces = format.pieces?.(result, place) ?? [await fileContent(result, place, { ...settings, format })];
    writeOutput(writer, join(settings.out, file), pieces);
    line = annotatedLine(item.key, [file], result, item.options);
    if (failOn(result)) line.found = true;
    warnings = result.warnings;
  } catch (error) {
    return failed(item, toDocumentError(error, 'unexpected'), error instanceof OutputError ? undefined : sourceDigest);
  }
  journal.note(line);
  const { mentions, found = false } = line;
  return { key: item.key, status: 'ok', mentions, isFound: found, warnings };
}

async function annotateEach(batch: readonly BatchItem[]): Promise<WorkerReport> {
  const outcomes: BatchOutcome[] = [];
  try {
    for (const [i, item] of batch.entries()) {
      if (Atomics.load(cells, CELL.stop) === 1) break;
      Atomics.store(cells, CELL.item, i);
      Atomics.store(cells, CELL.since, secondsNow());
      outcomes.push(await annotate(item));
    }
  } catch (error) {
    return { outcomes, unwritable: cannotGoOn(settings.out, error).message };
  } finally {
    Atomics.store(cells, CELL.since, 0);
  }
  return { outcomes };
}

parentPort?.on('message', async (batch: BatchItem[]) => {
  parentPort?.postMessage(await annotateEach(batch));
});
