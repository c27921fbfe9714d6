/** `tifa annotate DIR --out OUT` as a process, with one worker and with two: every document read, annotated and written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';
import { type Corpus, englishCorpus } from './corpus.ts';
import { median, timeOf } from './measure.ts';
import { printTable } from './table.ts';

const ROUNDS = 3;
const JOBS = [1, 2];
/** Documents of the corpus that make one file: releases are longer than a page. */
const PARTS = 4;

function writeDocuments(folder: string, { documents }: Corpus): number {
  mkdirSync(folder);
  let files = 0;
  for (let i = 0; i < documents.length; i += PARTS) {
    writeFileSync(join(folder, `release-${i}.txt`), documents.slice(i, i + PARTS).join('\n\n'));
    files++;
  }
  return files;
}

function annotate(folder: string, out: string, jobs: number): void {
  const main = join(PACKAGE_ROOT, 'dist', 'src', 'cli', 'main.js');
  const args = [main, 'annotate', folder, '--out', out, '--format', 'json', '--jobs', String(jobs), '--quiet'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

export function benchBatch(bytes: number): void {
  const root = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  try {
    const rows: string[][] = [];
    for (const density of ['sparse', 'dense'] as const) {
      const corpus = englishCorpus(bytes, density);
      const folder = join(root, density);
      const files = writeDocuments(folder, corpus);
      const times = JOBS.map((): number[] => []);
      // No output is removed before the end: for half a minute ext4 looks for other places than those of files that were just removed.
      for (let round = 0; round < ROUNDS; round++) {
        JOBS.forEach((jobs, i) => {
          const out = join(root, `${density}-${jobs}-${round}`);
          times[i]?.push(timeOf(() => annotate(folder, out, jobs)));
          assert.equal(readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n').length, files);
        });
      }
      const one = median(times[0] ?? []);
      JOBS.forEach((jobs, i) => {
        const ms = median(times[i] ?? []);
        const rate = (corpus.bytes / 1000 / ms).toFixed(1);
        rows.push([corpus.name, String(files), String(jobs), (ms / 1000).toFixed(1), rate, (one / ms).toFixed(2)]);
      });
    }
    printTable('A folder, start and writing included', ['texts', 'files', 'workers', 's', 'MB/s', '× one'], rows);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
