/** Entries, contexts, sources and forms as tables: each record is read when it is first asked for, so that loading waits for none. */
import type { CompiledForm } from './compiled.ts';

/** Texts in UTF-8, one after the other. */
export interface TextTable {
  /** Where each begins, and the end of the last. */
  start: Uint32Array;
  bytes: Uint8Array;
}

/** The same table where the bytes are not at hand: `read` gives those from `start` to `end`. */
export interface StoredTexts {
  start: Uint32Array;
  read(start: number, end: number): Uint8Array;
}

/** What candidates ask of every form. */
export interface FormColumns {
  entry: Uint16Array;
  /** Index into the statuses, then a bit for Chinese and one for distinctive. */
  kind: Uint8Array;
}

const STATUSES = ['official', 'attested', 'translated', 'misleading'] as const;
const STATUS_MASK = 3;
const CHINESE = 4;
const DISTINCTIVE = 8;

export function packTexts(texts: readonly string[]): TextTable {
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

/** JSON of each record. */
export function packRecords(records: readonly unknown[]): TextTable {
  return packTexts(records.map((record) => JSON.stringify(record)));
}

const decoder = new TextDecoder();

function textAt({ start, read }: StoredTexts, index: number): string {
  return decoder.decode(read(start[index] as number, start[index + 1] as number));
}

/**
 * An array whose items are read when they are first asked for, and kept. It begins as nothing but holes, and its prototype fills them: a
 * property for each item would take longer than reading the whole lexicon does.
 */
function lazyArray<T>(length: number, read: (index: number) => T): readonly T[] {
  const items = new Array<T>(length);
  const indexOf = (key: string | symbol) => {
    const index = typeof key === 'string' ? Number(key) : Number.NaN;
    return Number.isInteger(index) && index >= 0 && index < length ? index : undefined;
  };
  const prototype = new Proxy(Array.prototype, {
    get(target, key, receiver) {
      const index = indexOf(key);
      if (index === undefined) return Reflect.get(target, key, receiver);
      const item = read(index);
      Object.defineProperty(items, index, { value: item, configurable: true, enumerable: true, writable: true });
      return item;
    },
    has: (target, key) => indexOf(key) !== undefined || Reflect.has(target, key),
  });
  return Object.setPrototypeOf(items, prototype);
}

/** The records of a table; `T` is what was packed. */
export function unpackRecords<T>(texts: StoredTexts): readonly T[] {
  return lazyArray(texts.start.length - 1, (i) => JSON.parse(textAt(texts, i)) as T);
}

export function packForms(forms: readonly CompiledForm[]): FormColumns {
  return {
    entry: Uint16Array.from(forms, ({ entry }) => entry),
    kind: Uint8Array.from(
      forms,
      ({ status, language, isDistinctive }) =>
        STATUSES.indexOf(status) | (language === 'zh' ? CHINESE : 0) | (isDistinctive ? DISTINCTIVE : 0),
    ),
  };
}

export function unpackForms({ entry, kind }: FormColumns, texts: StoredTexts): readonly CompiledForm[] {
  return lazyArray(entry.length, (i) => {
    const bits = kind[i] as number;
    return {
      entry: entry[i] as number,
      text: textAt(texts, i),
      status: STATUSES[bits & STATUS_MASK] as CompiledForm['status'],
      language: (bits & CHINESE) !== 0 ? 'zh' : 'en',
      isDistinctive: (bits & DISTINCTIVE) !== 0,
    };
  });
}
