import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow } from '../../src/formats/csv.ts';
import { CsvSyntaxError, parseCsv } from '../../src/formats/parse-csv.ts';

describe('writing', () => {
  test('quotes what needs it', () => {
    expect(csvRow(['a', 'b,c', 'say "x"', 'two\nlines', 3, true, undefined])).toBe(
      'a,"b,c","say ""x""","two\nlines",3,true,\n',
    );
  });

  test.each(['=1+1', '+1', '-led reform', '@cmd', '\tx', '＝1', '＋1', '－1', '＠x'])(
    'takes the power from %j',
    (cell) => {
      expect(csvRow([cell])).toBe(`'${cell}\n`);
    },
  );

  test('a cell that begins with a line break is guarded and quoted', () => {
    expect(csvRow(['\r=1', '\n=1'])).toBe('"\'\r=1","\'\n=1"\n');
  });

  test('numbers keep their sign', () => {
    expect(csvRow([-1, 0.5])).toBe('-1,0.5\n');
  });
});

describe('reading', () => {
  test('gives back what was written', () => {
    const cell = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const written = rows.map(csvRow).join('');
        fc.pre(!written.startsWith('\ufeff'));
        expect(parseCsv(written).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  test('takes every line end, a missing last one, and a byte order mark', () => {
    expect(parseCsv('\ufeffa,b\r\nc,d\re,"f\r\ng"\n\nh,')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['c', 'd'] },
      { line: 3, cells: ['e', 'f\r\ng'] },
      { line: 6, cells: ['h', ''] },
    ]);
  });

  test.each([
    ['a,b\nc,"d\n', 2],
    ['a\nb\nc"d\n', 3],
    ['"a"b\n', 1],
  ])('names the line of a stray quote in %j', (text, line) => {
    expect(() => parseCsv(text)).toThrow(expect.objectContaining({ name: 'CsvSyntaxError', line }));
    expect(() => parseCsv(text)).toThrow(CsvSyntaxError);
  });
});
