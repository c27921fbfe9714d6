import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/formats/parse-csv.ts';
import { temporaryFolder } from '../node/temporary-folder.ts';
import { runCli } from './spawn-cli.ts';

const entry = (id: string, gloss: string, form: string) => `id: ${id}
layer: institution
label: ${id}
zh: { hans: 党委, hant: 黨委, pinyin: dǎngwěi, status: attested }
gloss: ${gloss}
definition: { text: A committee., sources: [ report ] }
forms:
  en: [ { text: ${form}, status: attested } ]
  zh: [ ]
distinctive: true
examples: { match: [ "The [[${form}]] met." ] }
`;
const SOURCES = `- { id: report, title: Report, publisher: Xinhua, kind: state-media, date: "2024", url: "https://example.org/r", language: en }
`;
const folder = temporaryFolder({
  'old/lexicon.yaml': 'version: 2026.10.0\ntitle: Old\nlicence: CC-BY-4.0\n',
  'old/retired.yaml': '[]\n',
  'old/sources.yaml': SOURCES,
  'old/terms/institutions/committee.yaml': entry('committee', 'A committee.', 'party committee'),
  'old/terms/institutions/gone.yaml': entry('gone', 'Gone.', 'party cell group'),
  'new/lexicon.yaml': 'version: 2026.11.0\ntitle: New\nlicence: CC-BY-4.0\n',
  'new/retired.yaml': '- { id: gone, successor: committee, on: "2026-11-01", why: the same concept }\n',
  'new/sources.yaml': SOURCES,
  'new/terms/institutions/committee.yaml': entry('committee', 'Another gloss.', 'party standing committee'),
  'broken/sources.yaml': SOURCES,
  'broken/terms/institutions/wrong.yaml': 'id: wrong\nlayr: institution\n',
  'notes/readme.txt': 'x',
});
const run = (...args: string[]) => runCli(args, { cwd: folder });

describe('lookup', () => {
  test('answers in English, Chinese and pinyin', async () => {
    for (const query of ['red engine', '紅色引擎', 'hongse yinqing']) {
      const { terms } = JSON.parse((await run('lookup', query, '-f', 'json')).stdout);
      expect(terms[0]).toMatchObject({ id: 'red-engine', zh: { hans: '红色引擎' }, subject: 'party-building' });
    }
  });

  test('gives lines to a pipe, and no more than asked for', async () => {
    const { stdout, stderr } = await run('lookup', 'party', '--limit', '2');
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stdout.split('\t')).toHaveLength(13);
    expect(stderr).toMatch(/terms found, 2 shown/);
  });

  test('finding nothing is no error, and is said on standard error', async () => {
    const { code, stdout, stderr } = await run('lookup', 'zzzz', '-f', 'json');
    expect({ code, found: JSON.parse(stdout) }).toEqual({ code: 0, found: { query: 'zzzz', terms: [], total: 0 } });
    expect(stderr).toMatch(/^tifa: no entry for "zzzz"\./);
  });
});

describe('show and terms', () => {
  test('an entry is shown by id, label or Chinese', async () => {
    const byId = await run('show', 'red-engine');
    expect(byId.stdout).toMatch(/^Red Engine\n红色引擎 · 紅色引擎 · hóngsè yǐnqíng/);
    expect(byId.stdout).toContain('Where official usage differs:');
    expect((await run('show', 'Red', 'Engine')).stdout).toBe(byId.stdout);
    expect((await run('show', '红色引擎')).stdout).toBe(byId.stdout);
    expect(JSON.parse((await run('show', 'red-engine', '-f', 'json')).stdout).id).toBe('red-engine');
  });

  test('terms are one line each, in both formats', async () => {
    const lines = (await run('terms')).stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const key of ['id', 'layer', 'label', 'subject', 'gloss', 'forms']) expect(lines[0]).toHaveProperty(key);
    const rows = parseCsv((await run('terms', '-f', 'csv')).stdout);
    expect(rows.slice(1).map(({ cells }) => cells[0])).toEqual(lines.map(({ id }) => id));
    const analyst = (await run('terms', '--layer', 'analyst')).stdout.trimEnd().split('\n');
    expect(analyst).toHaveLength(lines.filter(({ layer }) => layer === 'analyst').length);
  });
});

describe('lexicon check', () => {
  test('names every problem by file, line and column, and ends with 1', async () => {
    const { code, stdout, stderr } = await run('lexicon', 'check', 'broken');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^broken\/terms\/institutions\/wrong\.yaml:\d+:\d+: schema: .*layr/m);
    const places = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(': ')[0]);
    expect(places).toEqual([...places].sort());
    expect(stderr).toMatch(/problems?$/m);
    expect(JSON.parse((await run('lexicon', 'check', 'broken', '-f', 'json')).stdout)).toHaveLength(places.length);
  });

  test('a folder that holds none, or is not there, ends with 4', async () => {
    expect(await run('lexicon', 'check', 'notes')).toMatchObject({
      code: 4,
      stderr: 'tifa: notes: no YAML file lies there\n',
    });
    expect((await run('lexicon', 'check', 'nowhere')).code).toBe(4);
  });
});

describe('lexicon stats and diff', () => {
  test('stats count entries, forms and shares', async () => {
    const stats = JSON.parse((await run('lexicon', 'stats', 'old', '-f', 'json')).stdout);
    expect(stats).toMatchObject({
      version: '2026.10.0',
      entries: 2,
      layers: { institution: 2 },
      forms: { en: 2, zh: 0 },
      entriesWith: { sources: 2, origin: 0, reviewed: 0 },
    });
    expect((await run('lexicon', 'stats', 'old')).stdout).toMatch(/^institutions +0 +0 +2 +0 +2$/m);
    expect((await run('lexicon', 'stats')).stdout).toMatch(/^Lexicon 20\d\d\./);
  });

  test('diff tells what was added, removed with its successor, and changed', async () => {
    const { stdout } = await run('lexicon', 'diff', 'old', 'new');
    expect(stdout).toContain('Lexicon 2026.10.0 → 2026.11.0: entries 0 added, 1 removed, 1 changed');
    expect(stdout).toContain('- gone  gone (successor: committee)');
    expect(stdout).toContain('gloss: - A committee.');
    expect(stdout).toContain('gloss: + Another gloss.');
    expect(stdout).toMatch(/forms\.en: \+ .*party standing committee/);
    expect(JSON.parse((await run('lexicon', 'diff', 'new', 'new', '-f', 'json')).stdout).entries).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });

  test('what is no lexicon is refused', async () => {
    expect(await run('lexicon', 'stats', join('notes', 'readme.txt'))).toMatchObject({ code: 4, stdout: '' });
    expect((await run('lexicon', 'diff', 'nowhere')).stderr).toBe('tifa: nowhere: no such file or folder\n');
  });
});
