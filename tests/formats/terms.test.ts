import { expect, test } from 'vitest';
import { unpainted } from '../../src/formats/paint.ts';
import { parseCsv } from '../../src/formats/parse-csv.ts';
import { TERM_COLUMNS, termCsvHeader, termCsvRow, termRecord } from '../../src/formats/term-records.ts';
import { formatTerm } from '../../src/formats/term-text.ts';
import { displayWidth } from '../../src/formats/width.ts';
import type { LexiconEntry } from '../../src/lexicon/lexicon.ts';
import { lexicon } from './annotated.ts';

const record = termRecord(lexicon, lexicon.entries.find(({ id }) => id === 'red-engine') as LexiconEntry);

test('a record begins with what every reader needs', () => {
  expect(Object.keys(record).slice(0, 7)).toEqual(['id', 'layer', 'label', 'zh', 'subject', 'gloss', 'forms']);
  expect(record.forms).toEqual({
    en: [
      { text: 'red engine', status: 'official' },
      { text: 'red motor', status: 'attested' },
    ],
    zh: ['红色引擎'],
  });
  expect(record.readings[0]?.themeTitle).toBe('Governance as loyalty');
});

test('a row has a cell for each column', () => {
  const [header, row] = parseCsv(termCsvHeader() + termCsvRow(record));
  const cell = (name: string) => row?.cells[header?.cells.indexOf(name) ?? -1];
  expect(header?.cells).toEqual([...TERM_COLUMNS]);
  expect(row?.cells).toHaveLength(TERM_COLUMNS.length);
  expect(cell('formsEn')).toBe('red engine | red motor');
  expect(cell('readings')).toContain('[listed]: The observer only names it. Where official usage differs:');
});

test('the page for a terminal keeps its width and its three kinds of statement', () => {
  const page = formatTerm(record, 60, unpainted);
  const order = [
    'Literal meaning',
    'Official usage',
    'Origin',
    'Reading: The Observer',
    'Where official usage differs',
    'Forms',
  ];
  const places = order.map((heading) => page.indexOf(heading));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  const wide = page.split('\n').filter((line) => !line.includes('http') && !line.startsWith('Reading:'));
  for (const line of wide) expect(displayWidth(line)).toBeLessThanOrEqual(60);
});
