import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BatchLineSchema } from '../../server/schemas/problem.ts';
import { type AppUnderTest, post, smallDetector, startApp } from './app-under-test.ts';

const TYPE = 'application/x-ndjson';
let app: AppUnderTest;
let url: string;
beforeAll(async () => {
  app = await startApp({ BODY_LIMIT: '4kb' });
  url = `${app.url}/v1/annotate/batch`;
});
afterAll(() => app[Symbol.asyncDispose]());

interface Line {
  line?: number;
  id?: string;
  status?: number;
  result?: { mentions: unknown[]; options: Record<string, unknown> };
  problem?: { type: string; errors?: { pointer: string }[] };
  summary?: Record<string, number>;
}

async function linesOf(response: Response): Promise<Line[]> {
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => BatchLineSchema.parse(JSON.parse(line)) as Line);
}

const send = (lines: readonly unknown[], query = '', headers = {}) =>
  post(
    url + query,
    TYPE,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    headers,
  );

describe('lines', () => {
  test('are JSON to the byte, the result in them too', async () => {
    const response = await send([{ id: '“a”', text: 'new quality productive forces' }, { text: 'nothing' }, 'no JSON']);
    const lines = (await response.text()).split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines.slice(0, -1)) expect(line).toBe(JSON.stringify(JSON.parse(line)));
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual(['line', 'id', 'status', 'result']);
  });

  test('each gets its answer, in order, and the summary comes last', async () => {
    const response = await send([
      { id: 'a', text: 'new quality productive forces' },
      { id: 'b', text: 'nothing' },
      { text: '新质生产力' },
    ]);
    const lines = await linesOf(response);
    expect(response.headers.get('Content-Type')).toBe('application/x-ndjson');
    expect(lines.map(({ line, id, status }) => [line, id, status])).toEqual([
      [1, 'a', 200],
      [2, 'b', 200],
      [3, '', 200],
      [undefined, undefined, undefined],
    ]);
    expect(lines.at(-1)).toEqual({ summary: { lines: 3, annotated: 3, failed: 0, mentions: 2 } });
  });

  test('a bad line costs only itself', async () => {
    const lines = await linesOf(
      await send([
        { id: 'a', text: 'new quality productive forces' },
        '{"id": "b", "text"',
        { id: 'c', text: 5 },
        '',
        { id: 'd', text: 'x'.repeat(5000) },
        { id: 'e', text: '\ud800' },
        { id: 'f', text: 'x', unknown: 1 },
        { id: 'g', text: '新质生产力' },
      ]),
    );
    expect(lines.map(({ line, id, status, problem }) => [line, id, status, problem?.type])).toEqual([
      [1, 'a', 200, undefined],
      [2, undefined, 400, '/problems/malformed-json'],
      [3, 'c', 422, '/problems/invalid-request'],
      [5, undefined, 413, '/problems/body-too-large'],
      [6, 'e', 422, '/problems/invalid-request'],
      [7, 'f', 422, '/problems/invalid-request'],
      [8, 'g', 200, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
    expect(lines.at(-1)?.summary).toEqual({ lines: 7, annotated: 2, failed: 5, mentions: 2 });
  });

  test('options of the query hold where a line has none', async () => {
    const lines = await linesOf(
      await send([{ text: 'x' }, { text: 'x', minConfidence: 0.9 }], '?minConfidence=0.2&terms=none'),
    );
    expect(lines.slice(0, 2).map(({ result }) => [result?.options.minConfidence, result?.options.terms])).toEqual([
      [0.2, 'none'],
      [0.9, 'none'],
    ]);
  });

  test('nothing in, a summary out', async () => {
    expect(await linesOf(await send(['']))).toEqual([{ summary: { lines: 0, annotated: 0, failed: 0, mentions: 0 } }]);
  });

  test('a zipped body is read; one that is none is refused', async () => {
    const headers = { 'Content-Encoding': 'gzip' };
    const zipped = await post(url, TYPE, gzipSync('{"text":"new quality productive forces"}\n'), headers);
    expect((await linesOf(zipped)).at(-1)?.summary?.mentions).toBe(1);
    expect((await post(url, TYPE, 'no zip', headers)).status).toBe(400);
  });
});

describe('the stream', () => {
  test.each([
    ['identity', () => new PassThrough()],
    ['gzip', () => createGunzip()],
  ])('answers a line before the next is sent, %s', async (encoding, createDecoder) => {
    const sent = request(url, { method: 'POST', headers: { 'Content-Type': TYPE, 'Accept-Encoding': encoding } });
    sent.write('{"id":"first","text":"new quality productive forces"}\n');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect(response.headers['content-encoding'] ?? 'identity').toBe(encoding);
    const lines = createInterface(response.pipe(createDecoder()))[Symbol.asyncIterator]();
    expect(JSON.parse((await lines.next()).value ?? '')).toMatchObject({ line: 1, id: 'first', status: 200 });
    sent.end('{"id":"second","text":"x"}\n');
    expect((await lines.next()).value).toContain('"second"');
    expect((await lines.next()).value).toContain('"summary"');
    expect((await lines.next()).done).toBe(true);
  });

  test('many lines that have to wait, compressed, leave no listener behind', async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on('warning', warn);
    const line = JSON.stringify({ text: 'new quality productive forces '.repeat(120) });
    const answer = await post(url, TYPE, `${line}\n`.repeat(60), { 'Accept-Encoding': 'gzip' });
    const lines = await linesOf(answer);
    expect(lines.at(-1)?.summary?.annotated).toBe(60);
    process.off('warning', warn);
    expect(warnings).toEqual([]);
  });

  test('waits for a caller that does not read, and stops when it goes away', async () => {
    const detector = smallDetector();
    const annotate = vi.spyOn(detector, 'annotate');
    await using slow = await startApp({}, detector);
    const sent = request(`${slow.url}/v1/annotate/batch`, { method: 'POST', headers: { 'Content-Type': TYPE } });
    sent.on('error', () => undefined);
    const line = `${JSON.stringify({ text: 'new quality productive forces '.repeat(1000) })}\n`;
    const total = 400;
    for (let i = 0; i < total; i++) sent.write(line);
    sent.end();
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { destroy(): void }];
    response.pause();
    const annotatedWhenQuiet = async () => {
      let before = -1;
      while (annotate.mock.calls.length !== before) {
        before = annotate.mock.calls.length;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return before;
    };
    expect(await annotatedWhenQuiet()).toBeLessThan(total);
    sent.destroy();
    await expect.poll(() => slow.log.join(''), { timeout: 10_000 }).toContain('request aborted');
    expect(await annotatedWhenQuiet()).toBeLessThan(total);
    expect((await fetch(`${slow.url}/livez`)).status).toBe(200);
    expect(slow.log.join('')).not.toContain('internal-error');
  });
});

describe('what is refused', () => {
  test('another type of body, another type of answer, another method, a wrong option', async () => {
    expect((await post(url, 'application/json', '{}')).status).toBe(415);
    expect((await send([], '', { Accept: 'text/html' })).status).toBe(406);
    expect((await fetch(url)).status).toBe(405);
    expect((await send([], '?overlap=some')).status).toBe(422);
    expect((await post(url, TYPE, '{}', { 'Content-Encoding': 'lzma' })).status).toBe(415);
  });
});
