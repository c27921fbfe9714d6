/**
 * Puts load on a server over sockets that stay open. Client and server share the machine's cores, so as little as can be is done with
 * an answer: its status is looked at and its bytes are counted, all of them read into one buffer.
 */
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';
const READ_BUFFER = 1 << 18;

/** The bytes of a request for an answer in JSON to `text`. */
function requestOf(host: string, text: string): Buffer {
  const body = Buffer.from(text);
  const head = [
    'POST /v1/annotate HTTP/1.1',
    `Host: ${host}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head + HEAD_END), body]);
}

/** Bytes of the body that the head at the start of an answer announces, and how long that head is. */
function readHead(bytes: Buffer): { length: number; body: number } {
  const end = bytes.indexOf(HEAD_END);
  assert.ok(end > 0, 'the head of an answer comes in one piece');
  const head = bytes.toString('latin1', 0, end + 2);
  assert.match(head, /^HTTP\/1\.1 200 /);
  const body = /\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1];
  assert.ok(body !== undefined, 'the answer says how long it is');
  return { length: end + HEAD_END.length, body: Number(body) };
}

/** A connection over which one request after the other is sent. */
class Connection {
  private readonly socket: Socket;
  /** Bytes of the answer that are still to come; undefined until its head is there. */
  private missing: number | undefined;
  private answered: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor({ hostname, port }: URL) {
    const onread = {
      buffer: Buffer.allocUnsafe(READ_BUFFER),
      callback: (length: number, buffer: Uint8Array) => {
        this.take(buffer as Buffer, length);
        return true;
      },
    };
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true, onread });
    this.socket.on('error', (error) => this.answered.reject(error));
    this.socket.on('close', () => this.answered.reject(new Error('the server closed the connection')));
    this.answered.promise.catch(() => undefined);
  }

  private take(buffer: Buffer, length: number): void {
    try {
      if (this.missing === undefined) {
        const head = readHead(buffer.subarray(0, length));
        this.missing = head.length + head.body;
      }
      this.missing -= length;
      assert.ok(this.missing >= 0, 'nothing comes that was not asked for');
      if (this.missing === 0) {
        this.missing = undefined;
        this.answered.resolve();
      }
    } catch (error) {
      this.answered.reject(error);
    }
  }

  /** Milliseconds until the answer is complete. */
  async ask(request: Buffer): Promise<number> {
    this.answered = Promise.withResolvers();
    const start = performance.now();
    this.socket.write(request);
    await this.answered.promise;
    return performance.now() - start;
  }

  close(): void {
    this.socket.removeAllListeners('close').destroy();
  }
}

/**
 * Asks for annotations for `duration` milliseconds over several connections at once. `textOf` gives the text of each request by its
 * number. Gives the latencies of all requests, in milliseconds.
 */
export async function putLoad(
  url: string,
  connections: number,
  duration: number,
  textOf: (number: number) => string,
): Promise<number[]> {
  const address = new URL(url);
  const latencies: number[] = [];
  const end = performance.now() + duration;
  let sent = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = new Connection(address);
      while (performance.now() < end) latencies.push(await connection.ask(requestOf(address.host, textOf(sent++))));
      connection.close();
    }),
  );
  return latencies;
}
