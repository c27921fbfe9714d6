import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { post, startApp } from './app-under-test.ts';

test('the process is alive and ready', async () => {
  await using app = await startApp();
  expect(await (await fetch(`${app.url}/livez`)).text()).toBe('ok\n');
  expect(await (await fetch(`${app.url}/readyz`)).text()).toBe('ready\n');
  expect((await fetch(`${app.url}/readyz`, { method: 'POST' })).status).toBe(405);
});

test('while it drains it is alive, not ready, and takes no work', async () => {
  await using app = await startApp();
  app.lifecycle.isDraining = true;
  expect((await fetch(`${app.url}/livez`)).status).toBe(200);
  const ready = await fetch(`${app.url}/readyz`);
  expect([ready.status, ready.headers.get('Retry-After'), ready.headers.get('Connection')]).toEqual([
    503,
    '5',
    'close',
  ]);
  const refused = await post(`${app.url}/v1/annotate`, 'text/plain', 'x');
  expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([503, '/problems/unavailable']);
  expect((await fetch(`${app.url}/metrics`)).status).toBe(200);
});

test('figures name routes, not addresses, and hold nothing of a text', async () => {
  await using app = await startApp();
  await post(`${app.url}/v1/annotate`, 'text/plain', 'new quality productive forces');
  await fetch(`${app.url}/v1/terms/red-engine?x=1`);
  await fetch(`${app.url}/secret-address`);
  const response = await fetch(`${app.url}/metrics`);
  const metrics = await response.text();
  expect(response.headers.get('Content-Type')).toContain('text/plain');
  expect(metrics).toMatch(/tifa_documents_total 1\n/);
  expect(metrics).toMatch(/tifa_mentions_total 1\n/);
  expect(metrics).toContain('route="/v1/terms/:id"');
  expect(metrics).toContain('tifa_lexicon_entries{version="2026.11.0"');
  expect(metrics).not.toContain('secret-address');
  expect(metrics).not.toContain('red-engine');
});

test('the log has ids, paths and statuses, but neither bodies nor queries', async () => {
  await using app = await startApp();
  const response = await post(`${app.url}/v1/annotate?id=secretQuery`, 'text/plain', 'secretBody', {
    'X-Request-Id': 'my-id-1',
  });
  expect(response.headers.get('X-Request-Id')).toBe('my-id-1');
  const own = await fetch(`${app.url}/v1/lexicon`, { headers: { 'X-Request-Id': 'no good id' } });
  expect(own.headers.get('X-Request-Id')).toMatch(/^[\da-f-]{36}$/);
  await fetch(`${app.url}/livez`);
  await expect.poll(() => app.log.length).toBe(2);
  // A line is written when its answer has left, which may be after the client has begun the next request.
  const lines = app.log.map((line) => JSON.parse(line) as { req: { method: string } });
  expect(lines.find(({ req }) => req.method === 'POST')).toMatchObject({
    req: { id: 'my-id-1', method: 'POST', path: '/v1/annotate' },
    res: { status: 200 },
  });
  expect(app.log.join('')).not.toMatch(/secret|127\.0\.0\.1/);
});

test('a request on an open connection is told to close it while the server drains', async () => {
  await using app = await startApp();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = () =>
    new Promise<[number | undefined, string | undefined]>((resolve) => {
      request(`${app.url}/v1/lexicon`, { agent }, (response) => {
        response.resume().on('end', () => resolve([response.statusCode, response.headers.connection]));
      }).end();
    });
  expect((await get())[0]).toBe(200);
  app.lifecycle.isDraining = true;
  expect(await get()).toEqual([503, 'close']);
  agent.destroy();
});
