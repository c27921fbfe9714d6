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

export function textAt({ start, read }: StoredTexts, index: number): string {
  return decoder.decode(read(start[index] as number, start[index + 1] as number));
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

/** A form whose text is read when it is first asked for. */
class StoredForm implements CompiledForm {
  readonly entry: number;
  readonly status: CompiledForm['status'];
  readonly language: 'en' | 'zh';
  readonly isDistinctive: boolean;
  private readonly texts: StoredTexts;
  private readonly index: number;
  private known: string | undefined;

  constructor(columns: FormColumns, texts: StoredTexts, index: number) {
    const kind = columns.kind[index] as number;
    this.entry = columns.entry[index] as number;
    this.status = STATUSES[kind & STATUS_MASK] as CompiledForm['status'];
    this.language = (kind & CHINESE) !== 0 ? 'zh' : 'en';
    this.isDistinctive = (kind & DISTINCTIVE) !== 0;
    this.texts = texts;
    this.index = index;
  }

  get text(): string {
    this.known ??= textAt(this.texts, this.index);
    return this.known;
  }
}

export function unpackForms(columns: FormColumns, texts: StoredTexts): readonly CompiledForm[] {
  return Array.from({ length: columns.entry.length }, (_, index) => new StoredForm(columns, texts, index));
}
