/** Workers for the documents of a batch. One that runs out of memory or time costs only the document it is at; another takes its place. */
import { Worker } from 'node:worker_threads';
import { CommandError } from '../errors.ts';
import { cannotGoOn } from './journal.ts';
import { type BatchItem, type BatchOutcome, type BatchSettings, CELL, secondsNow, type WorkerReport } from './task.ts';

/** What a document may need: beyond that its worker ends, not the run. */
export interface PoolLimits {
  /** Heap of one worker, in megabytes. */
  heap: number;
  /** For one document. */
  seconds: number;
}
const LIMITS: PoolLimits = { heap: 1024, seconds: 120 };
/** Documents that a worker gets at once, at most. */
const BATCH = 16;
/** Each worker is to come back about so often for what is left, so that all end at about the same time. */
const ROUNDS = 4;

/** What the pool asks of a run. */
export interface PoolClient {
  /** The next document, or undefined when there is none. */
  next(): BatchItem | undefined;
  /** How many documents there are still to be given away. */
  readonly left: number;
  take(outcome: BatchOutcome): void;
  /**
   * A worker ended over the last of these documents; those before it were done and are in the journal.
   * @throws when that cannot be noted: it ends the run.
   */
  recover(done: readonly BatchItem[], fatal: BatchItem, error: { code: string; detail: string }): void;
}

export interface PoolParts {
  client: PoolClient;
  settings: BatchSettings;
  /** Workers at most. */
  jobs: number;
  signal: AbortSignal;
  limits?: PoolLimits;
}

const WORKER_URL = new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

class Slot {
  private readonly client: PoolClient;
  private readonly settings: BatchSettings;
  private readonly limits: PoolLimits;
  private readonly jobs: number;
  private readonly cells = new Int32Array(new SharedArrayBuffer(12));
  private worker: Worker | undefined;
  private batch: BatchItem[] = [];
  private isOverTime = false;
  private readonly ended = Promise.withResolvers<void>();

  /** Its worker gets ready at once, though it has no documents yet. */
  constructor({ client, settings, limits = LIMITS, jobs }: PoolParts) {
    this.client = client;
    this.settings = settings;
    this.limits = limits;
    this.jobs = jobs;
    this.worker = this.start();
    // It may fail before anybody waits for it.
    this.ended.promise.catch(() => {});
  }

  run(): Promise<void> {
    this.dispatch([]);
    return this.ended.promise;
  }

  /** Gives the worker its next documents, `first` before others; ends it when there are none. */
  private dispatch(first: readonly BatchItem[]): void {
    this.batch = [...first];
    const size = Math.min(BATCH, Math.ceil(this.client.left / (this.jobs * ROUNDS)));
    while (this.batch.length < size) {
      const item = this.client.next();
      if (item === undefined) break;
      this.batch.push(item);
    }
    if (this.batch.length === 0 || Atomics.load(this.cells, CELL.stop) === 1) {
      this.end();
      return;
    }
    this.worker ??= this.start();
    this.worker.postMessage(this.batch);
  }

  private start(): Worker {
    const worker = new Worker(WORKER_URL, {
      workerData: { settings: this.settings, cells: this.cells },
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heap, stackSizeMb: 4 },
    });
    worker.on('message', ({ outcomes, unwritable }: WorkerReport) => {
      for (const outcome of outcomes) this.client.take(outcome);
      if (unwritable === undefined) this.dispatch([]);
      else this.ended.reject(new CommandError(unwritable));
    });
    worker.on('error', (error: Error & { code?: string }) => this.lose(error));
    return worker;
  }

  /** Ends the worker, whatever it is at. */
  end(): void {
    this.worker?.removeAllListeners();
    void this.worker?.terminate();
    this.ended.resolve();
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
    try {
      this.client.recover(this.batch.slice(0, at), fatal, this.why(error));
    } catch (cause) {
      this.ended.reject(cannotGoOn(this.settings.out, cause));
      return;
    }
    this.isOverTime = false;
    this.dispatch(this.batch.slice(at + 1));
  }

  private why(error: Error & { code?: string }): { code: string; detail: string } {
    if (this.isOverTime) {
      return { code: 'timeout', detail: `not done after ${this.limits.seconds} seconds: split it, or leave it out` };
    }
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      const { heap } = this.limits;
      return { code: 'out-of-memory', detail: `needs more than ${heap} MB of memory: split it, or leave it out` };
    }
    return { code: 'unexpected', detail: error.message };
  }

  /** Ends the worker if it has been at one document for too long. */
  watch(now: number): void {
    const since = Atomics.load(this.cells, CELL.since);
    if (since === 0 || now - since < this.limits.seconds) return;
    this.isOverTime = true;
    this.lose(new Error('over time'));
  }

  stop(): void {
    Atomics.store(this.cells, CELL.stop, 1);
  }
}

/** Runs at most `jobs` workers until there is no document left or the signal comes, after which each ends with the document it is at. */
export class WorkerPool {
  private readonly parts: PoolParts;
  private readonly slots: Slot[] = [];

  constructor(parts: PoolParts) {
    this.parts = parts;
  }

  /** Lets as many workers get ready as there will be documents for, while more are being found. */
  expect(documents: number): void {
    while (this.slots.length < Math.min(this.parts.jobs, documents)) this.slots.push(new Slot(this.parts));
  }

  /**
   * Gives the documents to the workers that have been started.
   * @throws when a worker cannot even begin; {@link CommandError} when nothing more can be noted.
   */
  async run(): Promise<void> {
    const { signal } = this.parts;
    const stop = () => {
      for (const slot of this.slots) slot.stop();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const watch = setInterval(() => {
      for (const slot of this.slots) slot.watch(secondsNow());
    }, 1000);
    try {
      await Promise.all(this.slots.map((slot) => slot.run()));
    } finally {
      clearInterval(watch);
      signal.removeEventListener('abort', stop);
    }
  }

  /** Ends all workers, whatever they are at. */
  end(): void {
    for (const slot of this.slots) slot.end();
  }
}
