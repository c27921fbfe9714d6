/** Workers for the documents of a batch. One that runs out of memory or time costs only the document it is at; another takes its place. */
import { Worker } from 'node:worker_threads';
import { type BatchItem, type BatchOutcome, type BatchSettings, CELL } from './task.ts';

/** Heap of one worker, in megabytes; what a document needs beyond its limits ends the worker, not the run. */
const HEAP_MB = 1024;
/** Seconds for one document. */
const TIME_LIMIT = 120;
/** Documents that a worker gets at once. */
const BATCH = 16;

/** What the pool asks of a run. */
export interface PoolClient {
  /** The next document, or undefined when there is none. */
  next(): BatchItem | undefined;
  take(outcome: BatchOutcome): void;
  /** A worker ended over the last of these documents; those before it were done and are in the journal. */
  recover(done: readonly BatchItem[], fatal: BatchItem, error: { code: string; detail: string }): void;
}

const WORKER_URL = new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

class Slot {
  private readonly client: PoolClient;
  private readonly settings: BatchSettings;
  private readonly cells = new Int32Array(new SharedArrayBuffer(12));
  private readonly size: number;
  private worker: Worker | undefined;
  private batch: BatchItem[] = [];
  private isOverTime = false;
  private readonly ended = Promise.withResolvers<void>();

  constructor(client: PoolClient, settings: BatchSettings, size: number) {
    this.client = client;
    this.settings = settings;
    this.size = size;
  }

  run(): Promise<void> {
    this.dispatch([]);
    return this.ended.promise;
  }

  /** Gives the worker its next documents, `first` before others; ends it when there are none. */
  private dispatch(first: readonly BatchItem[]): void {
    this.batch = [...first];
    while (this.batch.length < this.size) {
      const item = this.client.next();
      if (item === undefined) break;
      this.batch.push(item);
    }
    if (this.batch.length === 0 || Atomics.load(this.cells, CELL.stop) === 1) {
      this.worker?.removeAllListeners();
      void this.worker?.terminate();
      this.ended.resolve();
      return;
    }
    this.worker ??= this.start();
    this.worker.postMessage(this.batch);
  }

  private start(): Worker {
    const worker = new Worker(WORKER_URL, {
      workerData: { settings: this.settings, cells: this.cells },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, stackSizeMb: 4 },
    });
    worker.on('message', (outcomes: BatchOutcome[]) => {
      for (const outcome of outcomes) this.client.take(outcome);
      this.dispatch([]);
    });
    worker.on('error', (error: Error & { code?: string }) => this.lose(error));
    return worker;
  }

  /** The worker is gone: another one goes on behind the document it was at. */
  private lose(error: Error & { code?: string }): void {
    const lost = this.worker;
    this.worker = undefined;
    lost?.removeAllListeners();
    void lost?.terminate();
    if (Atomics.load(this.cells, CELL.since) === 0) {
      this.ended.reject(error);
      return;
    }
    const at = Atomics.load(this.cells, CELL.item);
    Atomics.store(this.cells, CELL.since, 0);
    const fatal = this.batch[at] as BatchItem;
    this.client.recover(this.batch.slice(0, at), fatal, this.why(error));
    this.isOverTime = false;
    this.dispatch(this.batch.slice(at + 1));
  }

  private why(error: Error & { code?: string }): { code: string; detail: string } {
    if (this.isOverTime) {
      return { code: 'timeout', detail: `not done after ${TIME_LIMIT} seconds: split it, or leave it out` };
    }
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return { code: 'out-of-memory', detail: `needs more than ${HEAP_MB} MB of memory: split it, or leave it out` };
    }
    return { code: 'unexpected', detail: error.message };
  }

  /** Ends the worker if it has been at one document for too long. */
  watch(now: number): void {
    const since = Atomics.load(this.cells, CELL.since);
    if (since === 0 || now - since < TIME_LIMIT) return;
    this.isOverTime = true;
    this.lose(new Error('over time'));
  }

  stop(): void {
    Atomics.store(this.cells, CELL.stop, 1);
  }
}

/**
 * Runs `jobs` workers until there is no document left or the signal comes, after which each ends with the document it is at.
 * @throws when a worker cannot even begin.
 */
export async function runPool(
  client: PoolClient,
  settings: BatchSettings,
  { jobs, documents, signal }: { jobs: number; documents: number; signal: AbortSignal },
): Promise<void> {
  const count = Math.max(1, Math.min(jobs, documents));
  const size = Math.max(1, Math.min(BATCH, Math.ceil(documents / count / 4)));
  const slots = Array.from({ length: count }, () => new Slot(client, settings, size));
  const stop = () => {
    for (const slot of slots) slot.stop();
  };
  signal.addEventListener('abort', stop, { once: true });
  const watch = setInterval(() => {
    for (const slot of slots) slot.watch(Math.floor(Date.now() / 1000));
  }, 1000);
  try {
    await Promise.all(slots.map((slot) => slot.run()));
  } finally {
    clearInterval(watch);
    signal.removeEventListener('abort', stop);
  }
}
