import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENT_TYPES } from '../../server/documents.ts';
import { AnnotateResultSchema } from '../../server/schemas/result.ts';
import { fixture, isWithin } from '../documents/fixtures.ts';
import { type AppUnderTest, post, startApp } from './app-under-test.ts';

let app: AppUnderTest;
let url: string;
beforeAll(async () => {
  app = await startApp();
  url = `${app.url}/v1/annotate`;
});
afterAll(() => app[Symbol.asyncDispose]());

const typeOf = (format: string) => Object.entries(DOCUMENT_TYPES).find(([, one]) => one === format)?.[0] ?? '';

const FILES = [
  ['pandoc.docx', 'docx'],
  ['libreoffice.pdf', 'pdf'],
  ['release.html', 'html'],
  ['release.md', 'markdown'],
  ['cat-tool-2.1.xliff', 'xliff'],
] as const;

describe.each(FILES)('%s', (name, format) => {
  test('is annotated by its type, with the places in the source', async () => {
    const response = await post(url, typeOf(format), fixture(name));
    const result = AnnotateResultSchema.parse(await response.json());
    expect(result.document.format).toBe(format);
    expect(result.mentions.map(({ term }) => term)).toContain('red-engine');
    expect(result.mentions.every(({ sourceRanges }) => (sourceRanges?.length ?? 0) > 0)).toBe(true);
  });

  test('comes back with notes where its own type is accepted, as a file that no browser shows on this site', async () => {
    const response = await post(`${url}?notes=all`, typeOf(format), fixture(name), { Accept: typeOf(format) });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toContain(typeOf(format));
    expect(response.headers.get('Content-Disposition')).toBe('attachment');
    expect(response.headers.get('Content-Security-Policy')).toContain('sandbox');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.length).toBeGreaterThan(fixture(name).length);
    if (format !== 'docx') expect(isWithin(fixture(name), bytes)).toBe(true);
  });
});

test.each(['gb18030', 'utf-16le', 'utf-16be'] as const)('text in %s comes back in it, with notes', async (encoding) => {
  const text = '发展新质生产力。';
  const inEncoding = {
    gb18030: Buffer.from('b7a2d5b9d0c2d6cac9fab2fac1a6a1a3', 'hex'),
    'utf-16le': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf-16be': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  };
  const source = inEncoding[encoding];
  const type = `text/plain; charset=${encoding}`;
  const annotated = AnnotateResultSchema.parse(await (await post(url, type, source)).json());
  expect(annotated.document).toMatchObject({ format: 'text', encoding });
  const response = await post(url, type, source, { Accept: 'text/plain' });
  expect(response.headers.get('Content-Type')).toBe(type);
  const noted = new TextDecoder(encoding, { fatal: true }).decode(await response.arrayBuffer());
  expect(noted).toContain('发展新质生产力[1]。');
});

test.each([
  [typeOf('pdf'), 'not a PDF', 422],
  [typeOf('docx'), fixture('chromium.pdf'), 422],
  [typeOf('html'), '<div>'.repeat(5000), 422],
  [typeOf('xliff'), '<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', 422],
  [typeOf('docx'), '', 422],
])('a bad %s is refused with the way out', async (type, body, status) => {
  const response = await post(url, type, body);
  expect(response.status).toBe(status);
  expect(((await response.json()) as { detail: string }).detail.length).toBeGreaterThan(10);
});

test('other requests are answered while a document is read', async () => {
  const answered: string[] = [];
  const slow = post(url, typeOf('markdown'), '*a **b '.repeat(20_000)).then(({ status }) => {
    answered.push('document');
    return status;
  });
  await fetch(`${app.url}/livez`).then(() => answered.push('livez'));
  expect([200, 422]).toContain(await slow);
  expect(answered).toEqual(['livez', 'document']);
});
