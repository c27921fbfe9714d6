/** What becomes of the documents of a batch: which are still to be done, what is said of each, and what the journal holds. */
import { appendFileSync } from 'node:fs';
import { LineIndex } from '../../node/line-index.ts';
import { failedLine, type ManifestLine } from '../../node/manifest.ts';
import type { Progress } from '../progress.ts';
import { warnOfDocument } from '../warnings.ts';
import type { Planned, RunFiles } from './plan.ts';
import type { PoolClient } from './pool.ts';
import type { BatchItem, BatchOutcome } from './task.ts';

export class BatchRun implements PoolClient {
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
    warnOfDocument(path, warnings, this.progress);
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
