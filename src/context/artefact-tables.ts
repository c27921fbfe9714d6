/** Entries, sources and forms as typed arrays: each is read when it is first asked for, so that loading does not wait for all of them. */
import type { CompiledForm } from './compiled.ts';

/** JSON of each record in UTF-8, one after the other; `start` has an end for the last one. */
export interface RecordTable {
  start: Uint32Array;
  json: Uint8Array;
}

/** Columns of the forms; their texts in UTF-8, one after the other. */
export interface FormTable {
  entry: Uint16Array;
  /** Index into the statuses, then a bit for Chinese and one for distinctive. */
  kind: Uint8Array;
  start: Uint32Array;
  texts: Uint8Array;
}

const STATUSES = ['official', 'attested', 'translated', 'misleading'] as const;
const STATUS_MASK = 3;
const CHINESE = 4;
const DISTINCTIVE = 8;

/** Texts in UTF-8, one after the other, and where each begins. */
function join(texts: readonly string[]): { start: Uint32Array; bytes: Uint8Array } {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const start = new Uint32Array(texts.length + 1);
  encoded.forEach(({ length }, i) => {
    start[i + 1] = (start[i] as number) + length;
  });
  const bytes = new Uint8Array(start[texts.length] as number);
  encoded.forEach((text, i) => {
    bytes.set(text, start[i]);
  });
  return { start, bytes };
}

export function packRecords(records: readonly unknown[]): RecordTable {
  const { start, bytes } = join(records.map((record) => JSON.stringify(record)));
  return { start, json: bytes };
}

/** An array whose items are read when they are first asked for, and kept. */
function lazyArray<T>(length: number, read: (index: number) => T): readonly T[] {
  const items: T[] = [];
  for (let index = 0; index < length; index++) {
    Object.defineProperty(items, index, {
      configurable: true,
      enumerable: true,
      get() {
        const value = read(index);
        Object.defineProperty(items, index, { value, configurable: true, enumerable: true, writable: true });
        return value;
      },
    });
  }
  return items;
}

/** The records of a table; `T` is what was packed. */
export function unpackRecords<T>({ start, json }: RecordTable): readonly T[] {
  const decoder = new TextDecoder();
  return lazyArray(start.length - 1, (i) => JSON.parse(decoder.decode(json.subarray(start[i], start[i + 1]))) as T);
}

export function packForms(forms: readonly CompiledForm[]): FormTable {
  const { start, bytes } = join(forms.map(({ text }) => text));
  return {
    entry: Uint16Array.from(forms, ({ entry }) => entry),
    kind: Uint8Array.from(
      forms,
      ({ status, language, isDistinctive }) =>
        STATUSES.indexOf(status) | (language === 'zh' ? CHINESE : 0) | (isDistinctive ? DISTINCTIVE : 0),
    ),
    start,
    texts: bytes,
  };
}

export function unpackForms({ entry, kind, start, texts }: FormTable): readonly CompiledForm[] {
  const decoder = new TextDecoder();
  return lazyArray(entry.length, (i) => {
    const bits = kind[i] as number;
    return {
      entry: entry[i] as number,
      text: decoder.decode(texts.subarray(start[i], start[i + 1])),
      status: STATUSES[bits & STATUS_MASK] as CompiledForm['status'],
      language: (bits & CHINESE) !== 0 ? 'zh' : 'en',
      isDistinctive: (bits & DISTINCTIVE) !== 0,
    };
  });
}
