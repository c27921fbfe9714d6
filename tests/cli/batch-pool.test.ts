import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type PoolClient, type PoolLimits, WorkerPool } from '../../src/cli/batch/pool.ts';
import type { BatchItem, BatchSettings } from '../../src/cli/batch/task.ts';
import { DEFAULT_OPTIONS } from '../../src/index.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';

const SENTENCE = 'Every Party branch became a Red Engine of production.\n';

/** A run over these files that remembers what it is told. */
function runOver(files: Record<string, string>) {
  const folder = temporaryFolder(files);
  const out = join(folder, 'out');
  const temporary = join(out, '.unfinished');
  mkdirSync(temporary, { recursive: true });
  const settings: BatchSettings = {
    format: 'json',
    options: DEFAULT_OPTIONS,
    notes: { notes: 'section', markTerms: false },
    encoding: undefined,
    metadataKeys: [],
    byteOrderMark: false,
    failOn: [],
    out,
    journal: join(out, '.journal'),
    temporary,
  };
  const waiting = Object.keys(files).map(
    (name): BatchItem => ({ key: name, id: name, path: join(folder, name), output: name, metadata: {}, options: '' }),
  );
  const done: string[] = [];
  const lost: string[] = [];
  const client: PoolClient = {
    next: () => waiting.shift(),
    get left() {
      return waiting.length;
    },
    take: ({ key }) => done.push(key),
    recover: (before, fatal, { code }) => {
      done.push(...before.map(({ key }) => key));
      lost.push(`${fatal.key} ${code}`);
    },
  };
  const isWritten = (name: string) => existsSync(join(out, `${name}.json`));
  return { settings, client, waiting, done, lost, isWritten };
}

async function work(
  { client, settings, waiting }: ReturnType<typeof runOver>,
  {
    jobs = 1,
    signal = new AbortController().signal,
    limits,
  }: { jobs?: number; signal?: AbortSignal; limits?: PoolLimits },
): Promise<void> {
  const pool = new WorkerPool({ client, settings, jobs, signal, ...(limits === undefined ? {} : { limits }) });
  pool.expect(waiting.length);
  await pool.run();
  pool.end();
}

const numbered = (count: number, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${String(i + from).padStart(3, '0')}.txt`, SENTENCE]));

test('a document that needs too much memory costs itself: those before it and behind it are done, each once', async () => {
  const run = runOver({ ...numbered(20), 'large.md': '*a* [b](c) '.repeat(300_000), ...numbered(20, 20) });
  await work(run, { limits: { heap: 40, seconds: 60 } });
  expect(run.lost).toEqual(['large.md out-of-memory']);
  expect(run.done).toEqual(Object.keys(numbered(40)));
  expect(run.done.filter((name) => !run.isWritten(name))).toEqual([]);
  expect(run.isWritten('large.md')).toBe(false);
}, 60_000);

test('a document that takes too long costs itself', async () => {
  const run = runOver({ ...numbered(1), 'never.txt': '', ...numbered(2, 1) });
  const pipe = join(run.settings.out, '..', 'never.txt');
  rmSync(pipe);
  execFileSync('mkfifo', [pipe]);
  await work(run, { limits: { heap: 1024, seconds: 5 } });
  // The system still waits for somebody to write.
  closeSync(openSync(pipe, 'r+'));
  expect(run.lost).toEqual(['never.txt timeout']);
  expect(run.done).toEqual(Object.keys(numbered(3)));
}, 60_000);

test('a clock that is set while a document is at work costs nothing', async () => {
  const run = runOver({ 'slow.txt': '' });
  const pipe = join(run.settings.out, '..', 'slow.txt');
  rmSync(pipe);
  execFileSync('mkfifo', [pipe]);
  const now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 3_600_000);
  onTestFinished(() => clock.mockRestore());
  const working = work(run, { limits: { heap: 1024, seconds: 60 } });
  // This waits for the worker to read it; after that the pool looks at its time every second.
  const writer = await open(pipe, 'w');
  await setTimeout(2500);
  await writer.close();
  await working;
  expect({ lost: run.lost, done: run.done }).toEqual({ lost: [], done: ['slow.txt'] });
}, 60_000);

test('several workers do every document once', async () => {
  const run = runOver(numbered(50));
  await work(run, { jobs: 3 });
  expect(run.done.toSorted()).toEqual(Object.keys(numbered(50)));
});

test('what is interrupted before it begins gives nothing away', async () => {
  const run = runOver(numbered(3));
  await work(run, { signal: AbortSignal.abort() });
  expect(run.done).toEqual([]);
});

test('a worker that cannot begin ends the run', async () => {
  const run = runOver(numbered(3));
  run.settings.failOn = ['no such condition'];
  await expect(work(run, { jobs: 2 })).rejects.toThrow('--fail-on');
});
