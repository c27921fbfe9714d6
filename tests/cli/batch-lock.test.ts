import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../src/cli/batch/lock.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { exitOf, runCli, startCli } from './spawn-cli.ts';

const RELEASE = 'Every Party branch became the Red Engine of production.\n';

/** The number of a process that has ended. */
const deadProcess = () => spawnSync(process.execPath, ['--version']).pid;

describe('the lock of an output folder', () => {
  test('keeps a second run out until the first has ended or was interrupted', async () => {
    const cwd = temporaryFolder({ 'in/a.txt': RELEASE });
    // Nobody writes to it for as long as the test wants.
    execFileSync('mkfifo', [join(cwd, 'waits')]);
    const first = startCli(['annotate', 'in', 'waits', '--out', 'out', '--jobs', '1', '-q'], { cwd });
    onTestFinished(() => void first.kill('SIGKILL'));
    first.stdin.end();
    const lock = join(cwd, 'out/.tifa-lock');
    while (!existsSync(join(cwd, 'out/a.txt.json')) && first.exitCode === null) await setTimeout(10);
    const second = await runCli(['annotate', 'in', '--out', 'out'], { cwd });
    expect(second).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`--out: another run writes to out (process ${first.pid})`),
    });
    expect((await runCli(['annotate', 'in', '--out', 'out', '--shard', '1/1', '-q'], { cwd })).code).toBe(0);
    first.kill('SIGINT');
    writeFileSync(join(cwd, 'waits'), RELEASE);
    expect(await exitOf(first)).toBe(130);
    expect(existsSync(lock)).toBe(false);
  }, 60_000);

  test('is taken over from a run that was killed, and is gone at the end', async () => {
    const cwd = temporaryFolder({ 'in/a.txt': RELEASE, 'out/.tifa-lock': `${deadProcess()}\n` });
    expect((await runCli(['annotate', 'in', '--out', 'out', '-q'], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, 'out/.tifa-lock'))).toBe(false);
  });

  test('holds the process; one that says nothing for long, or this very process, is nobody else', async () => {
    const out = temporaryFolder();
    const lock = join(out, '.lock');
    const unlock = lockFolder(out, lock);
    expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}\n`);
    lockFolder(out, lock);
    unlock();
    expect(existsSync(lock)).toBe(false);
    writeFileSync(lock, `${process.ppid}\n`);
    expect(() => lockFolder(out, lock)).toThrow(`process ${process.ppid}`);
    unlock();
    expect(existsSync(lock)).toBe(true);
    writeFileSync(lock, '');
    expect(() => lockFolder(out, lock)).toThrow('process unknown');
    await setTimeout(2100);
    lockFolder(out, lock);
    expect(readFileSync(lock, 'utf8')).toBe(`${process.pid}\n`);
  });
});
