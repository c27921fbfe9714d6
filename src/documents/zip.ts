/**
 * Zip containers: entries are read within limits, and written back with every entry that was not changed as the very bytes that it was.
 */
import { deflateSync, inflateSync } from 'fflate';
import { DocumentError } from './document-error.ts';
import { LIMITS } from './limits.ts';

export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Of its local header. */
  offset: number;
  /** Its record in the central directory. */
  record: Uint8Array;
}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

const cutShort = () => new DocumentError('malformed', 'the zip container is damaged or cut short: get the file again');

let crcTable: Uint32Array | undefined;

function crc32(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  let crc = -1;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw cutShort();
}

/** A zip container in memory. */
export class ZipFile {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly bytes: Uint8Array;
  private readonly end: number;
  private unpacked = 0;

  /** @throws {DocumentError} `malformed`, `encrypted` or `too-large`. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.end = findEnd(bytes);
    const view = viewOf(bytes);
    const count = view.getUint16(this.end + 10, true);
    let at = view.getUint32(this.end + 16, true);
    if (count === 0xffff || at === 0xffffffff) {
      throw new DocumentError('malformed', 'the zip container is of the kind for huge files (Zip64): save it again');
    }
    if (count > LIMITS.zipEntries) throw new DocumentError('too-large', `more than ${LIMITS.zipEntries} parts`);
    const entries = new Map<string, ZipEntry>();
    for (let i = 0; i < count; i++) {
      if (at + 46 > this.end || view.getUint32(at, true) !== CENTRAL) throw cutShort();
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const next = at + 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
      const entry: ZipEntry = {
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0))),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
        record: bytes.subarray(at, next),
      };
      if (entry.flags & 1) throw new DocumentError('encrypted', 'it is protected by a password: save it without');
      if (entries.has(entry.name)) throw new DocumentError('malformed', `the container holds ${entry.name} twice`);
      entries.set(entry.name, entry);
      at = next;
    }
    this.entries = entries;
  }

  private dataStart({ offset }: ZipEntry): number {
    const view = viewOf(this.bytes);
    if (offset + 30 > this.bytes.length || view.getUint32(offset, true) !== LOCAL) throw cutShort();
    return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  }

  /**
   * The unpacked bytes of an entry; undefined where there is none.
   * @throws {DocumentError} `too-large` when it says or turns out to be larger than allowed; `malformed`.
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name);
    if (entry === undefined) return undefined;
    this.unpacked += entry.size;
    if (entry.size > LIMITS.partBytes || this.unpacked > LIMITS.unpackedBytes) {
      throw new DocumentError(
        'too-large',
        `its part ${name} unpacks to ${entry.size} bytes: no text document needs that`,
      );
    }
    const start = this.dataStart(entry);
    const packed = this.bytes.subarray(start, start + entry.packedSize);
    if (packed.length < entry.packedSize) throw cutShort();
    if (entry.method === 0 && entry.size === entry.packedSize) return packed;
    if (entry.method !== 8)
      throw new DocumentError('malformed', `its part ${name} is packed in an unusual way: save it again`);
    let unpacked: Uint8Array;
    try {
      unpacked = inflateSync(packed, { out: new Uint8Array(entry.size) });
    } catch (error) {
      throw new DocumentError('malformed', `its part ${name} is damaged: get the file again`, { cause: error });
    }
    if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) {
      throw new DocumentError('malformed', `its part ${name} is damaged: get the file again`);
    }
    return unpacked;
  }

  /** The container with parts replaced or added; all others keep their packed bytes, in their order. */
  with(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const local: Uint8Array[] = [];
    const central: Uint8Array[] = [];
    let offset = 0;
    const put = (header: Uint8Array, data: Uint8Array, record: Uint8Array) => {
      viewOf(record).setUint32(42, offset, true);
      local.push(header, data);
      central.push(record);
      offset += header.length + data.length;
    };
    for (const entry of this.entries.values()) {
      const content = parts.get(entry.name);
      const start = this.dataStart(entry);
      if (content === undefined) {
        const record = entry.record.slice();
        // The sizes stand in the record; a descriptor behind the data is left out, and with it the flag that announces one.
        const header = this.bytes.slice(entry.offset, start);
        for (const [bytes, at] of [
          [record, 8],
          [header, 6],
        ] as const)
          viewOf(bytes).setUint16(at, entry.flags & ~8, true);
        for (const [at, value] of [
          [14, entry.crc],
          [18, entry.packedSize],
          [22, entry.size],
        ] as const) {
          viewOf(header).setUint32(at, value, true);
        }
        put(header, this.bytes.subarray(start, start + entry.packedSize), record);
      } else put(...packed(entry.name, content));
    }
    for (const [name, content] of parts) if (!this.entries.has(name)) put(...packed(name, content));
    const size = central.reduce((sum, { length }) => sum + length, 0);
    const end = new Uint8Array(22);
    const view = viewOf(end);
    view.setUint32(0, END, true);
    view.setUint16(8, central.length, true);
    view.setUint16(10, central.length, true);
    view.setUint32(12, size, true);
    view.setUint32(16, offset, true);
    return concat([...local, ...central, end]);
  }
}

/** Local header, data and record of a new entry, with the earliest date that zip knows. */
function packed(name: string, content: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const data = deflateSync(content);
  const nameBytes = new TextEncoder().encode(name);
  const header = new Uint8Array(30 + nameBytes.length);
  const record = new Uint8Array(46 + nameBytes.length);
  const fields = [20, 0x0800, 8, 0, 0x21];
  for (const [bytes, signature, from] of [
    [header, LOCAL, 4],
    [record, CENTRAL, 6],
  ] as const) {
    const view = viewOf(bytes);
    view.setUint32(0, signature, true);
    for (const [i, value] of fields.entries()) view.setUint16(from + 2 * i, value, true);
    view.setUint32(from + 10, crc32(content), true);
    view.setUint32(from + 14, data.length, true);
    view.setUint32(from + 18, content.length, true);
    view.setUint16(from + 22, nameBytes.length, true);
    bytes.set(nameBytes, bytes.length - nameBytes.length);
  }
  viewOf(record).setUint16(4, 20, true);
  return [header, data, record];
}

/** Byte arrays as one. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
