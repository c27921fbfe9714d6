import { describe, expect, test } from 'vitest';
import { smallDetector, startApp } from './app-under-test.ts';

const CACHED = [
  '/v1/terms?q=engine',
  '/v1/terms/red-engine',
  '/v1/lenses/gazette-2025',
  '/v1/lexicon',
  '/openapi.json',
  '/docs',
  '/',
  '/terms',
  '/terms/red-engine',
  '/lenses/gazette-2025',
  '/annotate',
  '/about',
];

describe('entity tags', () => {
  test.each(CACHED)('%s answers 304 to whoever has it', async (path) => {
    await using app = await startApp();
    const first = await fetch(app.url + path);
    const tag = first.headers.get('ETag') ?? '';
    expect(first.status).toBe(200);
    expect(tag).toMatch(/^W\/"[\w-]{20,}"$/);
    expect(first.headers.get('Cache-Control')).toContain('max-age=300');
    const again = await fetch(app.url + path, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(app.url + path, { headers: { 'If-None-Match': 'W/"other"' } })).status).toBe(200);
  });

  test('they change with the lexicon and with the type of the answer', async () => {
    const detector = smallDetector();
    await using app = await startApp({}, detector);
    await using other = await startApp({}, { ...detector, lexicon: { ...detector.lexicon, digest: 'sha256-other=' } });
    const tagOf = async (url: string, accept: string) =>
      (await fetch(`${url}/terms/red-engine`, { headers: { Accept: accept } })).headers.get('ETag');
    const tags = [
      await tagOf(app.url, 'text/html'),
      await tagOf(app.url, 'application/json'),
      await tagOf(other.url, 'text/html'),
    ];
    expect(new Set(tags).size).toBe(3);
  });

  test('what is not there is never "not modified"', async () => {
    await using app = await startApp();
    expect((await fetch(`${app.url}/v1/terms/none`, { headers: { 'If-None-Match': '*' } })).status).toBe(404);
  });
});

test('the style sheet is kept for ever at an address with its digest', async () => {
  await using app = await startApp();
  const page = await (await fetch(`${app.url}/`)).text();
  const path = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1];
  expect(path).toMatch(/^\/assets\/style\.css\?v=/);
  const style = await fetch(app.url + path);
  expect([style.status, style.headers.get('Content-Type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect(style.headers.get('Cache-Control')).toContain('immutable');
  expect((await style.text()).length).toBeLessThan(15_000);
});

test('answers are compressed', async () => {
  await using app = await startApp();
  const response = await fetch(`${app.url}/openapi.json`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(response.headers.get('Content-Encoding')).toBe('gzip');
});
