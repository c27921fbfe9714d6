import { expect, test } from 'vitest';
import { startApp } from './app-under-test.ts';

test.each(['/', '/annotate', '/docs', '/v1/lexicon', '/nothing', '/livez'])(
  '%s has a strict content policy',
  async (path) => {
    await using app = await startApp();
    const { headers } = await fetch(app.url + path);
    expect(
      headers
        .get('Content-Security-Policy')
        ?.split(';')
        .map((directive) => directive.trim()),
    ).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  },
);

test('transport security is asked for only where the public address has it', async () => {
  await using app = await startApp({ PUBLIC_URL: 'https://tifa.example.org' });
  expect((await fetch(`${app.url}/`)).headers.get('Strict-Transport-Security')).toBe('max-age=15552000');
});

test.each(['/', '/terms?q=engine', '/terms/red-engine', '/lenses/gazette-2025', '/annotate', '/docs', '/about'])(
  '%s asks nothing of third parties and runs no script but its own',
  async (path) => {
    await using app = await startApp();
    const page = await (await fetch(app.url + path)).text();
    const loaded = [
      ...page.matchAll(
        /<(?:link[^>]+rel="(?:stylesheet|icon|preload)"[^>]+href|script[^>]+src|img[^>]+src)="([^"]+)"/g,
      ),
    ];
    expect(
      loaded.map(([, address]) => address).filter((address) => !/^(?:\/assets\/|data:)/.test(address ?? '')),
    ).toEqual([]);
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json"| type="module" src="\/assets\/[a-z]+\.js\?v=)/);
    expect(page).not.toMatch(/ style="| on\w+="/);
  },
);
