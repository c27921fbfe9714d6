import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Journal } from '../../src/cli/batch/journal.ts';
import type { ManifestLine } from '../../src/node/manifest.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { CLI, runCli } from './spawn-cli.ts';

const RELEASE = 'Every Party branch became the Red Engine of production. New quality productive forces grow.\n';

const releases = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`in/${String(i).padStart(3, '0')}.txt`, `${RELEASE}${i}\n`]),
  );

const manifestOf = (folder: string) =>
  readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ManifestLine);

/** Runs where no file may grow beyond so many kilobytes, which cuts writes short and then refuses them, as a full disk does. */
function runWithin(kilobytes: number, args: readonly string[], cwd: string) {
  const quoted = [process.execPath, CLI, ...args].map((part) => `'${part}'`).join(' ');
  return new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile('bash', ['-c', `ulimit -f ${kilobytes}; exec ${quoted}`], { cwd }, (error, _, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr });
    });
  });
}

describe('an output folder that takes no more', () => {
  test('ends the run with a message; the next run goes on from the journal and misses nothing', async () => {
    const cwd = temporaryFolder(releases(60));
    const args = ['annotate', 'in', '--out', 'out', '-f', 'csv', '--jobs', '2', '-q'];
    const { code, stderr } = await runWithin(16, args, cwd);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(/^tifa: --out: out: .*: mend that and start again, what was done .*stays done\n$/),
    });
    expect(existsSync(join(cwd, 'out/.tifa-journal.jsonl'))).toBe(true);
    const again = await runCli(['annotate', 'in', '--out', 'out', '-f', 'csv'], { cwd });
    expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(/[1-9]\d* unchanged/) });
    expect(manifestOf(join(cwd, 'out')).map(({ status }) => status)).toEqual(Array(60).fill('ok'));
  }, 60_000);

  test('costs each document only this run, and the message names the output', async () => {
    const cwd = temporaryFolder({ ...releases(2), 'out/001.txt.json/x': 'a folder with the name of an output' });
    const args = ['annotate', 'in', '--out', 'out', '--jobs', '1'];
    const { code, stderr } = await runWithin(8, args, cwd);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringContaining('in/000.txt: out/000.txt.json cannot be written: larger than the system lets'),
    });
    expect(manifestOf(join(cwd, 'out'))[0]).toEqual({
      path: '000.txt',
      status: 'failed',
      error: { code: 'not-written', detail: expect.any(String) },
    });
    const again = await runCli(args, { cwd });
    expect(again).toMatchObject({ code: 3, stderr: expect.stringContaining('1 document annotated, 1 failed') });
    expect(again.stderr).toContain('in/001.txt: out/001.txt.json cannot be written: a folder has its name');
    rmSync(join(cwd, 'out/001.txt.json'), { recursive: true });
    expect(await runCli(args, { cwd })).toMatchObject({ code: 0, stderr: expect.stringContaining('1 unchanged') });
  }, 60_000);

  test.skipIf(!existsSync('/dev/shm'))('a folder that is a link to another disk is told of plainly', async () => {
    const elsewhere = mkdtempSync('/dev/shm/tifa-test-');
    onTestFinished(() => rmSync(elsewhere, { recursive: true }));
    const cwd = temporaryFolder({ 'in/linked/a.txt': RELEASE, 'out/.keep': '' });
    symlinkSync(elsewhere, join(cwd, 'out/linked'));
    const { stderr } = await runCli(['annotate', 'in', '--out', 'out', '-q'], { cwd });
    expect(stderr).toContain('out/linked/a.txt.json cannot be written: its folder is a link to another disk');
  });
});

test('a line that is torn swallows no other', () => {
  const journal = join(temporaryFolder(), 'journal');
  writeFileSync(journal, '{"path":"torn","sta');
  new Journal(journal).note({ path: 'a', status: 'skipped', detail: 'x' });
  expect(readFileSync(journal, 'utf8').split('\n')).toContain('{"path":"a","status":"skipped","detail":"x"}');
});
