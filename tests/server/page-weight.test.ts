/** What a page costs a reader, with the whole lexicon: bytes before compression. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/main.ts';

const KB = 1000;
const RELEASE = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'soe-release.en.txt'), 'utf8');

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' });
});
afterAll(() => server.close());

const sizeOf = async (path: string, init?: RequestInit) =>
  (await (await fetch(server.url + path, init)).arrayBuffer()).byteLength;

test.each([
  '/',
  '/terms',
  '/terms?q=party',
  '/terms?order=pinyin',
  '/terms/red-engine',
  '/terms/new-quality-productive-forces',
  '/annotate',
  '/compare',
  '/about',
])('%s is at most 60 KB of HTML', async (path) => {
  expect(await sizeOf(path)).toBeLessThanOrEqual(60 * KB);
});

test('every term and lens page is at most 60 KB of HTML', async () => {
  const { terms } = JSON.parse(await (await fetch(`${server.url}/v1/terms?limit=200`)).text()) as {
    terms: { id: string }[];
  };
  const { lenses } = (await (await fetch(`${server.url}/v1/lexicon`)).json()) as { lenses: { id: string }[] };
  for (const path of [...terms.map(({ id }) => `/terms/${id}`), ...lenses.map(({ id }) => `/lenses/${id}`)]) {
    expect([path, (await sizeOf(path)) <= 60 * KB]).toEqual([path, true]);
  }
});

test('an annotated release is at most 60 KB of HTML beside the text, which stands in it twice', async () => {
  const body = new FormData();
  body.set('text', RELEASE);
  const text = Buffer.byteLength(RELEASE);
  expect((await sizeOf('/annotate', { method: 'POST', body })) - 2 * text).toBeLessThanOrEqual(60 * KB);
});

test('the style sheet is at most 15 KB, the scripts of a page together at most 10 KB', async () => {
  const body = new FormData();
  body.set('text', RELEASE);
  const pages = ['/', '/terms/red-engine', '/annotate'].map(async (path) => (await fetch(server.url + path)).text());
  const annotated = (await fetch(`${server.url}/annotate`, { method: 'POST', body })).text();
  for (const page of await Promise.all([...pages, annotated])) {
    const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, path = '']) => path);
    const sizes = await Promise.all([...scripts, '/assets/dom.js'].map((path) => sizeOf(path)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(10 * KB);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
    expect(await sizeOf(style)).toBeLessThanOrEqual(15 * KB);
  }
});
