import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from './app-under-test.ts';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const get = (path: string, init?: RequestInit) => fetch(app.url + path, init);
const pageOf = async (path: string) => (await get(path)).text();

describe('lookup', () => {
  test('the front page has the search box, the annotator and the subjects', async () => {
    const page = await pageOf('/');
    expect(page).toMatch(/<form action="\/terms" method="get">/);
    expect(page).toContain('href="/annotate"');
    expect(page).toContain('href="/terms?subject=party-building"');
  });

  test('results say why; the query stays in the box, escaped', async () => {
    const page = await pageOf('/terms?q=xzscl');
    expect(page).toContain('pinyin initials: xzscl');
    expect(page).toMatch(/<input id="q"[^>]* value="xzscl"/);
    expect(await pageOf('/terms?q=%22%3E%3Cscript%3Ealert(1)')).not.toContain('<script>');
  });

  test('a dead end has ways on', async () => {
    const page = await pageOf('/terms?q=redengine');
    expect(page).toContain('Nothing for “redengine”');
    expect(page).toContain('href="/terms/red-engine"');
    expect(page).toContain('browse all terms');
  });

  test('the same address gives data where JSON is accepted', async () => {
    const headers = { Accept: 'application/json' };
    expect(await (await get('/terms?q=xzscl', { headers })).json()).toEqual(
      await (await get('/v1/terms?q=xzscl')).json(),
    );
    expect(await (await get('/terms/red-engine', { headers })).json()).toMatchObject({ id: 'red-engine' });
  });

  test('a wrong parameter is refused with a page', async () => {
    const response = await get('/terms?layer=slogan', { headers: { Accept: 'text/html' } });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([422, 'text/html; charset=utf-8']);
  });
});

describe('term page', () => {
  test('keeps the three kinds of statement apart, in order', async () => {
    const page = await pageOf('/terms/new-quality-productive-forces');
    const titles = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
    expect(titles.slice(0, 3)).toEqual(['Literal', 'Official usage', 'Readings']);
    expect(page).toContain('<title>new quality productive forces · Tifa</title>');
    expect(page).toContain('"@type":"DefinedTerm"');
    expect(page).toContain('href="/v1/terms/new-quality-productive-forces"');
  });

  test('says where the Chinese is inferred, and where there is no reading', async () => {
    const page = await pageOf('/terms/red-engine');
    expect(page).toContain('the likely Chinese behind the English');
    expect(page).toContain('None recorded.');
  });

  test('a retired id leads on', async () => {
    const response = await get('/terms/old-engine', { redirect: 'manual' });
    expect([response.status, response.headers.get('Location')]).toEqual([301, '/terms/red-engine']);
    expect((await get('/terms/lost-term')).status).toBe(410);
    expect((await get('/terms/none')).status).toBe(404);
  });
});

test('the lens page has an anchor for each theme, with its claim and terms', async () => {
  const page = await pageOf('/lenses/gazette-2025');
  expect(page).toContain('<section id="first">');
  expect(page).toContain('It claims this.');
  expect(page).toContain('href="/terms/new-quality-productive-forces"');
  expect(page).toContain('(date inferred)');
});

test('the about page names version, digest and method', async () => {
  const page = await pageOf('/about');
  expect(page).toContain('2026.11.0');
  expect(page).toContain('sha256-digestOfTheSmallLexicon=');
});

test('/docs shows every address with a command', async () => {
  const page = await pageOf('/docs');
  for (const path of ['/v1/annotate', '/v1/annotate/batch', '/v1/terms', '/v1/terms/{id}', '/v1/lexicon', '/metrics']) {
    expect(page).toContain(`<code>${path}</code>`);
  }
  expect(page.match(/curl /g)?.length).toBeGreaterThan(8);
});

test('links of pages begin with the path of PUBLIC_URL', async () => {
  await using below = await startApp({ PUBLIC_URL: 'https://example.org/tifa' });
  for (const path of ['/', '/terms', '/terms/red-engine', '/annotate', '/docs', '/about', '/lenses/gazette-2025']) {
    const page = await (await fetch(below.url + path)).text();
    const links = [...page.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, address]) => address);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((address) => !address?.startsWith('/tifa/'))).toEqual([]);
  }
});

test.each(['/', '/terms', '/terms/red-engine', '/annotate', '/docs', '/about', '/lenses/gazette-2025'])(
  '%s has one h1, a title, a language and ids that are unique',
  async (path) => {
    const page = await pageOf(path);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page.length).toBeLessThan(60_000);
  },
);
