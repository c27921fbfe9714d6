import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BatchRun } from '../../src/cli/batch/batch-run.ts';
import type { BatchItem } from '../../src/cli/batch/task.ts';
import { Progress } from '../../src/cli/progress.ts';
import { sha256 } from '../../src/node/digest.ts';
import { DocumentError } from '../../src/node/document-error.ts';
import { LineIndex } from '../../src/node/line-index.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { runCli } from './spawn-cli.ts';

const RELEASE = 'Every Party branch became the Red Engine of production.\n';
const OVER_TIME = { code: 'timeout', detail: 'not done after 1 seconds' };

/** A run into a folder with these files. */
function runIn(files: Record<string, string>) {
  const out = temporaryFolder(files);
  const journal = join(out, 'journal');
  const run = new BatchRun({ out, files: { journal }, earlier: new LineIndex(), progress: new Progress(true) });
  const noted = () =>
    readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const item = (name: string): BatchItem => {
    return { key: name, id: name, path: join(out, name), output: name, metadata: {}, options: 'o' };
  };
  return { out, run, noted, item };
}

describe('a document that a worker ended over', () => {
  test('is remembered by its bytes, so that the next run leaves it out', () => {
    const { run, noted, item } = runIn({ 'a.txt': RELEASE });
    run.recover([], item('a.txt'), OVER_TIME);
    expect(noted()).toEqual([
      { path: 'a.txt', status: 'failed', error: OVER_TIME, sourceDigest: sha256(Buffer.from(RELEASE)), options: 'o' },
    ]);
  });

  test('is done again where it has no bytes of its own, as a pipe', () => {
    const { out, run, noted, item } = runIn({});
    execFileSync('mkfifo', [join(out, 'pipe')]);
    run.recover([], item('pipe'), OVER_TIME);
    expect(noted()).toEqual([{ path: 'pipe', status: 'failed', error: OVER_TIME }]);
  });

  test('loses the output that an earlier run wrote', () => {
    const { out, run, item } = runIn({ 'a.txt': RELEASE, 'a.txt.json': '{}' });
    run.recover([], { ...item('a.txt'), earlierFile: 'a.txt.json' }, OVER_TIME);
    expect(existsSync(join(out, 'a.txt.json'))).toBe(false);
  });
});

test('what cannot be done is part of all that there is', () => {
  const { run, item } = runIn({});
  run.add({ kind: 'item', key: 'a', item: item('a'), hasMetadata: false });
  run.add({ kind: 'failed', key: 'b', path: 'b', error: new DocumentError('not-found', 'no such file or folder') });
  run.add({ kind: 'skipped', key: 'c', path: 'c', why: 'x' });
  run.allAdded();
  run.take({ key: 'a', status: 'ok', mentions: 0, isFound: false, warnings: [] });
  const { total, done, failed } = run.progress;
  expect({ total, done, failed }).toEqual({ total: 2, done: 1, failed: 1 });
});

test('a document that fails now loses the output of before; one of another name stays', async () => {
  const cwd = temporaryFolder({ 'in/a.txt': RELEASE, 'in/b.txt': RELEASE, 'out/c.txt.json': 'of somebody' });
  const args = ['annotate', 'in/a.txt', 'in/b.txt', 'in/c.txt', '--out', 'out', '-q'];
  await runCli(args, { cwd });
  const isThere = () => ['a', 'b', 'c'].filter((name) => existsSync(join(cwd, `out/${name}.txt.json`)));
  expect(isThere()).toEqual(['a', 'b', 'c']);
  writeFileSync(join(cwd, 'in/a.txt'), new Uint8Array([0, 1, 2, 0]));
  expect((await runCli(args, { cwd })).stderr).toContain('in/a.txt: ');
  expect(isThere()).toEqual(['b', 'c']);
});
