/**
 * `tifa annotate … --out`: all documents on all cores. Workers write each output and note it in a journal; at the end the manifest, the
 * summary and the report are made from manifest and journal, whichever run did what. Killed at any moment and run again, it goes on.
 */
import { appendFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CompiledLexicon } from '../../context/compiled.ts';
import { LineIndex } from '../../node/line-index.ts';
import { failedLine, type ManifestLine } from '../../node/manifest.ts';
import { ENGINE_VERSION } from '../../version.ts';
import type { AnnotateRequest } from '../annotate-request.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Interruption } from '../interruption.ts';
import { say } from '../output.ts';
import { Progress } from '../progress.ts';
import { type Planned, type PlanParts, plan, type RunFiles, runFiles } from './plan.ts';
import { WorkerPool } from './pool.ts';
import { prepare, settingsOf } from './prepare.ts';
import type { BatchItem, BatchOutcome } from './task.ts';

/** Warnings that say nothing is amiss: they stay in the result. */
const SILENT_WARNINGS = new Set(['byte-order-mark']);

class BatchRun {
  hasFound = false;
  readonly order: string[] = [];
  private readonly items: BatchItem[] = [];
  private readonly itemOf = new Map<string, BatchItem>();
  private at = 0;
  private readonly files: RunFiles;
  readonly earlier: LineIndex;
  readonly progress: Progress;

  constructor(files: RunFiles, earlier: LineIndex, progress: Progress) {
    this.files = files;
    this.earlier = earlier;
    this.progress = progress;
  }

  get documents(): number {
    return this.items.length;
  }

  get left(): number {
    return Math.max(0, this.items.length - this.at);
  }

  private note(line: ManifestLine): void {
    appendFileSync(this.files.journal, `${JSON.stringify(line)}\n`);
  }

  add(planned: Planned): void {
    this.order.push(planned.output);
    if (planned.kind === 'item') {
      this.items.push(planned.item);
      this.itemOf.set(planned.output, planned.item);
    } else if (planned.kind === 'skipped') {
      this.progress.skipped++;
      this.progress.warn('files passed over', `${planned.path}: passed over: ${planned.why}`);
      this.note({ path: planned.output, status: 'skipped', detail: planned.why });
    } else {
      this.progress.failed++;
      this.progress.error(planned.path, planned.error.message);
      this.note(failedLine(planned.output, planned.error));
    }
  }

  next(): BatchItem | undefined {
    return this.items[this.at++];
  }

  take({ output, status, mentions, isFound, error, warnings }: BatchOutcome): void {
    const path = this.itemOf.get(output)?.path ?? output;
    this.hasFound ||= isFound;
    if (status === 'unchanged') this.takeUnchanged(output, path);
    else if (status === 'failed') {
      this.progress.failed++;
      this.progress.error(path, error?.detail ?? '');
    } else {
      this.progress.done++;
      this.progress.mentions += mentions;
    }
    for (const { code, detail } of warnings) {
      if (!SILENT_WARNINGS.has(code)) this.progress.warn(code, `${path}: ${detail}`);
    }
    this.progress.show();
  }

  private takeUnchanged(output: string, path: string): void {
    const line = this.earlier.get(output);
    if (line?.status === 'failed') {
      this.progress.failed++;
      this.progress.warn(
        'documents that failed before (--retry-failed tries them again)',
        `${path}: failed before: ${line.error.detail}`,
      );
    } else {
      this.progress.unchanged++;
      this.hasFound ||= line?.status === 'ok' && line.found === true;
      this.progress.mentions += line?.status === 'ok' ? line.mentions : 0;
    }
  }

  recover(done: readonly BatchItem[], fatal: BatchItem, error: { code: string; detail: string }): void {
    const journal = new LineIndex();
    journal.addFile(this.files.journal);
    for (const { output } of done) {
      const line = journal.get(output);
      const isOk = line?.status !== 'failed';
      const mentions = line?.status === 'ok' ? line.mentions : 0;
      const isFound = line?.status === 'ok' && line.found === true;
      const status = line === undefined ? 'unchanged' : isOk ? 'ok' : 'failed';
      this.take({
        output,
        status,
        mentions,
        isFound,
        warnings: [],
        ...(line?.status === 'failed' ? { error: line.error } : {}),
      });
    }
    journal.close();
    this.note({ path: fatal.output, status: 'failed', error });
    this.take({ output: fatal.output, status: 'failed', mentions: 0, isFound: false, error, warnings: [] });
  }
}

/**
 * Finds the documents, then has all of them annotated.
 * @returns the paths of those without a row of metadata, where there are any.
 */
async function annotateAll(run: BatchRun, pool: WorkerPool, parts: PlanParts): Promise<string[]> {
  const missing: string[] = [];
  try {
    for await (const planned of plan(parts)) {
      run.add(planned);
      pool.expect(run.documents);
      if (planned.kind === 'item' && parts.request.metadata !== undefined && !planned.hasMetadata)
        missing.push(planned.item.path);
    }
    run.progress.total = run.documents;
    // What is needed at the end is loaded while the workers are at work.
    await Promise.all([pool.run(), import('./finish.ts')]);
  } finally {
    pool.end();
  }
  return missing;
}

/**
 * Annotates everything that the request names into its output folder.
 * @throws {CommandError} when the folder cannot be written to.
 */
export async function runBatch(
  request: AnnotateRequest & { out: string },
  lexicon: CompiledLexicon,
  interruption: Interruption,
): Promise<ExitCode> {
  const { out, isQuiet } = request;
  const files = runFiles(out, request.shard);
  const earlier = prepare(out, files);
  const progress = new Progress(isQuiet);
  const run = new BatchRun(files, earlier, progress);
  const settings = settingsOf(request, out, files);
  const { signal } = interruption;
  const pool = new WorkerPool({ client: run, settings, jobs: request.jobs ?? availableParallelism(), signal });
  const parts = { request, settings, earlier, engine: ENGINE_VERSION, lexicon: lexicon.digest };
  const missing = await annotateAll(run, pool, parts);
  const { finishRun } = await import('./finish.ts');
  await finishRun({ files, order: run.order, lexicon, request });
  earlier.close();
  rmSync(files.temporary, { recursive: true, force: true });
  rmSync(files.journal, { force: true });
  if (!signal.aborted) warnOfMetadata(request, missing, progress);
  const seen = progress.done + progress.unchanged + progress.failed;
  progress.finish(request.isBatch && seen > 0, out, signal.aborted);
  if (seen === 0 && !signal.aborted && request.shard === undefined) {
    say('no document found');
    return EXIT.allFailed;
  }
  if (signal.aborted) return EXIT.interrupted;
  if (progress.failed > 0) return progress.done + progress.unchanged === 0 ? EXIT.allFailed : EXIT.someFailed;
  return run.hasFound ? EXIT.found : EXIT.ok;
}

function warnOfMetadata({ metadata, shard }: AnnotateRequest, missing: readonly string[], progress: Progress): void {
  if (metadata === undefined) return;
  if (shard === undefined) {
    for (const path of metadata.unused) {
      progress.warn('rows of --metadata without a document', `--metadata: no document "${path}"`);
    }
  }
  for (const path of missing) progress.warn('documents without a row in --metadata', `${path}: no row in --metadata`);
}
