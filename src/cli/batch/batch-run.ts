/** What becomes of the documents of a batch: which are still to be done, what is said of each, and what the journal holds. */
import { readFileSync, statSync } from 'node:fs';
import { sha256 } from '../../node/digest.ts';
import { LineIndex } from '../../node/line-index.ts';
import { failedLine } from '../../node/manifest.ts';
import type { Progress } from '../progress.ts';
import { warnOfDocument } from '../warnings.ts';
import { Journal } from './journal.ts';
import { removeEarlier } from './output-file.ts';
import type { Planned, RunFiles } from './plan.ts';
import type { PoolClient } from './pool.ts';
import type { BatchItem, BatchOutcome } from './task.ts';

/** Digest of the bytes of a file; of a pipe or a device there is none, as reading them again would give others or never end. */
function sourceDigestOf(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? sha256(readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}

export interface BatchRunParts {
  out: string;
  files: Pick<RunFiles, 'journal'>;
  earlier: LineIndex;
  progress: Progress;
}

export class BatchRun implements PoolClient {
  hasFound = false;
  readonly order: string[] = [];
  private readonly items: BatchItem[] = [];
  private readonly itemOf = new Map<string, BatchItem>();
  private at = 0;
  private readonly out: string;
  private readonly journalPath: string;
  private readonly journal: Journal;
  readonly earlier: LineIndex;
  readonly progress: Progress;

  constructor({ out, files, earlier, progress }: BatchRunParts) {
    this.out = out;
    this.journalPath = files.journal;
    this.journal = new Journal(files.journal);
    this.earlier = earlier;
    this.progress = progress;
  }

  get documents(): number {
    return this.items.length;
  }

  get left(): number {
    return Math.max(0, this.items.length - this.at);
  }

  /** @throws the file system's error when the journal takes no more. */
  add(planned: Planned): void {
    this.order.push(planned.key);
    if (planned.kind === 'item') {
      this.items.push(planned.item);
      this.itemOf.set(planned.key, planned.item);
    } else if (planned.kind === 'skipped') {
      this.progress.skipped++;
      this.progress.warn('files passed over', `${planned.path}: passed over: ${planned.why}`);
      this.journal.note({ path: planned.key, status: 'skipped', detail: planned.why });
    } else {
      this.progress.failed++;
      this.progress.error(planned.path, planned.error.message);
      removeEarlier(this.out, planned.earlierFile);
      this.journal.note(failedLine(planned.key, planned.error));
    }
  }

  /** Everything that there is was added. */
  allAdded(): void {
    this.progress.total = this.items.length + this.progress.failed;
  }

  next(): BatchItem | undefined {
    return this.items[this.at++];
  }

  take({ key, status, mentions, isFound, error, warnings }: BatchOutcome): void {
    const path = this.itemOf.get(key)?.path ?? key;
    this.hasFound ||= isFound;
    if (status === 'unchanged') this.takeUnchanged(key, path);
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

  private takeUnchanged(key: string, path: string): void {
    const line = this.earlier.get(key);
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

  /** @throws the file system's error when the journal takes no more. */
  recover(done: readonly BatchItem[], fatal: BatchItem, error: { code: string; detail: string }): void {
    const noted = new LineIndex();
    noted.addFile(this.journalPath);
    for (const { key } of done) {
      const line = noted.get(key);
      const isOk = line?.status !== 'failed';
      const mentions = line?.status === 'ok' ? line.mentions : 0;
      const isFound = line?.status === 'ok' && line.found === true;
      const status = line === undefined ? 'unchanged' : isOk ? 'ok' : 'failed';
      this.take({
        key,
        status,
        mentions,
        isFound,
        warnings: [],
        ...(line?.status === 'failed' ? { error: line.error } : {}),
      });
    }
    noted.close();
    removeEarlier(this.out, fatal.earlierFile);
    const source = sourceDigestOf(fatal.path);
    const known = source === undefined ? {} : { sourceDigest: source, options: fatal.options };
    this.journal.note({ path: fatal.key, status: 'failed', error, ...known });
    this.take({ key: fatal.key, status: 'failed', mentions: 0, isFound: false, error, warnings: [] });
  }
}
