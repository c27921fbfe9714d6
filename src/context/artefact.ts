/**
 * The compiled lexicon as bytes: one JSON header that says where each typed array lies, then the arrays, aligned to four bytes.
 * Arrays are read in place, so that loading costs the parse of a short JSON. Little-endian, as every platform that runs JavaScript is.
 */
import {
  type FormTable,
  packForms,
  packRecords,
  type RecordTable,
  unpackForms,
  unpackRecords,
} from './artefact-tables.ts';
import type { CompiledLexicon } from './compiled.ts';

/** Raised when the layout changes: an artefact of another format is refused. */
export const ARTEFACT_FORMAT = 4;

const KINDS = { Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type Kind = keyof typeof KINDS;
type TypedArray = InstanceType<(typeof KINDS)[Kind]>;

interface ArrayHeader {
  kind: Kind;
  offset: number;
  length: number;
}

type SetHeader = Record<string, ArrayHeader | number>;

/** The parts of the artefact that are made of typed arrays. */
interface Sets extends Pick<CompiledLexicon, 'formPatterns' | 'contextPatterns' | 'nearPhrases'> {
  entries: RecordTable;
  sources: RecordTable;
  forms: FormTable;
}

interface Header {
  format: number;
  lexicon: Omit<CompiledLexicon, keyof Sets>;
  sets: Record<keyof Sets, SetHeader>;
}

const align = (bytes: number) => (bytes + 3) & ~3;

function packSet(set: Sets[keyof Sets], arrays: TypedArray[], offset: { bytes: number }): SetHeader {
  const header: SetHeader = {};
  for (const [name, value] of Object.entries(set) as [string, TypedArray | number][]) {
    if (typeof value === 'number') {
      header[name] = value;
      continue;
    }
    header[name] = { kind: value.constructor.name as Kind, offset: offset.bytes, length: value.length };
    offset.bytes += align(value.byteLength);
    arrays.push(value);
  }
  return header;
}

/** The bytes of a compiled lexicon; its digest is left out, since it is computed over them. */
export function encodeArtefact(compiled: CompiledLexicon): Uint8Array {
  const { formPatterns, contextPatterns, nearPhrases, entries, sources, forms, ...lexicon } = compiled;
  const arrays: TypedArray[] = [];
  const offset = { bytes: 0 };
  const header: Header = {
    format: ARTEFACT_FORMAT,
    lexicon: { ...lexicon, digest: '' },
    sets: {
      formPatterns: packSet(formPatterns, arrays, offset),
      contextPatterns: packSet(contextPatterns, arrays, offset),
      nearPhrases: packSet(nearPhrases, arrays, offset),
      entries: packSet(packRecords(entries), arrays, offset),
      sources: packSet(packRecords(sources), arrays, offset),
      forms: packSet(packForms(forms), arrays, offset),
    },
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + align(json.length) + offset.bytes);
  new DataView(bytes.buffer).setUint32(0, ARTEFACT_FORMAT, true);
  new DataView(bytes.buffer).setUint32(4, json.length, true);
  bytes.set(json, 8);
  let at = 8 + align(json.length);
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += align(array.byteLength);
  }
  return bytes;
}

function unpackSet<Name extends keyof Sets>(header: SetHeader, buffer: ArrayBuffer, base: number): Sets[Name] {
  const fields = Object.entries(header).map(([name, value]) => {
    if (typeof value === 'number') return [name, value];
    return [name, new KINDS[value.kind](buffer, base + value.offset, value.length)];
  });
  return Object.fromEntries(fields) as Sets[Name];
}

/**
 * Reads what {@link encodeArtefact} wrote. The arrays stay views of `bytes`. `digest` is the one the platform computed over them.
 * @throws {Error} when the bytes are of another format or cut short.
 */
export function decodeArtefact(bytes: Uint8Array, digest: string): CompiledLexicon {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  if (aligned.byteLength < 8 || view.getUint32(0, true) !== ARTEFACT_FORMAT) {
    throw new Error(`the compiled lexicon is not of format ${ARTEFACT_FORMAT}: build it again with "npm run build"`);
  }
  const jsonLength = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + jsonLength))) as Header;
  const base = aligned.byteOffset + 8 + align(jsonLength);
  const buffer = aligned.buffer as ArrayBuffer;
  const set = <Name extends keyof Sets>(name: Name) => unpackSet<Name>(header.sets[name], buffer, base);
  return {
    ...header.lexicon,
    digest,
    entries: unpackRecords(set('entries')),
    sources: unpackRecords(set('sources')),
    forms: unpackForms(set('forms')),
    formPatterns: set('formPatterns'),
    contextPatterns: set('contextPatterns'),
    nearPhrases: set('nearPhrases'),
  };
}
