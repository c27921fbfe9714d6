import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AnnotateResultSchema } from '../../server/schemas/result.ts';
import { type AppUnderTest, post, startApp } from './app-under-test.ts';

const TEXT =
  'Party branch members met.\nThe group develops “new quality productive forces”: the Red Engine of the Party branch.';
const UNSURE = 'They speak of new quality productive forces. In the museum an old red engine stands.';
const digest = (text: string | Uint8Array) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

let app: AppUnderTest;
let url: string;
beforeAll(async () => {
  app = await startApp();
  url = `${app.url}/v1/annotate`;
});
afterAll(() => app[Symbol.asyncDispose]());

const postJson = (body: unknown, headers = {}) => post(url, 'application/json', JSON.stringify(body), headers);
const problemOf = async (response: Response) => {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  return (await response.json()) as {
    status: number;
    type: string;
    errors?: { pointer: string; code: string; detail: string }[];
  };
};

describe('what is answered', () => {
  test('JSON is the result of the library, to the byte', async () => {
    const response = await postJson({ id: 'a.txt', text: TEXT, explain: true, metadata: { company: 'X' } });
    const document = { id: 'a.txt', metadata: { company: 'X' }, digest: digest(TEXT), baseUrl: '' };
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.text()).toBe(JSON.stringify(app.detector.annotate(TEXT, { explain: true }, document)));
  });

  test.each([
    ['whoever takes it as it is', {}, undefined],
    ['whoever unzips', { 'Accept-Encoding': 'gzip' }, 'gzip'],
  ])('JSON is the same for %s', async (_who, headers, encoding) => {
    const sent = request(url, { method: 'POST', headers: { 'Content-Type': 'text/plain', ...headers } });
    sent.end(TEXT.repeat(10));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const body = await buffer(response);
    const text = String(encoding === undefined ? body : gunzipSync(body));
    const read = { digest: digest(TEXT.repeat(10)), format: 'text', encoding: 'utf-8' };
    const result = app.detector.annotate(TEXT.repeat(10), {}, { ...read, baseUrl: '' });
    expect(text).toBe(JSON.stringify(result));
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers.vary?.split(', ').sort()).toEqual(['Accept', 'Accept-Encoding']);
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers['content-length']).toBe(encoding === undefined ? String(body.length) : undefined);
  });

  test('the result is what the published schema says', async () => {
    const result = AnnotateResultSchema.parse(await (await postJson({ text: UNSURE, explain: true })).json());
    expect(result.mentions.map(({ term }) => term)).toEqual(['new-quality-productive-forces']);
    expect(result.rejected?.length).toBeGreaterThan(0);
  });

  test('a plain body gives the same mentions, with options from the query', async () => {
    const inJson = await postJson({ text: TEXT, minConfidence: 0.1, layers: ['formulation'] });
    const { document, ...json } = (await inJson.json()) as { document: object };
    const plain = await post(`${url}?minConfidence=0.1&layers=formulation`, 'text/plain', TEXT);
    expect(await plain.json()).toEqual({ ...json, document: { ...document, format: 'text', encoding: 'utf-8' } });
  });

  test('offsets come in the encoding that is asked for', async () => {
    const response = await postJson({ text: '🚀新质生产力', offsetEncoding: 'utf-8' });
    const { mentions } = (await response.json()) as { mentions: { start: number; end: number }[] };
    expect(mentions).toMatchObject([{ start: 4, end: 19 }]);
  });

  test('an empty text has no mentions', async () => {
    expect(await (await postJson({ text: '' })).json()).toMatchObject({ mentions: [] });
  });

  test('the digest of other bytes is given beside that of the text', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('新质生产力')]);
    const { document } = (await (await post(url, 'text/plain', bytes)).json()) as { document: object };
    expect(document).toMatchObject({ digest: digest('新质生产力'), sourceDigest: digest(bytes) });
  });

  test('a charset that is named is used', async () => {
    const gb = new Uint8Array([0xd0, 0xc2, 0xd6, 0xca, 0xc9, 0xfa, 0xb2, 0xfa, 0xc1, 0xa6]);
    const { mentions } = (await (await post(url, 'text/plain; charset=gb18030', gb)).json()) as {
      mentions: { text: string }[];
    };
    expect(mentions).toMatchObject([{ text: '新质生产力' }]);
  });

  test('a zipped body is read', async () => {
    const response = await post(url, 'text/plain', gzipSync('new quality productive forces'), {
      'Content-Encoding': 'gzip',
    });
    expect(await response.json()).toMatchObject({ mentions: [{ text: 'new quality productive forces' }] });
  });

  test('links begin with PUBLIC_URL', async () => {
    await using other = await startApp({ PUBLIC_URL: 'https://tifa.example.org/base/' });
    const response = await post(`${other.url}/v1/annotate`, 'text/plain', 'new quality productive forces');
    const { terms } = (await response.json()) as { terms: Record<string, { url: string }> };
    expect(terms['new-quality-productive-forces']?.url).toBe(
      'https://tifa.example.org/base/terms/new-quality-productive-forces',
    );
  });
});

describe('formats', () => {
  test('HTML is a page whose style sheet its own policy allows and whose text cannot run', async () => {
    const text = '<script>alert(1)</script> new quality productive forces';
    const response = await post(url, 'text/plain', text, { Accept: 'text/html' });
    const page = await response.text();
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    expect(response.headers.get('Content-Security-Policy')).toContain(`style-src '${digest(style)}'`);
  });

  test('CSV has one row for each mention', async () => {
    const text = TEXT.replace('\n', ' ');
    const { mentions } = (await (await postJson({ text })).json()) as { mentions: { text: string }[] };
    const response = await postJson({ text }, { Accept: 'text/csv' });
    const [header, ...rows] = (await response.text()).trimEnd().split('\n');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(header).toMatch(/^id,line,column,/);
    expect(rows).toHaveLength(mentions.length);
    expect(rows[0]).toContain('new quality productive forces');
  });

  test('Web Annotations come as JSON-LD, with the entries even where terms are off', async () => {
    const response = await postJson({ text: TEXT, terms: 'none' }, { Accept: 'application/ld+json' });
    expect(response.headers.get('Content-Type')).toContain('application/ld+json; profile=');
    expect(await response.json()).toMatchObject({ type: 'AnnotationCollection', total: 2 });
  });

  test('formats that need UTF-16 offsets say so', async () => {
    const response = await postJson({ text: TEXT, offsetEncoding: 'utf-8' }, { Accept: 'text/html' });
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors).toMatchObject([{ pointer: '#/offsetEncoding' }]);
  });

  test('the type preferred most is chosen', async () => {
    const response = await postJson({ text: TEXT }, { Accept: 'text/csv;q=0.5, application/json;q=0.4, image/png' });
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Vary')).toContain('Accept');
  });
});

describe('what is refused', () => {
  test.each([
    ['text of another type', { text: 5 }, '#/text', 'wrong-type'],
    ['no text', {}, '#/text', 'missing'],
    ['an unknown member', { text: '', minconfidence: 1 }, '#/minconfidence', 'unknown-member'],
    ['a threshold out of range', { text: '', minConfidence: 2 }, '#/minConfidence', 'out-of-range'],
    ['an unknown layer', { text: '', layers: ['formulation', 'slogan'] }, '#/layers/1', 'unknown-value'],
    ['no layers', { text: '', layers: [] }, '#/layers', 'out-of-range'],
    ['an unknown unit', { text: '', offsetEncoding: 'bytes' }, '#/offsetEncoding', 'unknown-value'],
    ['a lone surrogate', { text: 'ab\ud83dcd' }, '#/text', 'lone-surrogate'],
    ['a list', [], '#', 'wrong-type'],
  ])('%s', async (_, body, pointer, code) => {
    const response = await postJson(body);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors).toMatchObject([{ pointer, code }]);
  });

  test('a lone surrogate with its position', async () => {
    const { errors } = await problemOf(await postJson({ text: '🚀b\udc00' }));
    expect(errors?.[0]?.detail).toContain('code unit 3');
  });

  test('all faults at once', async () => {
    const { errors } = await problemOf(await postJson({ text: 1, overlap: 'none', explain: 'yes' }));
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['#/text', '#/overlap', '#/explain']);
  });

  test('options of a JSON request in the query', async () => {
    const response = await post(`${url}?minConfidence=0.1`, 'application/json', '{"text":""}');
    expect(response.status).toBe(422);
  });

  test('an unknown parameter', async () => {
    const { status, errors } = await problemOf(await post(`${url}?confidence=0.1`, 'text/plain', 'x'));
    expect([status, errors?.[0]?.pointer]).toEqual([422, '#/confidence']);
  });

  test.each([
    ['{"text": "secretWord', 400, 'malformed-json'],
    ['', 400, 'malformed-json'],
  ])('JSON that is none: %s', async (body, status, type) => {
    const response = await post(url, 'application/json', body);
    const problem = await problemOf(response);
    expect([response.status, problem.status, problem.type]).toEqual([status, status, `/problems/${type}`]);
    expect(JSON.stringify(problem)).not.toContain('secretWord');
  });

  test('bytes that are no text', async () => {
    expect((await problemOf(await post(url, 'text/plain', new Uint8Array([0xc3, 0x28])))).type).toBe(
      '/problems/malformed-text',
    );
  });

  test.each([['text/csv'], ['application/x-www-form-urlencoded'], ['']])('a body of type "%s"', async (type) => {
    const response = await post(url, type, new TextEncoder().encode('x'));
    expect(response.status).toBe(415);
    expect(response.headers.get('Accept-Post')).toContain('text/plain');
  });

  test.each([
    ['text/plain; charset=klingon', {}],
    ['text/plain', { 'Content-Encoding': 'lzma' }],
  ])('an unknown charset or encoding: %s %o', async (type, headers) => {
    expect((await post(url, type, 'x', headers as Record<string, string>)).status).toBe(415);
  });

  test('an Accept that fits nothing', async () => {
    expect((await postJson({ text: '' }, { Accept: 'image/png' })).status).toBe(406);
  });

  test('other methods', async () => {
    const response = await fetch(url);
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS']);
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(204);
  });

  test('a body above the limit, which is a setting', async () => {
    await using small = await startApp({ BODY_LIMIT: '2kb' });
    const response = await post(`${small.url}/v1/annotate`, 'text/plain', 'x'.repeat(2049));
    expect(response.status).toBe(413);
    expect(JSON.stringify(await problemOf(response))).toContain('2048');
    expect((await post(`${small.url}/v1/annotate`, 'text/plain', 'x'.repeat(2048))).status).toBe(200);
  });
});
