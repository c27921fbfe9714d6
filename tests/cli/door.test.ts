import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/annotate/options.ts';
import { ENGINE_VERSION } from '../../src/version.ts';
import { runCli } from './spawn-cli.ts';

const SOURCES = join(import.meta.dirname, '..', '..', 'src', 'cli');
const MAIN = join(SOURCES, 'main.ts');

test('help comes on standard output, examples first', async () => {
  const { code, stdout, stderr } = await runCli(['--help']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Examples:\n {2}tifa annotate/);
  for (const command of ['annotate', 'lookup', 'show', 'terms', 'explain', 'lexicon', 'serve']) {
    expect(stdout).toContain(`  ${command} `);
    expect((await runCli([command, '--help'])).stdout).toContain(`Usage: tifa ${command}`);
  }
});

test('the defaults that help names are those in force', async () => {
  const { stdout } = await runCli(['annotate', '--help']);
  expect(stdout.replace(/\s+/g, ' ')).toContain(`(default: ${DEFAULT_OPTIONS.layers.join(',')})`);
  expect(stdout.replace(/\s+/g, ' ')).toContain(`0 to 1 (default: "${DEFAULT_OPTIONS.minConfidence}")`);
  expect(stdout.replace(/\s+/g, ' ')).toContain(`those inside others (default: "${DEFAULT_OPTIONS.overlap}")`);
});

test('the version is that of the package', async () => {
  const manifest = readFileSync(join(SOURCES, '..', '..', 'package.json'), 'utf8');
  expect((await runCli(['--version'])).stdout).toBe(`${ENGINE_VERSION}\n`);
  expect(JSON.parse(manifest)).toMatchObject({ version: ENGINE_VERSION, bin: { tifa: 'dist/src/cli/main.js' } });
});

describe('wrong usage ends with 2, says nothing on standard output, and names the way out', () => {
  test.each([
    [['anotate'], /unknown command 'anotate'\n\(Did you mean annotate\?\)/],
    [['annotate', '--fromat', 'json'], /unknown option '--fromat'\n\(Did you mean --format\?\)/],
    [['annotate', '-', '--format', 'jsno'], /--format: "jsno" is none of pretty.*Did you mean json/],
    [['annotate', '-', '--layer', 'formulations'], /--layer.*Did you mean formulation\?/],
    [['annotate', '-', '--subject', 'rare-earth'], /--subject.*Did you mean rare-earths\?/],
    [['annotate', '-', '--min-confidence', '2'], /--min-confidence: "2" is not a number from 0 to 1/],
    [['annotate', '-', '--min-confidence', ''], /--min-confidence/],
    [['annotate', '-', '--overlap', 'both'], /--overlap: "both" is none of longest, all/],
    [['annotate', '-', '--encoding', 'gb18031'], /--encoding: "gb18031" is not known/],
    [['annotate', '-', '--offset-encoding', 'utf-8', '--format', 'line'], /line prints no offsets/],
    [['annotate', '-', '--explain', '--format', 'csv'], /--explain needs a format/],
    [['annotate', '-', '--terms', 'none', '--format', 'html'], /--terms none/],
    [['annotate', '-', '--bom', '--format', 'json'], /--bom is for csv/],
    [['annotate', '-', '--fail-on', 'term:red-engin'], /--fail-on term.*Did you mean red-engine\?/],
    [['annotate', '-', '--fail-on', 'layer'], /--fail-on: write layer:<value>/],
    [['annotate', '-', '--out', MAIN, '--format', 'json'], /is a file, not a folder/],
    [['annotate', '-', '--out', 'x', '--format', 'pretty'], /--out writes files/],
    [['annotate', '-', '-'], /"-" can be read only once/],
    [['annotate', '-', '-', '--format', 'html'], /only once/],
    [['annotate', 'a.txt', 'b.txt', '--format', 'html'], /html is one file for one document/],
    [['annotate', 'a.txt', '--from', 'jsonl'], /--from jsonl reads standard input/],
    [['annotate', '--from', 'jsonl', '--out', 'x'], /leave --out away/],
    [['annotate', '-', '--metadata', 'no.csv'], /--metadata: no\.csv: no such file/],
    [['lookup'], /missing required argument 'query'/],
    [['lookup', ' '], /the query is empty/],
    [['lookup', 'x', '--limit', '0'], /--limit: "0" is not a whole number/],
    [['show', 'red-engin'], /no entry "red-engin"\. Did you mean red-engine/],
    [['explain', 'release.txt'], /is no place: write FILE:LINE:COLUMN/],
    [['lexicon', 'chek'], /unknown command 'chek'/],
    [['serve', '--port', '99999'], /--port: "99999" is not a whole number/],
  ])('tifa %j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

test('an older Node gets one clear line', async () => {
  const old =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
  expect(await runCli(['--help'], { node: ['--import', old] })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'tifa: needs Node 24 or later; this is Node 20.20.2\n',
  });
});

test('nothing is imported before the version of Node is known', () => {
  expect(readFileSync(MAIN, 'utf8')).not.toMatch(/^import\b/m);
});

/** Prints the address of every module that is loaded, on standard error. */
const TRACE = `data:text/javascript,${encodeURIComponent(
  "import {registerHooks} from 'node:module'; registerHooks({load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context); }});",
)}`;

test('help loads no detector, and annotate loads neither zod, yaml, natural nor wink on the way to its first result', async () => {
  const help = await runCli(['--help'], { node: ['--import', TRACE] });
  expect(help.stderr).toContain('/commander/');
  expect(help.stderr).not.toMatch(/\/(?:match|context|formats|node)\/[a-z-]+\.js/);
  const input = 'Every Party branch should become a Red Engine, the Baogang Party committee said.';
  const { stdout, stderr } = await runCli(['annotate', '-'], { node: ['--import', TRACE], input });
  expect(stdout).toContain('red-engine');
  expect(stderr).toContain('/match/scan.js');
  expect(stderr).not.toMatch(/node_modules\/(?:zod|yaml|natural|wink-nlp|compromise|express|minisearch)\//);
});
