import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { exitOf, runCli, startCli } from './spawn-cli.ts';

const SENTENCE = 'Every Party branch became a Red Engine of the two rare earth bases, said the Party secretary.\n';
const MANY = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`many/${i}.txt`, SENTENCE.repeat(60)]));
const cwd = temporaryFolder(MANY);

describe('standard output', () => {
  test('a slow reader gets every byte', async () => {
    const { stdout: expected } = await runCli(['annotate', 'many', '-f', 'jsonl', '-q'], { cwd });
    const child = startCli(['annotate', 'many', '-f', 'jsonl', '-q'], { cwd });
    child.stdin.end();
    const chunks: Buffer[] = [];
    // Nothing is read until long after the pipe is full; then a piece at a time.
    await setTimeout(1500);
    for await (const chunk of child.stdout) {
      chunks.push(chunk);
      if (chunks.length % 20 === 0) await setTimeout(1);
    }
    expect(await exitOf(child)).toBe(0);
    expect(expected.length).toBeGreaterThan(2 ** 20);
    expect(Buffer.concat(chunks).toString()).toBe(expected);
  });

  test.each([[['annotate', 'many', '-f', 'jsonl']], [['annotate', 'many', '-f', 'csv']], [['terms']]])(
    'a reader that goes ends %j quietly',
    async (args) => {
      const child = startCli(args, { cwd });
      child.stdin.end();
      const stderr = createInterface(child.stderr);
      const said: string[] = [];
      stderr.on('line', (line) => said.push(line));
      await once(child.stdout, 'readable');
      child.stdout.destroy();
      expect(await exitOf(child)).toBe(0);
      expect(said).toEqual([]);
    },
  );
});

describe('--from jsonl', () => {
  const lineOf = (id: string, text = SENTENCE) => `${JSON.stringify({ id, text })}\n`;

  test('gives one line for each, in order, and a bad line does not stop the rest', async () => {
    const input = `${lineOf('a')}not json\n\n${lineOf('b', '')}{"id":"c"}\n${lineOf('d')}`;
    const { code, stdout, stderr } = await runCli(['annotate', '--from', 'jsonl', '--terms', 'none'], { input });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(3);
    expect(lines.map(({ id, line, error }) => [id, line, error?.code])).toEqual([
      ['a', undefined, undefined],
      [undefined, 2, 'bad-line'],
      ['b', undefined, undefined],
      ['c', 5, 'bad-line'],
      ['d', undefined, undefined],
    ]);
    expect(stderr).toMatch(/^tifa: line 2: not JSON/m);
    expect(stderr).toMatch(/^tifa: line 5 \(c\): \/text is missing/m);
  });

  test('each result is there before the next line is written', async () => {
    const child = startCli(['annotate', '--from', 'jsonl', '-q']);
    const results = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const id of ['first', 'second']) {
      child.stdin.write(lineOf(id));
      const { value } = await results.next();
      expect(JSON.parse(String(value)).id).toBe(id);
    }
    child.stdin.end();
    expect(await exitOf(child)).toBe(0);
  });

  test('metadata come back with the result', async () => {
    const input = '{"id":"a","text":"x","metadata":{"company":"B"}}\n';
    const { stdout } = await runCli(['annotate', '--from', 'jsonl'], { input });
    expect(JSON.parse(stdout).document.metadata).toEqual({ company: 'B' });
  });

  test('no lines give no results, and only bad ones end with 4', async () => {
    expect(await runCli(['annotate', '--from', 'jsonl', '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await runCli(['annotate', '--from', 'jsonl'], { input: 'x\n' })).code).toBe(4);
  });

  test('a reader that goes ends it, though the input stays open', async () => {
    const child = startCli(['annotate', '--from', 'jsonl', '-q']);
    child.stdin.on('error', () => {});
    child.stdin.write(lineOf('a'));
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    child.stdin.write(lineOf('b'));
    expect(await exitOf(child)).toBe(0);
  });
});

describe('an interruption', () => {
  test('finishes the document, writes manifest and summary, and ends with 130', async () => {
    const pipe = join(cwd, 'slow');
    execFileSync('mkfifo', [pipe]);
    const args = ['annotate', 'many/0.txt', 'slow', 'many', '--out', 'interrupted', '-f', 'jsonl', '--jobs', '1'];
    const child = startCli(args, { cwd });
    child.stdin.end();
    // This waits for the command to read it, and the command for what is written.
    const writer = await open(pipe, 'w');
    child.kill('SIGINT');
    await setTimeout(500);
    await writer.writeFile(SENTENCE);
    await writer.close();
    expect(await exitOf(child)).toBe(130);
    const out = join(cwd, 'interrupted');
    const written = readdirSync(out).filter((name) => name.endsWith('.jsonl') && name !== 'manifest.jsonl');
    expect(written).toEqual(expect.arrayContaining(['0.txt.jsonl', 'slow.jsonl']));
    expect(written.length).toBeLessThan(61);
    const manifest = readFileSync(join(out, 'manifest.jsonl'), 'utf8').trimEnd().split('\n');
    expect(manifest).toHaveLength(written.length);
    expect(readFileSync(join(out, 'summary.csv'), 'utf8')).toContain('\nslow,');
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('ends a command that waits for its input', async () => {
    const child = startCli(['annotate', '--from', 'jsonl']);
    child.stdin.write(`${JSON.stringify({ id: 'a', text: 'x' })}\n`);
    await once(child.stdout, 'readable');
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(130);
  });
});
