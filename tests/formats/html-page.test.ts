import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHtmlPage } from '../../src/formats/html-page.ts';
import { html, link } from '../../src/formats/html-template.ts';
import { annotated } from './annotated.ts';

const plainOf = (text: string) =>
  text
    .replace(/<sup[^>]*>[^<]*<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const textOf = (page: string) => plainOf(/<div class="text"[^>]*>(.*?)<\/div><\/section>/s.exec(page)?.[1] ?? '');

describe('the template', () => {
  test('escapes everything that was not made by it', () => {
    expect(html`<p title="${'"><'}">${'<b>'}${html`<i>${'&'}</i>`}${undefined}${['<', html`<br>`]}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;">&lt;b&gt;<i>&amp;</i>&lt;<br></p>',
    );
  });

  test('links lead only to the web', () => {
    expect(link('javascript:alert(1)', 'x').text).toBe('x');
    expect(link('https://example.org/?a&b', 'x').text).toBe('<a href="https://example.org/?a&amp;b">x</a>');
  });
});

describe('the page', () => {
  const text = 'A <script>alert(1)</script> & the Red Engine of the "two rare earth bases".';
  const page = formatHtmlPage(annotated(text, {}, '<img src=x onerror=y>'), text);

  test('escapes text, id and entries', () => {
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('Official &lt;usage&gt; of the phrase.');
  });

  test('asks for nothing from elsewhere', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<(?:link|script|img|iframe)\b|@import|url\(/);
  });

  test('marks each mention by subject and number, with a link to its entry', () => {
    expect(page).toContain(
      '<mark class="s-party-building"><span id="m-1"></span><a href="#term-red-engine" title="Red Engine">Red Engine</a><sup aria-hidden="true">1</sup></mark>',
    );
    expect(page).toContain('.s-party-building { --hue:');
    expect(page).toContain('id="term-two-bases"');
  });

  test('tells official usage from the reading, each with source and date, and shows where they differ', () => {
    const flat = plainOf(page);
    expect(flat).toContain('Official usageOfficial <usage> of the phrase.');
    expect(flat).toContain("On the red engine, People's Tribune, 2019-01-22");
    expect(flat).toContain(
      'Reading of The Observer, A commentary, 2025 (date inferred) · Governance as loyalty · only names the phrase',
    );
    expect(flat).toContain('Where official usage differs: Official usage has no loyalty metrics.');
  });

  test('shows what was turned down when the result has it', () => {
    expect(page).not.toContain('Turned down');
    expect(formatHtmlPage(annotated(text, { explain: true }), text)).toContain('Turned down');
  });

  test('a result in other units is refused', () => {
    expect(() => formatHtmlPage(annotated(text, { offsetEncoding: 'utf-8' }), text)).toThrow(RangeError);
  });
});

test('the text of the page is the text, whatever it is and however mentions overlap', () => {
  const piece = fc.oneof(
    fc.constantFrom('two rare earth bases', 'Red Engine', '两个稀土基地', '<b>', '&amp;', '\n', ' '),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('').replaceAll('\0', '');
      expect(textOf(formatHtmlPage(annotated(text, { overlap: 'all' }), text))).toBe(text);
    }),
  );
});
