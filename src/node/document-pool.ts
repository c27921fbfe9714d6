/** Reads documents and writes them back in workers, each within limits of memory and time. */
import { Worker } from 'node:worker_threads';
import type { AnnotateResult } from '../annotate/result.ts';
import type { NoteOptions } from '../documents/notes.ts';
import type { DocumentFormat } from '../documents/text-view.ts';
import { DocumentError, type DocumentErrorCode } from './document-error.ts';
import type { DocumentContent } from './read-document.ts';

export type DocumentTask =
  | { kind: 'read'; bytes: Uint8Array; format: DocumentFormat; encoding: string | undefined }
  | { kind: 'write'; content: DocumentContent; result: AnnotateResult; notes: NoteOptions };

export type DocumentAnswer =
  | { kind: 'read'; content: DocumentContent }
  | { kind: 'write'; bytes: Uint8Array }
  | { kind: 'failed'; code: DocumentErrorCode; message: string };

interface Waiting {
  task: DocumentTask;
  resolve(answer: DocumentAnswer): void;
  reject(error: Error): void;
}

export interface DocumentPoolOptions {
  workers?: number;
  /** Milliseconds for one task. */
  timeLimit?: number;
  /** Heap of a worker, in megabytes. */
  heap?: number;
  /** Tasks that may wait. */
  queue?: number;
}

const WORKER_URL = new URL(`./document-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Too many documents wait already. */
export class BusyError extends Error {
  constructor() {
    super('too many documents are waiting');
    this.name = 'BusyError';
  }
}

export class DocumentPool {
  private readonly options: Required<DocumentPoolOptions>;
  private readonly idle: Worker[] = [];
  private readonly waiting: Waiting[] = [];
  private count = 0;

  constructor({ workers = 2, timeLimit = 30_000, heap = 512, queue = 32 }: DocumentPoolOptions = {}) {
    this.options = { workers, timeLimit, heap, queue };
  }

  /**
   * The text view of a document.
   * @throws {DocumentError} when it cannot be read, or not within the limits; {@link BusyError}.
   */
  async read(bytes: Uint8Array, format: DocumentFormat, encoding?: string): Promise<DocumentContent> {
    const answer = await this.ask({ kind: 'read', bytes, format, encoding });
    if (answer.kind !== 'read') throw new Error('a worker gave another answer');
    return answer.content;
  }

  /**
   * The document with notes, in its own format.
   * @throws {DocumentError} when it cannot be written, or not within the limits; {@link BusyError}.
   */
  async write(content: DocumentContent, result: AnnotateResult, notes: NoteOptions): Promise<Uint8Array> {
    const answer = await this.ask({ kind: 'write', content, result, notes });
    if (answer.kind !== 'write') throw new Error('a worker gave another answer');
    return answer.bytes;
  }

  private async ask(task: DocumentTask): Promise<DocumentAnswer> {
    if (this.waiting.length >= this.options.queue) throw new BusyError();
    const answer = await new Promise<DocumentAnswer>((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      this.dispatch();
    });
    if (answer.kind === 'failed') throw new DocumentError(answer.code, answer.message);
    return answer;
  }

  private dispatch(): void {
    if (this.idle.length === 0 && this.count >= this.options.workers) return;
    const next = this.waiting.shift();
    if (next === undefined) return;
    const worker = this.idle.pop() ?? this.start();
    this.run(worker, next);
  }

  private start(): Worker {
    this.count++;
    const worker = new Worker(WORKER_URL, {
      resourceLimits: { maxOldGenerationSizeMb: this.options.heap, stackSizeMb: 4 },
    });
    // A server that has nothing else to do may end.
    worker.unref();
    return worker;
  }

  private run(worker: Worker, { task, resolve, reject }: Waiting): void {
    const finish = (isAlive: boolean) => {
      clearTimeout(timer);
      worker.off('message', take);
      worker.off('error', lose);
      if (isAlive) this.idle.push(worker);
      else {
        this.count--;
        worker.on('error', () => {});
        void worker.terminate();
      }
      this.dispatch();
    };
    const fail = (code: DocumentErrorCode, message: string) => resolve({ kind: 'failed', code, message });
    const take = (answer: DocumentAnswer) => {
      resolve(answer);
      finish(true);
    };
    const lose = (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        fail('out-of-memory', `needs more than ${this.options.heap} MB of memory: split it`);
      } else reject(error);
      finish(false);
    };
    const timer = setTimeout(() => {
      fail('timeout', `not done after ${this.options.timeLimit / 1000} seconds: split it`);
      finish(false);
    }, this.options.timeLimit);
    worker.on('message', take);
    worker.on('error', lose);
    worker.postMessage(task);
  }
}
