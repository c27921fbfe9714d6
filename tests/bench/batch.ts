/**
 * `tifa annotate DIR --out OUT` as a process, with one worker and with two: every document read, annotated and written. Beside it two processes at
 * once with half of the documents each: what two cores of the machine are worth when nothing is shared.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';
import { type Corpus, englishCorpus } from './corpus.ts';
import { median } from './measure.ts';
import { printTable } from './table.ts';

const ROUNDS = 3;
/** Documents of the corpus that make one file: releases are longer than a page. */
const PARTS = 4;

/** Writes the documents into two folders in turn; returns how many files there are. */
function writeDocuments(folder: string, { documents }: Corpus): number {
  for (const half of HALVES) mkdirSync(join(folder, half), { recursive: true });
  let files = 0;
  for (let i = 0; i < documents.length; i += PARTS) {
    const half = HALVES[files % HALVES.length] as string;
    writeFileSync(join(folder, half, `release-${i}.txt`), documents.slice(i, i + PARTS).join('\n\n'));
    files++;
  }
  return files;
}

const HALVES = ['even', 'odd'];

/** Annotates a folder in a process of its own; returns how many documents its manifest lists. */
async function annotate(folder: string, out: string, jobs: number): Promise<number> {
  const main = join(PACKAGE_ROOT, 'dist', 'src', 'cli', 'main.js');
  const args = [main, 'annotate', folder, '--out', out, '--format', 'json', '--jobs', String(jobs), '--quiet'];
  const [status] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close');
  assert.equal(status, 0);
  return readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n').length;
}

/** Ways to annotate a folder; each gives how many documents it has annotated. */
const WAYS: Record<string, (folder: string, out: string) => Promise<number>> = {
  'one worker': (folder, out) => annotate(folder, out, 1),
  'two workers': (folder, out) => annotate(folder, out, 2),
  'two processes': async (folder, out) => {
    const counts = await Promise.all(HALVES.map((half) => annotate(join(folder, half), join(out, half), 1)));
    return counts.reduce((sum, count) => sum + count, 0);
  },
};

/** Milliseconds of each way, the median of the rounds. */
async function timeWays(folder: string, root: string, files: number): Promise<Map<string, number>> {
  const times = new Map(Object.keys(WAYS).map((name): [string, number[]] => [name, []]));
  // No output is removed before the end: for half a minute ext4 looks for other places than those of files that were just removed.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, way] of Object.entries(WAYS)) {
      const start = performance.now();
      const annotated = await way(folder, join(root, `out ${basename(folder)} ${name} ${round}`));
      times.get(name)?.push(performance.now() - start);
      assert.equal(annotated, files);
    }
  }
  return new Map([...times].map(([name, each]) => [name, median(each)]));
}

export async function benchBatch(bytes: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  try {
    const rows: string[][] = [];
    for (const density of ['sparse', 'dense'] as const) {
      const corpus = englishCorpus(bytes, density);
      const folder = join(root, density);
      const files = writeDocuments(folder, corpus);
      const times = await timeWays(folder, root, files);
      const one = [...times.values()][0] ?? Number.NaN;
      for (const [name, ms] of times) {
        const rate = (corpus.bytes / 1000 / ms).toFixed(1);
        rows.push([corpus.name, String(files), name, (ms / 1000).toFixed(1), rate, (one / ms).toFixed(2)]);
      }
    }
    printTable('A folder, start and writing included', ['texts', 'files', 'by', 's', 'MB/s', '× one'], rows);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
