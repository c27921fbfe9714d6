import { expect, test, vi } from 'vitest';
import { packRecords, packTexts, unpackForms, unpackRecords } from '../../src/context/artefact-tables.ts';

function stored(texts: ReturnType<typeof packTexts>) {
  const read = vi.fn((start: number, end: number) => texts.bytes.subarray(start, end));
  return { start: texts.start, read };
}

test('a record is read when it is asked for, and once', () => {
  const table = stored(packRecords([{ id: 'a' }, { id: '两' }, { id: 'c' }]));
  const records = unpackRecords<{ id: string }>(table);
  expect(records).toHaveLength(3);
  expect(table.read).not.toHaveBeenCalled();
  expect(records[1]).toEqual({ id: '两' });
  expect(records[1]).toBe(records[1]);
  expect(table.read).toHaveBeenCalledTimes(1);
  expect(records[3]).toBeUndefined();
  expect(records[-1]).toBeUndefined();
});

test('records behave as an array does', () => {
  const records = unpackRecords<{ id: string }>(stored(packRecords([{ id: 'a' }, { id: 'b' }])));
  expect(Array.isArray(records)).toBe(true);
  expect(records.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(records.filter(({ id }) => id === 'b')).toEqual([{ id: 'b' }]);
  expect(records.indexOf(records[1] as { id: string })).toBe(1);
  expect([...records].length).toBe(2);
  expect(JSON.stringify(records)).toBe('[{"id":"a"},{"id":"b"}]');
});

test('a form has its columns and its text', () => {
  const forms = unpackForms(
    { entry: Uint16Array.of(7), kind: Uint8Array.of(2 | 4 | 8) },
    stored(packTexts(['红色引擎'])),
  );
  expect(forms[0]).toEqual({ entry: 7, text: '红色引擎', status: 'translated', language: 'zh', isDistinctive: true });
});
