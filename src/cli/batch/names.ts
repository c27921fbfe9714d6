/** Names that the documents of a batch have taken: no two share one. */
import { resolve } from 'node:path';
import type { FoundFile } from '../../node/find-documents.ts';

/** The path as no output begins, which are all relative to the output folder and never lead out of it. */
function asKey(path: string): string {
  const posix = path.replaceAll('\\', '/');
  return /^(?:\/|\.\.?\/)/.test(posix) ? posix : `./${posix}`;
}

export class TakenNames {
  private readonly paths = new Set<string>();
  private readonly keys = new Set<string>();
  private readonly files = new Set<string>();

  /** False where the same file was found before, as under a folder and by its own name. */
  takePath(path: string): boolean {
    const absolute = resolve(path);
    const isNew = !this.paths.has(absolute);
    this.paths.add(absolute);
    return isNew;
  }

  /** What journal and manifest call it: its output, or its path where something else that was found has the same output. */
  takeKey({ path, output }: Pick<FoundFile, 'path' | 'output'>): string {
    const key = this.keys.has(output) ? asKey(path) : output;
    this.keys.add(key);
    return key;
  }

  /** False where another document writes this file. */
  takeFile(name: string): boolean {
    const isNew = !this.files.has(name);
    this.files.add(name);
    return isNew;
  }
}
