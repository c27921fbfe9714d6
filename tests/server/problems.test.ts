import { describe, expect, test, vi } from 'vitest';
import { documentPool } from '../../server/documents.ts';
import { PROBLEMS, type Problem } from '../../server/problems.ts';
import { ProblemSchema } from '../../server/schemas/problem.ts';
import { BusyError } from '../../src/node/document-pool.ts';
import { type AppUnderTest, post, smallDetector, startApp } from './app-under-test.ts';

const send = (app: AppUnderTest, type: string, body: BodyInit, headers = {}) =>
  post(`${app.url}/v1/annotate`, type, body, headers);

/** One request for each code. */
const CASES: Record<keyof typeof PROBLEMS, (app: AppUnderTest) => Promise<Response>> = {
  'malformed-json': (app) => send(app, 'application/json', '{'),
  'malformed-text': (app) => send(app, 'text/plain', new Uint8Array([0xff])),
  'malformed-request': (app) => fetch(`${app.url}/v1/terms/%ff`),
  'not-found': (app) => fetch(`${app.url}/v1/nothing`),
  'method-not-allowed': (app) => fetch(`${app.url}/v1/annotate`),
  'not-acceptable': (app) => send(app, 'text/plain', 'x', { Accept: 'image/png' }),
  'request-timeout': (app) =>
    send(app, 'text/plain', new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([120])) })),
  gone: (app) => fetch(`${app.url}/v1/terms/lost-term`),
  'body-too-large': (app) => send(app, 'text/plain', 'x'.repeat(5000)),
  'unsupported-media-type': (app) => send(app, 'image/png', 'x'),
  'invalid-request': (app) => send(app, 'application/json', '{}'),
  'unreadable-document': (app) => send(app, 'application/pdf', 'no PDF'),
  busy: (app) => {
    vi.spyOn(documentPool(), 'read').mockRejectedValueOnce(new BusyError());
    return send(app, 'text/html', '<p>x');
  },
  'too-many-requests': async (app) => {
    for (let i = 0; i < 100; i++) await fetch(`${app.url}/v1/lexicon`);
    return fetch(`${app.url}/v1/lexicon`);
  },
  'internal-error': (app) => {
    vi.spyOn(app.detector, 'annotate').mockImplementation((text) => {
      throw new Error(`failed on ${text}`);
    });
    return send(app, 'text/plain', 'secretBody');
  },
  unavailable: (app) => {
    app.lifecycle.isDraining = true;
    return send(app, 'text/plain', 'x');
  },
};

describe('every code of problem', () => {
  test.each(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[])('%s', async (code) => {
    await using app = await startApp({ BODY_LIMIT: '4kb', RATE_LIMIT: '100', REQUEST_TIMEOUT: '1' }, smallDetector());
    const response = await CASES[code](app);
    const text = await response.text();
    const problem: Problem = ProblemSchema.parse(JSON.parse(text)) as Problem;
    const [status, title] = PROBLEMS[code];
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('ETag')).toBeNull();
    expect(problem).toMatchObject({ type: `/problems/${code}`, title, status });
    expect(problem.instance).toBe(`/problems/occurrences/${response.headers.get('X-Request-Id')}`);
    expect(problem.detail.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/secretBody|node_modules|\.ts:|\.js:|\bat \S+ \(/);
    expect(app.log.join('')).not.toContain('secretBody');
  });
});

test('types are absolute under PUBLIC_URL', async () => {
  await using app = await startApp({ PUBLIC_URL: 'https://tifa.example.org' });
  const problem = (await (await fetch(`${app.url}/v1/nothing`)).json()) as Problem;
  expect(problem.type).toBe('https://tifa.example.org/problems/not-found');
});

test('a type has a page; an unknown one has none', async () => {
  await using app = await startApp();
  const page = await (await fetch(`${app.url}/problems/gone`)).text();
  expect(page).toContain('HTTP status 410');
  expect((await fetch(`${app.url}/problems/none`)).status).toBe(404);
});

test('a browser gets a page with the way on', async () => {
  await using app = await startApp();
  const response = await fetch(`${app.url}/nothing`, {
    headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
  });
  expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(await response.text()).toContain('href="/terms"');
});

test('the limit of requests is told in headers, and health is not limited', async () => {
  await using app = await startApp({ RATE_LIMIT: '2' });
  const first = await fetch(`${app.url}/v1/lexicon`);
  expect(first.headers.get('RateLimit-Policy')).toMatch(/q=2; w=60/);
  expect(first.headers.get('RateLimit')).toMatch(/r=1/);
  await fetch(`${app.url}/v1/lexicon`);
  const refused = await fetch(`${app.url}/v1/lexicon`);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  for (let i = 0; i < 3; i++) expect((await fetch(`${app.url}/livez`)).status).toBe(200);
});
