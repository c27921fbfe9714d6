/**
 * The compiled lexicon as bytes: one JSON header that says where each array lies, then the arrays, aligned to four bytes. First come
 * those that every text needs, which are read at once and used in place; the rest is read piece by piece when it is asked for, since
 * every page of memory that a start touches costs more than reading it does. Little-endian, as every platform that runs JavaScript is.
 */
import type { NearSet } from '../match/near-set.ts';
import type { PatternSet } from '../match/pattern-set.ts';
import {
  type FormColumns,
  packForms,
  packRecords,
  packTexts,
  type StoredTexts,
  type TextTable,
  unpackForms,
  unpackRecords,
} from './artefact-tables.ts';
import type { CompiledLexicon } from './compiled.ts';

/** Raised when the layout changes: an artefact of another format is refused. */
export const ARTEFACT_FORMAT = 10;

/** Gives bytes of an artefact from `start` on, `length` of them or as many as there are; `start` is a multiple of four for all but texts. */
export type ReadBytes = (start: number, length: number) => Uint8Array;

const KINDS = { Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;
type TypedArray = InstanceType<(typeof KINDS)[Kind]>;

interface ArrayHeader {
  kind: Kind;
  /** From the first array on. */
  offset: number;
  length: number;
}

type PartHeader = Record<string, ArrayHeader | number>;
/** Typed arrays and numbers under their names. */
type Part = object;

/** Lists that are read as a whole: each is one record, in this order. */
const LISTS = ['ids', 'sourceIds', 'lenses', 'retired', 'contextPhrases'] as const;

interface Header {
  version: string;
  /** Bytes of the arrays that every text needs, from the first on. */
  always: number;
  parts: Record<string, PartHeader>;
}

const align = (bytes: number) => (bytes + 3) & ~3;

/** Lays parts out one after the other. */
class ArtefactWriter {
  readonly parts: Header['parts'] = {};
  private readonly arrays: TypedArray[] = [];
  length = 0;

  add(name: string, part: Part): void {
    const header: PartHeader = {};
    for (const [field, value] of Object.entries(part) as [string, TypedArray | number][]) {
      if (typeof value === 'number') {
        header[field] = value;
        continue;
      }
      header[field] = { kind: value.constructor.name as Kind, offset: this.length, length: value.length };
      this.length += align(value.byteLength);
      this.arrays.push(value);
    }
    this.parts[name] = header;
  }

  write(header: Header): Uint8Array {
    const json = new TextEncoder().encode(JSON.stringify(header));
    let at = 8 + align(json.length);
    const bytes = new Uint8Array(at + this.length);
    new DataView(bytes.buffer).setUint32(0, ARTEFACT_FORMAT, true);
    new DataView(bytes.buffer).setUint32(4, json.length, true);
    bytes.set(json, 8);
    for (const array of this.arrays) {
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
      at += align(array.byteLength);
    }
    return bytes;
  }
}

/** The bytes of a compiled lexicon; its digest is left out, since it is computed over them. */
export function encodeArtefact(compiled: CompiledLexicon): Uint8Array {
  const writer = new ArtefactWriter();
  const tables: Record<string, TextTable> = {
    entries: packRecords(compiled.entries),
    contexts: packRecords(compiled.contexts),
    sources: packRecords(compiled.sources),
    lists: packRecords(LISTS.map((name) => compiled[name])),
    formTexts: packTexts(compiled.forms.map(({ text }) => text)),
  };
  writer.add('formPatterns', compiled.formPatterns);
  writer.add('contextPatterns', compiled.contextPatterns);
  writer.add('forms', packForms(compiled.forms));
  for (const [name, { start }] of Object.entries(tables)) writer.add(`${name}.start`, { start });
  const always = writer.length;
  writer.add('nearPhrases', compiled.nearPhrases);
  for (const [name, { bytes }] of Object.entries(tables)) writer.add(name, { bytes });
  return writer.write({ version: compiled.version, always, parts: writer.parts });
}

const BUILD_AGAIN = 'build it again with "npm run build"';

/** Finds the parts of an artefact again. */
class ArtefactReader {
  readonly header: Header;
  private readonly bytes: ReadBytes;
  private readonly base: number;
  private readonly always: Uint8Array;

  constructor(bytes: ReadBytes) {
    this.bytes = bytes;
    const first = bytes(0, 8);
    const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
    if (first.byteLength < 8 || view.getUint32(0, true) !== ARTEFACT_FORMAT) {
      throw new Error(`the compiled lexicon is not of format ${ARTEFACT_FORMAT}: ${BUILD_AGAIN}`);
    }
    const jsonLength = view.getUint32(4, true);
    this.header = JSON.parse(new TextDecoder().decode(this.exactly(8, jsonLength))) as Header;
    this.base = 8 + align(jsonLength);
    this.always = this.exactly(this.base, this.header.always);
  }

  private exactly(start: number, length: number): Uint8Array {
    const bytes = this.bytes(start, length);
    if (bytes.byteLength < length) throw new Error(`the compiled lexicon is cut short: ${BUILD_AGAIN}`);
    return bytes;
  }

  private array({ kind, offset, length }: ArrayHeader): TypedArray {
    const isAtHand = offset < this.header.always;
    const source = isAtHand ? this.always : this.exactly(this.base + offset, length * KINDS[kind].BYTES_PER_ELEMENT);
    const start = source.byteOffset + (isAtHand ? offset : 0);
    return new KINDS[kind](source.buffer as ArrayBuffer, start, length);
  }

  /** A part as it was packed. */
  part<P extends Part>(name: string): P {
    const fields = Object.entries(this.header.parts[name] ?? {}).map(([field, value]) => [
      field,
      typeof value === 'number' ? value : this.array(value),
    ]);
    return Object.fromEntries(fields) as P;
  }

  texts(name: string): StoredTexts {
    const { start } = this.part<Pick<TextTable, 'start'>>(`${name}.start`);
    const { offset } = (this.header.parts[name] as PartHeader).bytes as ArrayHeader;
    return { start, read: (from, to) => this.exactly(this.base + offset + from, to - from) };
  }
}

/**
 * Opens what {@link encodeArtefact} wrote, wherever it lies; what `bytes` gives is kept. `digest` is the one the platform computed over it.
 * @throws {Error} when it is of another format or cut short; later too, from what is read when it is asked for.
 */
export function openArtefact(bytes: ReadBytes, digest: string): CompiledLexicon {
  const reader = new ArtefactReader(bytes);
  const lists = unpackRecords<unknown>(reader.texts('lists'));
  let near: NearSet | undefined;
  const list = <Name extends (typeof LISTS)[number]>(name: Name) => lists[LISTS.indexOf(name)] as CompiledLexicon[Name];
  return {
    version: reader.header.version,
    digest,
    entries: unpackRecords(reader.texts('entries')),
    contexts: unpackRecords(reader.texts('contexts')),
    sources: unpackRecords(reader.texts('sources')),
    forms: unpackForms(reader.part<FormColumns>('forms'), reader.texts('formTexts')),
    formPatterns: reader.part<PatternSet>('formPatterns'),
    contextPatterns: reader.part<PatternSet>('contextPatterns'),
    get nearPhrases() {
      near ??= reader.part<NearSet>('nearPhrases');
      return near;
    },
    get ids() {
      return list('ids');
    },
    get sourceIds() {
      return list('sourceIds');
    },
    get lenses() {
      return list('lenses');
    },
    get retired() {
      return list('retired');
    },
    get contextPhrases() {
      return list('contextPhrases');
    },
  };
}

/** Reads what {@link encodeArtefact} wrote from memory; see {@link openArtefact}. */
export function decodeArtefact(bytes: Uint8Array, digest: string): CompiledLexicon {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return openArtefact((start, length) => aligned.subarray(start, start + length), digest);
}
