import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from './app-under-test.ts';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp({ REQUEST_TIMEOUT: '1' });
});
afterAll(() => app[Symbol.asyncDispose]());

const LINE = '{"text":"new quality productive forces"}\n';

function post(path: string, type: string) {
  const sent = request(app.url + path, { method: 'POST', headers: { 'Content-Type': type } });
  sent.on('error', () => undefined);
  return { sent, response: once(sent, 'response') as Promise<[IncomingMessage]> };
}

test('a document that does not arrive is refused', async () => {
  const { sent, response } = post('/v1/annotate', 'text/plain');
  sent.write('new quality');
  const [message] = await response;
  expect([message.statusCode, message.headers.connection]).toEqual([408, 'close']);
  expect(JSON.parse(await text(message))).toMatchObject({ status: 408, detail: expect.stringContaining('1 seconds') });
  await once(sent, 'close');
});

test('a batch may take longer, as long as it moves', async () => {
  const { sent, response } = post('/v1/annotate/batch', 'application/x-ndjson');
  sent.write(LINE);
  const answer = response.then(([message]) => text(message));
  for (let i = 0; i < 5; i++) {
    await setTimeout(400);
    sent.write(LINE);
  }
  sent.end();
  expect(await answer).toContain('"annotated":6');
});

test('a batch that stands still is cut', async () => {
  const { sent, response } = post('/v1/annotate/batch', 'application/x-ndjson');
  sent.write(LINE);
  const [message] = await response;
  await expect(text(message)).rejects.toThrow();
});

test('a connection that served a batch serves others after a pause', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (path: string, type: string) => {
    const sent = request(app.url + path, { method: 'POST', agent, headers: { 'Content-Type': type } });
    sent.end(LINE);
    const [message] = (await once(sent, 'response')) as [IncomingMessage];
    const { localPort } = message.socket;
    await text(message);
    return [message.statusCode, localPort];
  };
  const [status, port] = await send('/v1/annotate/batch', 'application/x-ndjson');
  await setTimeout(1500);
  expect(await send('/v1/annotate', 'text/plain')).toEqual([status, port]);
  agent.destroy();
});
