/** What a long run says of itself on standard error: one line that is redrawn on a terminal, now and then a line in a log. */
import { printable } from '../formats/printable.ts';
import { count } from '../formats/wording.ts';
import { say } from './output.ts';

const REDRAW_MS = 100;
const LOG_MS = 10_000;
/** Documents that must be done before the time that is left can be told. */
const LEAST_FOR_TIME = 20;
/** Warnings of one kind that are printed one by one. */
const MOST_WARNINGS = 10;

export class Progress {
  done = 0;
  failed = 0;
  skipped = 0;
  mentions = 0;
  /** Done by an earlier run. */
  unchanged = 0;
  /** Documents that there are, where that is known. */
  total: number | undefined;
  private readonly isQuiet: boolean;
  private readonly isLive: boolean;
  private readonly begun = performance.now();
  private lastShown = this.begun;
  private isDrawn = false;
  private readonly warned = new Map<string, number>();

  constructor(isQuiet: boolean) {
    this.isQuiet = isQuiet;
    // Redrawing would tear the report apart where both go to one terminal.
    this.isLive = process.stderr.isTTY === true && process.stdout.isTTY !== true;
  }

  /** Shows how far it is, if it is time to. */
  show(): void {
    const now = performance.now();
    if (this.isQuiet || now - this.lastShown < (this.isLive ? REDRAW_MS : LOG_MS)) return;
    this.lastShown = now;
    const line = this.line((now - this.begun) / 1000);
    if (this.isLive) process.stderr.write(`\r\u001b[K${line}`);
    else say(line);
    this.isDrawn = this.isLive;
  }

  /** `1,204 of 5,310 documents (23 %), 3 failed, 41 per second, 1:40 left`. */
  private line(seconds: number): string {
    const { done, failed, unchanged, total } = this;
    const rate = done / seconds;
    const seen = done + failed + unchanged;
    const parts = [`${failed} failed`, `${rate.toFixed(0)} per second`];
    if (total === undefined) return [count(done, 'document'), ...parts].join(', ');
    const left = Math.round((total - seen) / (seen / seconds || 1));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
    const share = Math.floor((100 * seen) / (total || 1));
    const head = `${seen.toLocaleString('en')} of ${count(total, 'document')} (${share} %)`;
    return [head, ...parts, ...(seen >= LEAST_FOR_TIME ? [time] : [])].join(', ');
  }

  private clear(): void {
    if (this.isDrawn) process.stderr.write('\r\u001b[K');
    this.isDrawn = false;
  }

  /** An error, always printed. */
  error(path: string, message: string): void {
    this.clear();
    say(`${printable(path)}: ${printable(message)}`);
  }

  /** A warning of some kind; after the first ten only the end says how many there were. */
  warn(kind: string, message: string): void {
    const times = (this.warned.get(kind) ?? 0) + 1;
    this.warned.set(kind, times);
    if (this.isQuiet || times > MOST_WARNINGS) return;
    this.clear();
    say(printable(message));
  }

  /** The totals, for runs over several documents. `target` says where the results are. */
  finish(isBatch: boolean, target: string | undefined, wasInterrupted: boolean): void {
    this.clear();
    if (this.isQuiet) return;
    for (const [kind, times] of this.warned) {
      if (times > MOST_WARNINGS) say(`${times - MOST_WARNINGS} more: ${kind}`);
    }
    if (!isBatch && !wasInterrupted) return;
    const parts = [
      `${count(this.done, 'document')} annotated`,
      `${this.failed} failed`,
      `${this.skipped} skipped`,
      ...(this.unchanged > 0 ? [`${this.unchanged.toLocaleString('en')} unchanged`] : []),
      count(this.mentions, 'mention'),
    ].join(', ');
    say(`${wasInterrupted ? 'interrupted: ' : ''}${parts}${target === undefined ? '' : ` → ${printable(target)}`}`);
  }
}
