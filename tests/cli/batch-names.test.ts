import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TakenNames } from '../../src/cli/batch/names.ts';
import type { ManifestLine } from '../../src/node/manifest.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { runCli } from './spawn-cli.ts';

const RELEASE = 'Every Party branch became the Red Engine of production.\n';

const manifestOf = (folder: string) =>
  readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ManifestLine);

describe('a name that two documents have', () => {
  test('goes to the first in every run, and the second is told of in every run', async () => {
    const cwd = temporaryFolder({ 'x/a.txt': RELEASE, 'y/a.txt': RELEASE.repeat(2), 'y/b.txt': RELEASE });
    for (const done of ['2 documents annotated, 1 failed', '0 documents annotated, 1 failed, 0 skipped, 2 unchanged']) {
      const { code, stderr } = await runCli(['annotate', 'x', 'y', '--out', 'o'], { cwd });
      expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(done) });
      expect(stderr).toContain('y/a.txt: a.txt.json is the output of another document: give each its own --out');
      expect(manifestOf(join(cwd, 'o'))).toMatchObject([
        { path: 'a.txt', status: 'ok', mentions: 1 },
        { path: './y/a.txt', status: 'failed', error: { code: 'not-written' } },
        { path: 'b.txt', status: 'ok' },
      ]);
      const rows = readFileSync(join(cwd, 'o/summary.csv'), 'utf8').trimEnd().split('\n').slice(1);
      expect(rows.map((row) => row.split(',')[0])).toEqual(['a.txt', 'b.txt']);
    }
  }, 60_000);

  test('is none where both are one file', async () => {
    const cwd = temporaryFolder({ 'x/a.txt': RELEASE });
    const { code, stderr } = await runCli(['annotate', 'x/a.txt', './x/a.txt', 'x', '--out', 'o'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('1 document annotated, 0 failed') });
    expect(manifestOf(join(cwd, 'o'))).toMatchObject([{ path: 'a.txt', status: 'ok' }]);
  });
});

test('the second of one output has a key that no output can be', () => {
  const names = new TakenNames();
  const keys = ['x/a', 'y/a', './z/a', '../a', '/a', '.b/a'].map((path) => names.takeKey({ path, output: 'a' }));
  expect(keys).toEqual(['a', './y/a', './z/a', '../a', '/a', './.b/a']);
});
