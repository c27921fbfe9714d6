/** Lines of a stream of bytes, as NDJSON has them, without ever holding more than one line. */

export interface StreamedLine {
  /** From 1; blank lines are counted but not given. */
  number: number;
  /** Undefined where the line is longer than the limit: its bytes are dropped as they come. */
  bytes: Uint8Array | undefined;
}

const NEWLINE = 0x0a;

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

class LineBuffer {
  private pieces: Uint8Array[] = [];
  private length = 0;
  private readonly limit: number;
  number = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length <= this.limit) this.pieces.push(piece);
    else this.pieces = [];
  }

  /** The line that ends here, or undefined where it is blank. */
  take(): StreamedLine | undefined {
    const bytes = this.length > this.limit ? undefined : Buffer.concat(this.pieces);
    this.pieces = [];
    this.length = 0;
    this.number++;
    return bytes === undefined || !isBlank(bytes) ? { number: this.number, bytes } : undefined;
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }
}

/** Gives line after line of `stream`; `limit` is the longest, in bytes. The last line needs no line end. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<StreamedLine> {
  const buffer = new LineBuffer(limit);
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      buffer.add(chunk.subarray(from, end));
      const line = buffer.take();
      if (line !== undefined) yield line;
      from = end + 1;
    }
    if (from < chunk.length) buffer.add(chunk.subarray(from));
  }
  const last = buffer.isEmpty ? undefined : buffer.take();
  if (last !== undefined) yield last;
}
