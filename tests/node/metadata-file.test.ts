import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMetadata, readMetadata } from '../../src/node/metadata-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a table of metadata', () => {
  const table = parseMetadata('company,path,date\n"B, Ltd",./2024\\a.txt,2024-05-26\nC,b.txt,\n', 'm.csv');

  test('finds rows by path, however it is written', () => {
    expect(table.keys).toEqual(['company', 'date']);
    expect(table.find('x', './2024/a.txt')).toEqual({ company: 'B, Ltd', date: '2024-05-26' });
    expect(table.find('a.txt')).toBeUndefined();
  });

  test('knows which rows were not asked for; empty cells are no metadata', () => {
    expect(table.unused).toEqual(['b.txt']);
    expect(table.find('b.txt')).toEqual({ company: 'C' });
    expect(table.unused).toEqual([]);
  });
});

test.each([
  ['', /^m\.csv:1: no column "path".*empty/],
  ['company\nx\n', /^m\.csv:1: no column "path" in the header \(its columns are company\)/],
  ['path,path\n', /^m\.csv:1: the column "path" stands twice/],
  ['path,a\nx,1\nx,2\n', /^m\.csv:3: "x" has a row already/],
  ['path,a\nx,1,2\n', /^m\.csv:2: 3 cells under 2 columns/],
  ['path,a\n,1\n', /^m\.csv:2: the cell "path" is empty/],
  ['path,a\nx,"1\n', /^m\.csv:2: a quote/],
])('%j is refused with file, line and reason', (text, message) => {
  expect(() => parseMetadata(text, 'm.csv')).toThrow(message);
});

test('a file that cannot be read is named', () => {
  const folder = temporaryFolder({ 'm.csv': new Uint8Array([0xff, 0x61]) });
  expect(() => readMetadata(join(folder, 'm.csv'))).toThrow(/m\.csv: not valid utf-8/);
  expect(() => readMetadata(join(folder, 'n.csv'))).toThrow(/n\.csv: no such file/);
});
