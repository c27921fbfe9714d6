import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { runCli } from './spawn-cli.ts';

const PARTY =
  'The Party committee stressed the Two Establishes, the Four Confidences and the new development philosophy. ';
const cwd = temporaryFolder({
  'in/a.txt': `${PARTY}It put the “three polishings” into practice: polish the hall, polish the shaft, and polish the mine.\n`,
  'in/b.txt': `${PARTY}The branch praised the “three polishings”.\n`,
  'in/c.txt': 'The mill sold two hundred tonnes.\n',
  'in/broken.txt': new Uint8Array([0xff, 0xfe, 0xff]),
});

test('wordings that no entry lists, those of most documents first, with draft files', async () => {
  const { code, stdout, stderr } = await runCli(['discover', 'in', '--out', 'drafts', '--format', 'jsonl'], { cwd });
  const [first] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ text: 'three polishings', kind: 'numbered', documents: 2, occurrences: 2 });
  expect(first.items).toHaveLength(3);
  expect(stdout).not.toContain('Establishes');
  expect(stderr).toContain('documents read');
  expect(code).toBe(3);
  expect(readdirSync(join(cwd, 'drafts'))).toContain('three-polishings.yaml');
  expect(readFileSync(join(cwd, 'drafts', 'three-polishings.yaml'), 'utf8')).toContain('label: "three polishings"');
  const again = await runCli(['discover', 'in', '--out', 'drafts'], { cwd });
  expect(again.stderr).toContain('give an empty folder');
});

test('annotate --discover prints them as new', async () => {
  const { stdout } = await runCli(['annotate', 'in/a.txt', '--discover', '--format', 'line'], { cwd });
  expect(stdout).toMatch(/in\/a\.txt:1:\d+: new \[numbered 0\.\d\d\] "three polishings"/);
});

test.each([
  [['discover', 'in', '--limit', 'x'], '--limit'],
  [['discover', 'in', '--min-documents', '0'], '--min-documents'],
  [['annotate', 'in', '--discover', '--format', 'csv'], '--discover'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await runCli(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
