/** Manifests of earlier runs and journals of broken ones: where the line of each document lies, not the lines themselves. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ManifestLine } from './manifest.ts';

const CHUNK = 1 << 20;
/** Bytes that are read at once when lines are asked for: those of neighbours lie near one another. */
const BLOCK = 1 << 16;
const LINE_END = 10;

interface Place {
  file: number;
  start: number;
  length: number;
}

export class LineIndex {
  private readonly places = new Map<string, Place>();
  private readonly files: number[] = [];
  /** What was read last. */
  private block = { file: -1, start: 0, bytes: Buffer.alloc(0) };

  /** Adds the lines of a file; of two lines for one path the later counts. A last line without its end was cut off, and is left out. */
  addFile(path: string): void {
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch {
      return;
    }
    this.files.push(file);
    const size = fstatSync(file).size;
    let pending = Buffer.alloc(0);
    let start = 0;
    for (let at = 0; at < size; at += CHUNK) {
      const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
      readSync(file, chunk, 0, chunk.length, at);
      pending = Buffer.concat([pending, chunk]);
      for (let end = pending.indexOf(LINE_END); end >= 0; end = pending.indexOf(LINE_END)) {
        this.addLine(pending.subarray(0, end), { file, start, length: end });
        start += end + 1;
        pending = pending.subarray(end + 1);
      }
    }
  }

  private addLine(line: Buffer, place: Place): void {
    try {
      const { path } = JSON.parse(line.toString()) as { path?: unknown };
      if (typeof path === 'string') this.places.set(path, place);
    } catch {
      // A line that was torn by a crash tells nothing.
    }
  }

  /** The line of a document, if there is one. */
  get(path: string): ManifestLine | undefined {
    const text = this.textOf(path);
    return text === undefined ? undefined : (JSON.parse(text) as ManifestLine);
  }

  /** The same as it is written. */
  textOf(path: string): string | undefined {
    const place = this.places.get(path);
    if (place === undefined) return undefined;
    const { file, start, length } = place;
    const { block } = this;
    if (file !== block.file || start < block.start || start + length > block.start + block.bytes.length) {
      this.readBlock(place);
    }
    const from = start - this.block.start;
    return this.block.bytes.toString('utf8', from, from + length);
  }

  /** Reads a line, and as much before and behind it. */
  private readBlock({ file, start: at, length }: Place): void {
    const start = Math.max(0, at - BLOCK);
    const bytes = Buffer.allocUnsafe(at - start + length + BLOCK);
    const read = readSync(file, bytes, 0, bytes.length, start);
    this.block = { file, start, bytes: bytes.subarray(0, read) };
  }

  close(): void {
    for (const file of this.files) closeSync(file);
  }
}
