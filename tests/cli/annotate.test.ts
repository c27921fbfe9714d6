import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/formats/parse-csv.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { bytesOf, runCli } from './spawn-cli.ts';

const RELEASE =
  'Every Party branch became a Red Engine, said the Party secretary.\nWe build the two rare earth bases.\n';
const CHINESE = '公司服务自治区“两个稀土基地”建设。\n';
/** 稀土 in gb18030: no UTF-8. */
const GB = new Uint8Array([0xcf, 0xa1, 0xcd, 0xc1]);

const cwd = temporaryFolder({
  'release.txt': RELEASE,
  'plain.txt': 'The museum opens at nine.\n',
  'gb.txt': GB,
  'scan.tiff': 'x',
  'in/2024/a.txt': RELEASE,
  'in/b.md': CHINESE,
  'in/c.tiff': 'x',
  'mixed/a.txt': RELEASE,
  'mixed/gb.txt': GB,
  'empty/none.bin': 'x',
});

const run = (args: string[], input?: string) =>
  runCli(['annotate', ...args], { cwd, ...(input === undefined ? {} : { input }) });

describe('formats', () => {
  test('a pipe gets lines; a file and standard input give the same mentions', async () => {
    const file = await run(['release.txt']);
    const piped = await run([], RELEASE);
    expect(file.code).toBe(0);
    expect(file.stderr).toBe('');
    expect(file.stdout).toMatch(
      /^release\.txt:1:29: red-engine \[formulation party-building \w+ 0\.\d\d\] "Red Engine"\n/,
    );
    expect(file.stdout).toMatch(/^release\.txt:2:14: two-rare-earth-bases .*"two rare earth bases"$/m);
    expect(piped.stdout).toBe(file.stdout.replaceAll('release.txt:', '-:'));
  });

  test('json is one object for one document and an array for more, the same bytes each time', async () => {
    const one = await bytesOf(['annotate', 'release.txt', '-f', 'json'], { cwd });
    const result = JSON.parse(one.toString());
    expect(result).toMatchObject({
      id: 'release.txt',
      statistics: { mentions: 2 },
      document: { digest: expect.stringMatching(/^sha256-/) },
    });
    for (const { start, end, text } of result.mentions) expect(RELEASE.slice(start, end)).toBe(text);
    expect(await bytesOf(['annotate', 'release.txt', '-f', 'json'], { cwd })).toEqual(one);
    const { stdout } = await run(['release.txt', 'plain.txt', '-f', 'json']);
    const results = JSON.parse(stdout) as { id: string }[];
    expect(results.map(({ id }) => id)).toEqual(['release.txt', 'plain.txt']);
    expect(stdout).toBe(`[\n${results.map((each) => JSON.stringify(each, null, 2)).join(',\n')}\n]\n`);
    expect(one.toString()).toBe(`${JSON.stringify(results[0], null, 2)}\n`);
  });

  test('an empty result is valid in every format', async () => {
    expect(JSON.parse((await run(['empty', '-f', 'json'])).stdout)).toEqual([]);
    expect((await run(['empty', '-f', 'jsonl'])).stdout).toBe('');
    expect(parseCsv((await run(['plain.txt', '-f', 'csv'])).stdout)).toHaveLength(1);
    expect((await run(['plain.txt'])).stdout).toBe('');
    expect(JSON.parse((await run(['plain.txt', '-f', 'webanno'])).stdout)).toMatchObject({ total: 0 });
  });

  test('jsonl, csv, html, md and webanno', async () => {
    const lines = (await run(['in', '-f', 'jsonl', '-q'])).stdout.split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(['2024/a.txt', 'b.md']);
    const rows = parseCsv((await run(['in', '-f', 'csv', '--bom'])).stdout);
    expect(rows.map(({ cells }) => cells[0])).toEqual(['id', '2024/a.txt', '2024/a.txt', 'b.md']);
    expect((await run(['release.txt', '-f', 'HTML'])).stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect((await run(['release.txt', '-f', 'md'])).stdout).toContain('**Red Engine**[^red-engine]');
    expect(JSON.parse((await run(['release.txt', '-f', 'webanno'])).stdout)).toMatchObject({
      type: 'AnnotationCollection',
      total: 2,
    });
  });

  test('a byte order mark comes only when it is asked for', async () => {
    const mark = async (...more: string[]) =>
      (await bytesOf(['annotate', 'release.txt', '-f', 'csv', ...more], { cwd })).subarray(0, 3).toString('hex');
    expect(await mark('--bom')).toBe('efbbbf');
    expect(await mark()).toBe(Buffer.from('id,').toString('hex'));
  });

  test('colour is for those who ask for it', async () => {
    const args = ['annotate', 'release.txt', '-f', 'pretty'];
    const sequence = '\u001b[';
    expect((await runCli(args, { cwd })).stdout).not.toContain(sequence);
    expect((await runCli(args, { cwd, env: { FORCE_COLOR: '1' } })).stdout).toContain(sequence);
    expect((await runCli(args, { cwd, env: { NO_COLOR: '1' } })).stdout).not.toContain(sequence);
  });
});

describe('options', () => {
  test('offsets come in the unit that was asked for', async () => {
    const offsets = async (unit: string) => {
      const { stdout } = await run(['-', '-f', 'json', '--offset-encoding', unit], `🏭${CHINESE}`);
      const { start, end } = JSON.parse(stdout).mentions[0];
      return [start, end];
    };
    expect(await offsets('utf-16')).toEqual([10, 16]);
    expect(await offsets('utf-32')).toEqual([9, 15]);
    expect(await offsets('utf-8')).toEqual([28, 46]);
  });

  test('layers, subjects, confidence, overlap and terms reach the detector', async () => {
    const args = [
      '-f',
      'json',
      '--layer',
      'institution,analyst',
      '--layer',
      'formulation',
      '--subject',
      'rare-earths',
      '--min-confidence',
      '0.9',
    ];
    const { options, terms } = JSON.parse(
      (await run(['release.txt', ...args, '--overlap', 'all', '--terms', 'none'])).stdout,
    );
    expect(options).toMatchObject({
      layers: ['formulation', 'institution', 'analyst'],
      subjects: ['rare-earths'],
      minConfidence: 0.9,
      overlap: 'all',
      terms: 'none',
    });
    expect(terms).toBeUndefined();
  });

  test('explain adds what was turned down', async () => {
    const { stdout } = await run(['-', '--explain'], "The museum's red engine still runs on coal.");
    expect(stdout).toMatch(/^-:1:14: not red-engine \[evidence\] "red engine": /);
  });

  test('metadata reach results and tables; rows and documents that do not meet are told of', async () => {
    writeFileSync(join(cwd, 'm.csv'), 'path,company\n2024/a.txt,=Budungol\nnowhere.txt,X\n');
    const { stdout, stderr } = await run(['in', '-f', 'csv', '--metadata', 'm.csv']);
    const [header, first, , last] = parseCsv(stdout);
    expect(header?.cells.at(-1)).toBe('metadata.company');
    expect([first?.cells.at(-1), last?.cells.at(-1)]).toEqual(["'=Budungol", '']);
    expect(stderr).toContain('no document "nowhere.txt"');
    expect(stderr).toContain('in/b.md: no row');
  });
});

describe('exit codes', () => {
  test.each([
    [['release.txt'], 0],
    [['plain.txt', '--fail-on', 'any'], 0],
    [['release.txt', '--fail-on', 'any'], 1],
    [['release.txt', '--fail-on', 'layer:policy'], 0],
    [['release.txt', '--fail-on', 'subject:rare-earths,confidence:0.5'], 1],
    [['release.txt', '--fail-on', 'term:red-engine,subject:rare-earths'], 0],
    [['release.txt', '--fail-on', 'layer:policy', '--fail-on', 'term:red-engine'], 1],
    [['mixed'], 3],
    [['mixed', '--fail-on', 'any'], 3],
    [['release.txt', 'missing.txt'], 3],
    [['missing.txt'], 4],
    [['gb.txt'], 4],
    [['scan.tiff'], 4],
    [['empty'], 4],
  ])('%j ends with %i', async (args, code) => {
    expect((await run(args)).code).toBe(code);
  });
});

describe('documents that cannot be read', () => {
  test('are named on standard error with the way out, and the others are annotated', async () => {
    const { stdout, stderr } = await run(['mixed', 'scan.tiff', 'missing.txt']);
    expect(stdout).toMatch(/^mixed\/a\.txt:1:29/);
    expect(stderr).toMatch(/^tifa: mixed\/gb\.txt: not valid utf-8 in line 1: .*--encoding gb18030/m);
    expect(stderr).toMatch(/^tifa: scan\.tiff: no reader for \.tiff/m);
    expect(stderr).toMatch(/^tifa: missing\.txt: no such file or folder/m);
    expect(stderr).toMatch(/1 document annotated, 3 failed, 0 skipped/);
  });

  test('the way out works', async () => {
    expect(JSON.parse((await run(['gb.txt', '--encoding', 'gb18030', '-f', 'json'])).stdout)).toMatchObject({
      document: { han: 2, sourceDigest: expect.stringMatching(/^sha256-/) },
    });
  });

  test('files without a reader in a folder are passed over with a warning, unless it is to be quiet', async () => {
    expect((await run(['in'])).stderr).toMatch(/in\/c\.tiff: passed over: no reader for \.tiff/);
    expect((await run(['in', '--quiet'])).stderr).toBe('');
  });
});

describe('an output folder', () => {
  test('gets a file for each document, the manifest and the summary', async () => {
    const { code, stdout, stderr } = await run(['in', '--out', 'out']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('2 documents annotated, 0 failed, 1 skipped, 3 mentions → out');
    const files = readdirSync(join(cwd, 'out'), { recursive: true }).map(String).sort();
    expect(files).toEqual(['2024', '2024/a.txt.json', 'b.md.json', 'manifest.jsonl', 'report.html', 'summary.csv']);
    expect(JSON.parse(readFileSync(join(cwd, 'out/2024/a.txt.json'), 'utf8')).id).toBe('2024/a.txt');
    const manifest = readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(manifest.map(({ path, status }) => `${path} ${status}`)).toEqual([
      '2024/a.txt ok',
      'b.md ok',
      'c.tiff skipped',
    ]);
    const [header, a] = parseCsv(readFileSync(join(cwd, 'out/summary.csv'), 'utf8'));
    expect(a?.cells[header?.cells.indexOf('red-engine') ?? -1]).toBe('1');
  });

  test('a second run gives the same bytes', async () => {
    await run(['in', '--out', 'twice', '-f', 'html']);
    const read = () =>
      ['b.md.html', 'manifest.jsonl', 'summary.csv'].map((file) => readFileSync(join(cwd, 'twice', file), 'utf8'));
    const first = read();
    await run(['in', '--out', 'twice', '-f', 'html']);
    expect(read()).toEqual(first);
  });

  test('is not read again when it lies in the folder that is read, and may not be that folder', async () => {
    mkdirSync(join(cwd, 'nest'));
    writeFileSync(join(cwd, 'nest/a.txt'), RELEASE);
    await run(['nest', '--out', 'nest/out', '-f', 'html']);
    const { stderr } = await run(['nest', '--out', 'nest/out', '-f', 'html']);
    expect(stderr).toContain('0 documents annotated, 0 failed, 0 skipped, 1 unchanged');
    expect((await run(['nest', '--out', './nest'])).code).toBe(2);
  });

  test('two inputs of one name do not overwrite one another', async () => {
    const { code, stderr } = await run(['release.txt', 'mixed/a.txt', 'nest', '--out', 'clash']);
    expect(code).toBe(3);
    expect(stderr).toContain('a.txt.json is the output of another document');
  });
});
