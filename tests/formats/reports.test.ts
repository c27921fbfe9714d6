import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson, formatJsonLine, formatJsonPieces } from '../../src/formats/json.ts';
import { formatLines } from '../../src/formats/line.ts';
import { formatMentionCsv, MENTION_COLUMNS, mentionCsvHeader } from '../../src/formats/mention-csv.ts';
import { unpainted } from '../../src/formats/paint.ts';
import { parseCsv } from '../../src/formats/parse-csv.ts';
import { formatPretty } from '../../src/formats/pretty.ts';
import { SummaryTable } from '../../src/formats/summary-csv.ts';
import { annotatedLine } from '../../src/node/manifest.ts';
import { annotated } from './annotated.ts';

const TEXT = 'Our branch is a red\nmotor for the two rare earth bases.';

describe('line', () => {
  test('is one line for each mention, with what the entry is', () => {
    expect(formatLines(annotated(TEXT), 'in/release.txt')).toBe(
      [
        'in/release.txt:1:17: red-engine [formulation party-building listed 0.95] "red motor"',
        'in/release.txt:2:15: two-bases [formulation rare-earths listed 0.95] "two rare earth bases"',
        '',
      ].join('\n'),
    );
  });

  test('goes without the entry where the result has none, and names what was turned down', () => {
    const lines = formatLines(annotated(TEXT, { terms: 'none', explain: true }), 'r.txt').split('\n');
    expect(lines[0]).toBe('r.txt:1:17: red-engine [listed 0.95] "red motor"');
    expect(lines[2]).toMatch(
      /^r\.txt:2:19: not earth-bases \[overlap\] "rare earth bases": "two-bases" takes these words, as ".*"$/,
    );
  });

  test('a file name cannot command the terminal', () => {
    expect(formatLines(annotated(TEXT), 'a\u001b[2J\nb')).toContain('a␛[2J b:1:17:');
  });
});

describe('pretty', () => {
  test('shows size, place, Chinese, context and the official wording where it differs', () => {
    const report = formatPretty(annotated(TEXT), 'release.txt', unpainted);
    expect(report).toContain('release.txt  12 words · 2 mentions · 2 terms');
    expect(report).toMatch(/1:17 {2}red motor {13}红色引擎 {6}red-engine {2}party-building listed 0\.95/);
    expect(report).toContain('“Our branch is a ›red motor‹ for the two');
    expect(report).toContain('official: red engine');
    expect(report).toContain('Next: tifa show red-engine');
  });

  test('names the most frequent terms', () => {
    expect(formatPretty(annotated('Red Engine, red motor.'), 'x', unpainted)).toContain('Most frequent: Red Engine ×2');
  });

  test('one of several says nothing of what comes next', () => {
    expect(formatPretty(annotated(TEXT), 'x', unpainted, false)).not.toContain('Next:');
  });
});

describe('csv', () => {
  test('has the documented columns and one row for each mention', () => {
    const [header, first, second] = parseCsv(formatMentionCsv(annotated(TEXT)));
    const cell = (name: string) => first?.cells[header?.cells.indexOf(name) ?? -1];
    expect(header?.cells).toEqual([...MENTION_COLUMNS.map(({ name }) => name), 'metadata.company']);
    expect(cell('text')).toBe('red\nmotor');
    expect(cell('zh')).toBe('红色引擎');
    expect(cell('official')).toBe('red engine');
    expect(cell('offsetEncoding')).toBe('utf-16');
    expect(cell('metadata.company')).toBe('Budungol');
    expect(second?.cells[0]).toBe('release.txt');
  });

  test('context that begins like a formula is guarded', () => {
    expect(formatMentionCsv(annotated('-led Red Engine @x'))).toContain("'-led ");
  });

  test('a document without mentions gives no row', () => {
    expect(formatMentionCsv(annotated('Nothing here.'))).toBe(mentionCsvHeader(['company']));
  });
});

describe('json', () => {
  test('is indented for one document and one line in a stream', () => {
    const result = annotated(TEXT);
    expect(JSON.parse(formatJson(result))).toEqual(JSON.parse(JSON.stringify(result)));
    expect(formatJson(result)).toMatch(/^\{\n {2}"id": "release.txt",\n {2}"engine"/);
    expect(formatJsonLine(result).split('\n')).toHaveLength(2);
  });

  test('is the same in pieces, none of which is long', () => {
    const result = annotated(TEXT.repeat(30));
    const pieces = [...formatJsonPieces(result)];
    expect(pieces.join('')).toBe(formatJson(result));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2000);
  });

  test('is the same in pieces for any object or array', () => {
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
        expect([...formatJsonPieces(value)].join('')).toBe(formatJson(value));
      }),
    );
    const holes = { a: undefined, b: [undefined, 1], c: { d: undefined }, e: {}, f: [] };
    expect([...formatJsonPieces(holes)].join('')).toBe(formatJson(holes));
  });
});

const line = (path: string, text: string) => annotatedLine(path, [], annotated(text, {}, path));

describe('summary', () => {
  test('is documents by terms, with zeros, and documents without mentions', () => {
    const table = new SummaryTable();
    table.add(line('a.txt', TEXT));
    table.add(line('b.txt', 'red engine, red engine'));
    table.add(line('c.txt', 'Nothing.'));
    expect(parseCsv(table.toCsv(['company'])).map(({ cells }) => cells)).toEqual([
      'path language words han mentions terms perThousand unit metadata.company red-engine two-bases'.split(' '),
      ['a.txt', 'en', '12', '0', '2', '2', '166.667', 'words', 'Budungol', '1', '1'],
      ['b.txt', 'en', '4', '0', '2', '1', '500', 'words', 'Budungol', '2', '0'],
      ['c.txt', 'en', '1', '0', '0', '0', '0', 'words', 'Budungol', '0', '0'],
    ]);
  });
});
