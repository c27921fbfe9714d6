import { describe, expect, test } from 'vitest';
import { readHtmlText } from '../../src/documents/html-view.ts';
import { readMarkdownText } from '../../src/documents/markdown-view.ts';
import { inReadingOrder, linesOf, textOfLine, withoutRunningHeads } from '../../src/documents/pdf-lines.ts';
import { addLines, plainText } from '../../src/documents/pdf-text.ts';
import { sourceRangesOf } from '../../src/documents/source-ranges.ts';
import { ViewBuilder } from '../../src/documents/text-view.ts';
import { decodeText } from '../../src/node/decode-text.ts';
import { annotateFixture, fixture, text } from './fixtures.ts';

const SOURCED = ['release.html', 'release.md', 'cat-tool-1.2.xlf', 'cat-tool-2.1.xliff'];
const ALL = [...SOURCED, 'pandoc.docx', 'libreoffice.docx', 'libreoffice.pdf', 'chromium.pdf'];

describe.each(ALL)('%s', (name) => {
  test('has its formulations, each as the view has it', async () => {
    const { content, result } = await annotateFixture(name);
    const terms = new Set(result.mentions.map(({ term }) => term));
    expect([...terms]).toEqual(
      expect.arrayContaining(['red-engine', 'two-consistencies', 'new-quality-productive-forces']),
    );
    for (const { start, end, text: quote } of result.mentions) expect(content.text.slice(start, end)).toBe(quote);
  });

  test('says where in the source each mention lies', async () => {
    const { result } = await annotateFixture(name);
    for (const { sourceRanges } of result.mentions) expect(sourceRanges?.length).toBeGreaterThan(0);
  });

  test('is not read where it is hidden, deleted, code or a note of somebody else', async () => {
    const { content } = await annotateFixture(name);
    expect(content.text).not.toMatch(/from memory|a note of the project|var s/);
    // LibreOffice does not take the attribute over.
    if (name !== 'libreoffice.docx') expect(content.text).not.toContain('hidden');
  });
});

test.each(SOURCED)('%s: the source ranges hold the letters of the mention', async (name) => {
  const { result } = await annotateFixture(name);
  const source = text(fixture(name));
  for (const mention of result.mentions) {
    const quoted = mention.sourceRanges?.map(({ start, end }) => source.slice(start, end)).join('') ?? '';
    const letters = (one: string) => one.replace(/&nbsp;|&#32;|\s+/g, '').replace('&#21147;', '力');
    expect(letters(quoted)).toBe(letters(mention.text));
  }
});

describe('what a document says of itself', () => {
  test.each([
    ['release.html', { company: 'Example Steel Group', date: '2025-01-17', url: 'https://steel.example/news/1' }],
    ['release.md', { company: 'Example Steel Group', date: '2025-01-17', url: 'https://steel.example/news/1' }],
    ['pandoc.docx', {}],
    ['libreoffice.pdf', {}],
  ])('%s', async (name, more) => {
    const { result } = await annotateFixture(name);
    expect(result.document.metadata).toMatchObject({
      title: 'Example Steel holds its annual work conference',
      ...more,
    });
  });
});

describe('HTML', () => {
  const view = (html: string) => readHtmlText(html).text;
  test('spaces, entities and tags are as a browser shows them', () => {
    expect(view('<p>a\n  b<b> c</b >&amp;d</p ><p>e<br>f')).toBe('a b c&d\n\ne\nf');
    expect(view('<p>x<wbr>y&shy;z &lt;p&gt;')).toBe('xy\u00adz <p>');
    expect(view('<pre>a\n b</pre>')).toBe('a\n b');
  });
  test.each(['<p hidden>x</p>', '<p style="display: none">x', '<template>x</template>', '<noscript>x</noscript>'])(
    'leaves %s out',
    (html) => {
      expect(view(`<div>a</div>${html}</p><div>b</div>`)).toBe('a\n\nb');
    },
  );
});

describe('Markdown', () => {
  test('markup between the letters is no part of the text', () => {
    const view = readMarkdownText('# A\n\nnew *quality* [productive](x) for\\_ces\n');
    expect(view.text).toBe('A\n\nnew quality productive for_ces');
    expect(view.sections).toEqual([]);
    expect(sourceRangesOf(view, { start: 3, end: 14 })).toEqual([
      { start: 5, end: 9 },
      { start: 10, end: 17 },
    ]);
  });
  test('front matter that is not YAML is a warning', () => {
    expect(readMarkdownText('---\na: [\n---\nx').warnings).toHaveLength(1);
  });
});

describe('PDF lines', () => {
  const run = (words: string, x: number, y: number, height = 10) => ({
    text: words,
    box: { page: 1, x, y, width: words.length * 5, height },
  });
  const joined = (...runs: ReturnType<typeof run>[]) => {
    const view = new ViewBuilder();
    addLines(view, linesOf(runs), undefined);
    return view.toText();
  };
  test('join without a space between ideographs, and with one between words', () => {
    expect(joined(run('发展新质生产', 0, 100), run('力，加快', 0, 86))).toBe('发展新质生产力，加快');
    expect(joined(run('new quality', 0, 100), run('productive forces', 0, 86))).toBe('new quality productive forces');
  });
  test('lose the hyphen of a word that was cut, and keep that of a compound', () => {
    expect(joined(run('the revo-', 0, 100), run('lution goes', 0, 86))).toBe('the revolution goes');
    expect(joined(run('high-', 0, 100), run('quality growth', 0, 86))).toBe('high-quality growth');
    expect(joined(run('the revo\u00ad', 0, 100), run('lution goes', 0, 86))).toBe('the revolution goes');
  });
  test('drawn across two columns are read column by column', () => {
    const runs = [0, 1, 2, 3, 4, 5].flatMap((i) => [
      run(`left ${i}`, 0, 200 - 12 * i),
      run(`right ${i}`, 300, 200 - 12 * i),
    ]);
    const order = inReadingOrder(linesOf(runs)).map(textOfLine);
    expect(order.slice(0, 6).every((line) => line.startsWith('left'))).toBe(true);
    expect(order.slice(6).every((line) => line.startsWith('right'))).toBe(true);
  });
  test('of running heads and page numbers are left out', () => {
    const pages = [1, 2, 3].map((n) => ({
      lines: linesOf([run('Annual Report', 0, 790), run(`text ${n} of the page`, 0, 400), run(String(n), 200, 10)]),
      bottom: 0,
      top: 800,
    }));
    expect(withoutRunningHeads(pages)).toHaveLength(5);
    expect(pages.map(({ lines }) => lines.length)).toEqual([2, 1, 1]);
  });
  test('radicals and ligatures are the letters they look like', () => {
    expect(plainText('新质⽣产⼒ ﬁrst')).toBe('新质生产力 first');
  });
});

describe('encodings', () => {
  /** 因地制宜发展新质生产力，各党支部要发挥红色引擎作用。 */
  const GB = 'd2f2b5d8d6c6d2cbb7a2d5b9d0c2d6cac9fab2fac1a6a3acb8f7b5b3d6a7b2bfd2aab7a2bbd3baecc9abd2fdc7e6d7f7d3c3a1a3';
  /** 因地制宜發展新質生產力，各黨支部要發揮紅色引擎作用。 */
  const BIG5 =
    'a65da661a8eea979b55eaea5b773bdead2a5cd b2a3a44fa141a655c4d2a4e4b3a1ad6eb56fb4a7acf5a6e2a4deefd6a740a5cea143'.replace(
      ' ',
      '',
    );
  const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  test('GB 18030 is found out, and said', () => {
    const { text: decoded, encoding, warnings } = decodeText(bytes(GB));
    expect({ decoded, encoding }).toEqual({
      decoded: '因地制宜发展新质生产力，各党支部要发挥红色引擎作用。',
      encoding: 'gb18030',
    });
    expect(warnings[0]?.detail).toContain('gb18030');
  });
  test('Big5 is found out', () => {
    expect(decodeText(bytes(BIG5)).encoding).toBe('big5');
  });
  test('UTF-16 of Chinese without a mark is found out', () => {
    const utf16 = new Uint8Array(Buffer.from('因地制宜发展新质生产力，各党支部要发挥红色引擎作用。', 'utf16le'));
    expect(decodeText(utf16).encoding).toBe('utf-16le');
  });
});
