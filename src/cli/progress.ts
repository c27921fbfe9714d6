/** What a long run says of itself on standard error: one line that is redrawn on a terminal, now and then a line in a log. */
import { printable } from '../formats/printable.ts';
import { count } from '../formats/wording.ts';
import { say } from './output.ts';

const REDRAW_MS = 100;
const LOG_MS = 10_000;
/** Warnings of one kind that are printed one by one. */
const MOST_WARNINGS = 10;

export class Progress {
  done = 0;
  failed = 0;
  skipped = 0;
  mentions = 0;
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
    const rate = ((1000 * this.done) / (now - this.begun)).toFixed(0);
    const line = `${count(this.done, 'document')}, ${this.failed} failed, ${rate} per second`;
    if (this.isLive) process.stderr.write(`\r\u001b[K${line}`);
    else say(line);
    this.isDrawn = this.isLive;
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
      count(this.mentions, 'mention'),
    ].join(', ');
    say(`${wasInterrupted ? 'interrupted: ' : ''}${parts}${target === undefined ? '' : ` → ${printable(target)}`}`);
  }
}
