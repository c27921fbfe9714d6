import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { isInShard } from '../../src/cli/batch/plan.ts';
import { LineIndex } from '../../src/node/line-index.ts';
import type { ManifestLine } from '../../src/node/manifest.ts';
import { FIXTURES } from '../documents/fixtures.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { exitOf, runCli, startCli } from './spawn-cli.ts';

const RELEASE = 'Every Party branch became the Red Engine of production. New quality productive forces grow.\n';
const DOCUMENTS = 120;

function filledFolder(): string {
  const cwd = temporaryFolder();
  for (const folder of ['a', 'b']) mkdirSync(join(cwd, 'in', folder), { recursive: true });
  for (let i = 0; i < DOCUMENTS; i++) {
    writeFileSync(
      join(cwd, 'in', i % 2 === 0 ? 'a' : 'b', `${String(i).padStart(3, '0')}.txt`),
      `${RELEASE.repeat(40)}${i}\n`,
    );
  }
  cpSync(join(FIXTURES, 'pandoc.docx'), join(cwd, 'in/b/pandoc.docx'));
  writeFileSync(join(cwd, 'in/broken.pdf'), '%PDF-1.7\nnothing');
  return cwd;
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

const contents = (folder: string) =>
  Object.fromEntries(filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));

const manifestOf = (folder: string) =>
  readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ManifestLine);

const journalLines = (file: string) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
    : [];

describe('a batch', () => {
  test('killed at any moment and run again, ends as if it had never been killed, and does nothing twice', async () => {
    const cwd = filledFolder();
    const options = { cwd };
    // The last document does not end before somebody writes it: so no run is over before it is killed.
    const pipe = join(cwd, 'last');
    execFileSync('mkfifo', [pipe]);
    const run = (out: string, ...more: string[]) => ['annotate', 'in', 'last', '--out', out, '--jobs', '2', ...more];
    const toTheEnd = async (args: string[]) => {
      const [result] = await Promise.all([runCli(args, options), writeFile(pipe, RELEASE)]);
      return result;
    };
    expect((await toTheEnd(run('whole', '-q'))).code).toBe(3);
    const journal = join(cwd, 'out/.tifa-journal.jsonl');
    let done: string[] = [];
    for (const least of [5, 40]) {
      const child = startCli(run('out', '-q'), options);
      child.stdin.end();
      while (journalLines(journal).length < least && child.exitCode === null) await setTimeout(10);
      child.kill('SIGKILL');
      await exitOf(child);
      done = journalLines(journal);
      expect(existsSync(join(cwd, 'out/manifest.jsonl'))).toBe(false);
    }
    const finished = done.map((line) => JSON.parse(line) as ManifestLine).filter(({ status }) => status === 'ok');
    expect(new Set(finished.map(({ path }) => path)).size).toBe(finished.length);
    const times = finished.map(({ path }) => statSync(join(cwd, 'out', `${path}.json`)).mtimeMs);
    const { code, stderr } = await toTheEnd(run('out'));
    expect(code).toBe(3);
    expect(stderr).toContain(`${finished.length} unchanged`);
    expect(finished.map(({ path }) => statSync(join(cwd, 'out', `${path}.json`)).mtimeMs)).toEqual(times);
    expect(contents(join(cwd, 'out'))).toEqual(contents(join(cwd, 'whole')));
  }, 120_000);

  test('does again what has changed: a document, the options; failures only when asked to', async () => {
    const cwd = temporaryFolder({ 'in/a.txt': RELEASE, 'in/b.txt': RELEASE, 'in/bad.pdf': 'no' });
    const run = async (...more: string[]) =>
      (await runCli(['annotate', 'in', '--out', 'out', ...more], { cwd })).stderr;
    await run();
    expect(await run()).toMatch(/0 documents annotated, 1 failed, 0 skipped, 2 unchanged/);
    writeFileSync(join(cwd, 'in/b.txt'), `${RELEASE}More.`);
    expect(await run()).toMatch(/1 document annotated, 1 failed, 0 skipped, 1 unchanged/);
    expect(await run('--min-confidence', '0.9')).toMatch(/2 documents annotated/);
    expect(await run('--min-confidence', '0.9')).toMatch(/failed before/);
    writeFileSync(join(cwd, 'in/bad.pdf'), readFileSync(join(FIXTURES, 'chromium.pdf')));
    expect(await run('--min-confidence', '0.9', '--retry-failed')).toMatch(
      /1 document annotated, 0 failed, 0 skipped, 2 unchanged/,
    );
  }, 60_000);

  test('gives each document back in its own format, with summary and report', async () => {
    const cwd = temporaryFolder();
    cpSync(FIXTURES, join(cwd, 'in'), { recursive: true });
    const { code } = await runCli(['annotate', 'in', '--out', 'out', '--format', 'same', '-q'], { cwd });
    expect(code).toBe(0);
    const files = filesOf(join(cwd, 'out'));
    expect(files).toEqual(
      expect.arrayContaining(['pandoc.annotated.docx', 'chromium.annotated.pdf', 'release.annotated.md']),
    );
    const report = readFileSync(join(cwd, 'out/report.html'), 'utf8');
    for (const part of [
      'By term',
      'By company',
      'By date',
      'By theme',
      'By document',
      '<svg',
      '红色引擎',
      'Example Steel Group',
    ]) {
      expect(report).toContain(part);
    }
    expect(report).not.toMatch(/<script|src=|https?:\/\/[^"]*\.(?:js|css)/);
    expect(manifestOf(join(cwd, 'out')).map(({ path }) => path)).toEqual(readdirSync(FIXTURES).sort());
  }, 60_000);
});

describe('shards', () => {
  test('never share a document and together have all', async () => {
    const names = Array.from({ length: 500 }, (_, i) => `folder/${i}.docx`);
    const counts = names.map((name) => [1, 2, 3].filter((index) => isInShard(name, { index, count: 3 })).length);
    expect(counts.every((count) => count === 1)).toBe(true);
    expect(names.filter((name) => isInShard(name, { index: 2, count: 3 })).length).toBeGreaterThan(100);
  });

  test('write beside one another; lists keep whole paths', async () => {
    const cwd = temporaryFolder({ 'x/a.txt': RELEASE, 'y/a.txt': RELEASE, 'y/b.txt': RELEASE });
    const list = 'x/a.txt\0./y/a.txt\0y/b.txt\0';
    for (const shard of ['1/2', '2/2']) {
      const run = await runCli(['annotate', '--files-from', '-', '--out', 'out', '--shard', shard, '-q'], {
        cwd,
        input: list,
      });
      expect(run.code).toBe(0);
    }
    const files = filesOf(join(cwd, 'out'));
    expect(files.filter((file) => file.endsWith('.json'))).toEqual(['x/a.txt.json', 'y/a.txt.json', 'y/b.txt.json']);
    expect(files).toContain('manifest-2-of-2.jsonl');
  }, 60_000);

  test.each([
    [['in', '--shard', '3/2', '--out', 'o'], /not a part of a whole/],
    [['in', '--jobs', '2'], /with --out/],
    [['in', '--files-from', 'list', '--out', 'o'], /give no others/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await runCli(['annotate', ...args], {
      cwd: temporaryFolder({ 'in/a.txt': 'x', list: 'in/a.txt' }),
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
  });
});

test('a torn last line of a journal is passed over, and of two lines the later counts', () => {
  const folder = temporaryFolder({
    journal:
      '{"path":"a","status":"skipped","detail":"1"}\n{"path":"a","status":"skipped","detail":"2"}\n{"path":"b","st',
  });
  const index = new LineIndex();
  index.addFile(join(folder, 'journal'));
  index.addFile(join(folder, 'not there'));
  expect(index.get('a')).toMatchObject({ detail: '2' });
  expect(index.get('b')).toBeUndefined();
  index.close();
});
