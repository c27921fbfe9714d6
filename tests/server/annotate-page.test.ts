import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderPage } from '../../server/pages/layout.tsx';
import { MarkedText } from '../../server/pages/marked-text.tsx';
import { type AppUnderTest, post, smallDetector, startApp } from './app-under-test.ts';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const FORM = 'application/x-www-form-urlencoded';
const submit = (fields: Record<string, string> | [string, string][], headers = {}) =>
  post(`${app.url}/annotate`, FORM, new URLSearchParams(fields).toString(), headers);

const unescapeHtml = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const textOf = (html: string) => unescapeHtml(html.replace(/<[^>]*>/g, ''));
const markedPart = (page: string) => /<div class="text"[^>]*>(.*?)<\/div>/s.exec(page)?.[1] ?? '';

describe('the form', () => {
  test('works without a script and says that nothing is stored', async () => {
    const page = await (await fetch(`${app.url}/annotate`)).text();
    expect(page).toMatch(/<form [^>]*action="\/annotate" method="post"/);
    expect(page).toContain('<label for="text">');
    expect(page).toContain('Your text is processed in memory and not stored');
  });

  test('takes an example', async () => {
    const page = await (await fetch(`${app.url}/annotate?example=release-zh`)).text();
    expect(/<textarea[^>]*>([^<]{500,})<\/textarea>/.exec(page)?.[1]).toMatch(/\p{Script=Han}/u);
  });

  test('asks again where there is no text', async () => {
    const response = await submit({ text: ' \n' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('role="alert"');
  });

  test.each([
    ['another type of body', () => post(`${app.url}/annotate`, 'text/plain', 'x'), 415],
    ['an unknown field', () => submit({ text: 'x', secret: '1' }), 422],
    ['an unknown threshold', () => submit({ text: 'x', minConfidence: '0.4' }), 422],
  ])('refuses %s', async (_, request, status) => {
    expect((await request()).status).toBe(status);
  });
});

describe('the annotated text', () => {
  const TEXT = 'He said “new quality productive forces”.\n  The Red Engine of the Party branch & <b>others</b>.';

  test('is the submitted text, with browsers’ line ends taken back', async () => {
    const response = await submit({ text: TEXT.replaceAll('\n', '\r\n') });
    const page = await response.text();
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(textOf(markedPart(page))).toBe(TEXT);
  });

  test('has the mentions of the interface', async () => {
    const page = await (await submit({ text: TEXT })).text();
    const { mentions } = app.detector.annotate(TEXT);
    const marked = [
      ...markedPart(page).matchAll(/<mark class="s\d+[^"]*" id="m(\d+)"><a href="#(t\d+)"[^>]*>(.*?)<\/a><\/mark>/g),
    ];
    expect(marked.map(([, number, term, text]) => [number, term, unescapeHtml(text ?? '')])).toEqual(
      mentions.map(({ text }, i) => [String(i + 1), `t${i + 1}`, text]),
    );
    expect(mentions).toHaveLength(2);
  });

  test('cannot run a script', async () => {
    const page = await (
      await submit({ text: '<script>alert(1)</script>"><img src=x onerror=alert(1)> new quality productive forces' })
    ).text();
    expect(page).not.toMatch(/<script(?! type="module" src="\/assets\/)|<img/);
    expect(page).toContain('&lt;script>alert(1)&lt;/script>');
  });

  test('options of the form are followed', async () => {
    const text = 'In the museum an old red engine stands.';
    expect(await (await submit({ text })).text()).toContain('No listed formulation was found at confidence 0.5');
    expect(await (await submit({ text, minConfidence: '0.3' })).text()).not.toContain('#term-party');
    const fields: [string, string][] = [
      ['text', TEXT],
      ['layer', 'analyst'],
      ['layer', 'policy'],
    ];
    expect(await (await submit(fields)).text()).not.toContain('<mark');
  });
});

describe('cards', () => {
  test('keep official usage and readings apart; a reading has source, date, basis and where it differs', async () => {
    const page = await (
      await submit({ text: 'new quality productive forces and new quality productive forces' })
    ).text();
    const card = /<article class="card [^"]*" id="t1">(.*?)<\/article>/s.exec(page)?.[1] ?? '';
    const labels = [...card.matchAll(/<b class="key">(.*?):<\/b>/g)].map(([, label]) => label);
    expect(labels).toEqual(['Official English', 'Official usage', 'Reading']);
    const [official = '', reading = ''] = card.split('<b class="key">Reading:</b>');
    expect(official).toContain('Definition.');
    expect(official).toContain('href="https://example.org/report"');
    expect(official).not.toContain('slogan');
    expect(textOf(reading)).toContain('The gazette takes it for a slogan.');
    expect(textOf(reading)).toContain('Official usage differs: Official usage defines it.');
    expect(textOf(reading)).toMatch(/2025 \(date inferred\); Paragraph 1; a claim about a passage/);
    expect(textOf(card)).toContain('2 mentions: 1 2 · official ×2');
    expect(textOf(card)).toContain('Official English: new quality productive forces');
    expect(textOf(card)).toContain('ordinary text never says this +3');
  });

  test('scripts are named as what they are', async () => {
    const page = await (await submit({ text: 'new quality productive forces' })).text();
    expect(page).toContain('<span lang="zh-Hans">新质生产力</span>');
    expect(page).toContain('<span lang="zh-Hant">新質生產力</span>');
    expect(page).toContain('<i lang="zh-Latn-pinyin">xīnzhì shēngchǎnlì</i>');
    expect(await (await submit({ text: '发展新质生产力' })).text()).toContain('<div class="text" lang="zh">');
  });
});

test('mentions that lie on each other nest, those that cross are cut, and the text stays whole', () => {
  const text = 'Party building work in enterprises of the Party';
  const result = smallDetector().annotate(text, { overlap: 'all' });
  const spans = result.mentions.map(({ start, end }) => text.slice(start, end));
  expect(spans).toEqual(
    expect.arrayContaining([
      'Party building',
      'Party building work in enterprises',
      'work in enterprises of the Party',
    ]),
  );
  const html = renderPage(MarkedText({ text, result, linkTo: (term) => `#${term}` }));
  expect(textOf(markedPart(html))).toBe(text);
  const open: string[] = [];
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)(mark|a|div)\b[^>]*>/g)) {
    if (slash === '') {
      expect(tag === 'a' && open.includes('a')).toBe(false);
      open.push(tag);
    } else expect(open.pop()).toBe(tag);
  }
  expect(open).toEqual([]);
  for (let i = 1; i <= spans.length; i++) expect(html.split(`id="m${i}"`)).toHaveLength(2);
});

test('numbered slogans that no entry lists are named apart from the mentions', async () => {
  const text =
    'The Party branch studied the Red Engine. The committee proposed the “Five Ins and Four Outs”: five ins and four outs guide the cadres.';
  const page = await (await submit({ text })).text();
  expect(textOf(page)).toContain('Perhaps also formulations');
  expect(textOf(page)).toContain('Five Ins and Four Outs');
  expect(page).not.toMatch(/<mark[^>]*><a[^>]*>[^<]*Five Ins/);
});

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'documents');

test.each(['libreoffice.docx', 'chromium.pdf', 'release.html'])('%s is read where a browser sends it', async (name) => {
  const body = new FormData();
  body.set('file', new File([readFileSync(join(FIXTURES, name))], name));
  const page = await (await fetch(`${app.url}/annotate`, { method: 'POST', body })).text();
  expect(page).toContain(`<h1>Annotated: ${name}</h1>`);
  expect(markedPart(page)).not.toContain('&lt;html');
  expect(textOf(markedPart(page)).length).toBeGreaterThan(200);
});

test('a file that cannot be read is told with the way out, and the page keeps its form', async () => {
  const body = new FormData();
  body.set('file', new File([readFileSync(join(FIXTURES, 'libreoffice.docx')).subarray(0, 900)], 'cut.docx'));
  const response = await fetch(`${app.url}/annotate`, { method: 'POST', body });
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toMatch(/role="alert">\s*The file could not be read\./);
  expect(page).toContain('<textarea');
});
