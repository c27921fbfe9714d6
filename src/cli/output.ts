/** Standard output and standard error, for a reader that may be slow and may go away. */
import type { Writable } from 'node:stream';
import { ClosedOutputError, CommandError } from './errors.ts';

const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'ERR_STREAM_WRITE_AFTER_END']);

function outputError(error: Error & { code?: string }): Error {
  if (GONE.has(error.code ?? '')) return new ClosedOutputError();
  return new CommandError(`cannot write the output: ${error.message}`, { cause: error });
}

/** Where data goes. Each write waits until the system has taken it, so nothing is cut short and memory stays small. */
export class Output {
  private readonly stream: Writable;

  constructor(stream: Writable = process.stdout) {
    this.stream = stream;
    // A failed write is reported by its own callback; without a listener the event would end the process.
    stream.on('error', () => {});
  }

  /**
   * Writes and waits.
   * @throws {ClosedOutputError} when the reader has gone.
   * @throws {CommandError} when the system refuses it, as a full disk does.
   */
  write(content: string | Uint8Array): Promise<void> {
    if (content.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.stream.write(content, (error) => {
        if (error) reject(outputError(error));
        else resolve();
      });
    });
  }
}

process.stderr.on('error', () => {});

/** A line on standard error, after the command's name. */
export function say(message: string): void {
  process.stderr.write(`tifa: ${message}\n`);
}
