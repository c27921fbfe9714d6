import { DOMParser } from '@xmldom/xmldom';
import mammoth from 'mammoth';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { DocxPackage } from '../../src/documents/docx-package.ts';
import { ZipFile } from '../../src/documents/zip.ts';
import { fixture, isWithin, text, utf8, withNotes } from './fixtures.ts';

const parseXml = (xml: string) => {
  const errors: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => errors.push(message) }).parseFromString(
    xml,
    'text/xml',
  );
  expect(errors).toEqual([]);
  return document;
};

describe.each([
  ['release.html', 'html'],
  ['release.md', 'markdown'],
  ['cat-tool-1.2.xlf', 'xliff'],
  ['cat-tool-2.1.xliff', 'xliff'],
] as const)('%s', (name, format) => {
  test('comes back with nothing lost or changed, and with the note', async () => {
    const { annotated } = await withNotes(fixture(name), format, { markTerms: true });
    expect(isWithin(fixture(name), annotated)).toBe(true);
    const written = text(annotated);
    expect(written).toContain('Red Engine · 红色引擎 (hóngsè yǐnqíng');
    expect(written).toMatch(/Official English:?(<\/i>)? new quality productive forces/);
    expect(written).toMatch(/Reading \(Rare Earth Exchanges .*?2025/);
    expect(written).toContain('Where official usage differs:');
  });

  test('reads as before once its notes are taken out', async () => {
    const { content, annotated } = await withNotes(fixture(name), format, { notes: 'all', markTerms: true });
    const stripped = text(annotated)
      .replace(/<mark class="tifa"[^>]*>|<\/mark>|<sup class="tifa">.*?<\/sup>/gs, '')
      .replace(/<section id="tifa-notes".*?<\/section>\n/gs, '')
      .replace(/<!-- Tifa [\s\S]*?(?=\n```|$)/g, '')
      .replace(/\[\^tifa-[a-z0-9-]*\]/g, '')
      .replace(/<notes><note category="tifa">.*?<\/note><\/notes>|<note (?:category|from)="tifa">.*?<\/note>/gs, '')
      .replace(/<mrk [^>]*>|<\/mrk>/g, '');
    const again = await withNotes(utf8(stripped), format);
    expect(again.content.text.trim()).toBe(content.text.trim());
  });
});

test('XLIFF stays well-formed, its targets as they were', async () => {
  for (const name of ['cat-tool-1.2.xlf', 'cat-tool-2.1.xliff']) {
    const { annotated } = await withNotes(fixture(name), 'xliff', { markTerms: true });
    const [before, after] = [fixture(name), annotated].map((bytes) =>
      [...parseXml(text(bytes)).getElementsByTagName('target')].map((target) => target.textContent),
    );
    expect(after).toEqual(before);
    const terms = [...parseXml(text(annotated)).getElementsByTagName('mrk')].map((mark) => mark.textContent);
    expect(terms).toContain('Two Consistencies');
  }
});

describe('text', () => {
  const source = 'Party branches are the Red Engine.\r\nThe Party branch, a Red Engine [1].\r\n';
  test('gets numbers that it does not use itself, and notes at its end', async () => {
    const { annotated } = await withNotes(utf8(source), 'text', { notes: 'all' });
    const written = text(annotated);
    expect(written).toMatch(
      /^Party branches are the Red Engine\[T1\]\.\r\nThe Party branch, a Red Engine\[T1\] \[1\]\.\r\n\r\nNotes/,
    );
    expect(written).toContain('\r\n[T1] Red Engine · 红色引擎');
    expect(isWithin(utf8(source), annotated)).toBe(true);
  });
  test('without mentions stays as it is', async () => {
    expect((await withNotes(utf8('Nothing here.'), 'text')).annotated).toEqual(utf8('Nothing here.'));
  });
  test('keeps its encoding', async () => {
    const gb = Uint8Array.from(
      'd2f2b5d8d6c6d2cbb7a2d5b9d0c2d6cac9fab2fac1a6a3acb8f7b5b3d6a7b2bfd2aab7a2bbd3baecc9abd2fdc7e6d7f7d3c3a1a3'.match(
        /../g,
      ) ?? [],
      (pair) => Number.parseInt(pair, 16),
    );
    const { annotated } = await withNotes(gb, 'text');
    const written = new TextDecoder('gb18030', { fatal: true }).decode(annotated);
    expect(written).toMatch(/^因地制宜发展新质生产力\[\d\]，各党支部要发挥红色引擎\[\d\]作用。/);
    expect(written).toContain('Red Engine · 红色引擎');
    expect(isWithin(gb, annotated)).toBe(true);
  });
});

describe('Markdown', () => {
  test.each([
    ['**Red Engine**的党支部', '**Red Engine**[^tifa-red-engine]的党支部'],
    ['A Party branch is a [Red Engine](x) now', 'A Party branch is a [Red Engine](x)[^tifa-red-engine] now'],
    ['Party *branch is a Red Engine now*', 'Party *branch is a Red Engine[^tifa-red-engine] now*'],
  ])('%s', async (source, expected) => {
    expect(text((await withNotes(utf8(source), 'markdown')).annotated)).toMatch(
      new RegExp(`^${expected.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\n`),
    );
  });
  test('definitions do not end up in code that is never closed', async () => {
    const { annotated } = await withNotes(utf8('Party branch: Red Engine\n\n```\ncode'), 'markdown');
    expect(text(annotated)).toMatch(/\[\^tifa-red-engine\]: [\s\S]*```\ncode$/);
  });
});

describe.each(['pandoc.docx', 'libreoffice.docx'])('%s', (name) => {
  const parts = (bytes: Uint8Array) => {
    const zip = new ZipFile(bytes);
    return new Map([...zip.entries.keys()].map((part) => [part, zip.read(part) as Uint8Array]));
  };

  test('has comments that an independent reader finds, and the same text', async () => {
    const { annotated } = await withNotes(fixture(name), 'docx');
    const [before, after] = await Promise.all(
      [fixture(name), annotated].map((bytes) => mammoth.extractRawText({ buffer: Buffer.from(bytes) })),
    );
    expect(after?.value).toBe(before?.value);
    const options = { styleMap: ['comment-reference => sup'] };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(annotated) }, options);
    expect(value).toContain('Red Engine · 红色引擎');
  });

  test('keeps every part that is not concerned, and loses nothing of the others', async () => {
    const { annotated } = await withNotes(fixture(name), 'docx', { notes: 'all' });
    const [before, after] = [parts(fixture(name)), parts(annotated)];
    const changed = ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml'];
    for (const [part, content] of before) {
      if (changed.includes(part)) expect(isWithin(content, after.get(part) ?? new Uint8Array())).toBe(true);
      else expect(after.get(part)).toEqual(content);
    }
    expect([...after.keys()].filter((part) => !before.has(part) && !changed.includes(part))).toEqual([]);
  });

  const commentsOf = (bytes: Uint8Array) => {
    const xml = new DocxPackage(bytes).text('word/comments.xml');
    return xml === undefined ? [] : [...parseXml(xml).getElementsByTagName('w:comment')];
  };

  test('has as many ranges as new comments, each around its mention', async () => {
    const { annotated, result } = await withNotes(fixture(name), 'docx', { notes: 'all' });
    const xml = new DocxPackage(annotated).text('word/document.xml') ?? '';
    const comments = commentsOf(annotated).slice(commentsOf(fixture(name)).length);
    const inBody = result.mentions.filter(({ sourceRanges }) => sourceRanges?.[0]?.part === 'word/document.xml');
    const quoted = comments.map((comment) => {
      const id = `w:id="${comment.getAttribute('w:id')}"/>`;
      const [, inside = ''] = xml.split(new RegExp(`<w:commentRange(?:Start|End) ${id}`));
      return inside.replace(/<[^>]*>/g, '');
    });
    const spoken = inBody.map(({ text: mention }) => mention.replace('\n', ''));
    expect(quoted.filter((quote) => quote !== '').sort()).toEqual(spoken.sort());
  });

  test('annotated twice keeps the first comments', async () => {
    const once = await withNotes(fixture(name), 'docx');
    const twice = await withNotes(once.annotated, 'docx');
    expect(twice.content.text).toBe(once.content.text);
    const ids = commentsOf(twice.annotated).map((comment) => comment.getAttribute('w:id'));
    expect(new Set(ids).size).toBe(ids.length);
    const [before, between] = [commentsOf(fixture(name)).length, commentsOf(once.annotated).length];
    expect(ids).toHaveLength(between + (between - before));
  });
});

describe.each(['libreoffice.pdf', 'chromium.pdf'])('%s', (name) => {
  test('grows at its end, by highlights with notes', async () => {
    const { annotated, result } = await withNotes(fixture(name), 'pdf');
    expect(annotated.subarray(0, fixture(name).length)).toEqual(fixture(name));
    const pdf = await pdfjs.getDocument({ data: annotated.slice(), verbosity: 0 }).promise;
    const found = await (await pdf.getPage(1)).getAnnotations();
    const highlights = found.filter(({ subtype }) => subtype === 'Highlight');
    expect(highlights).toHaveLength(result.mentions.length);
    expect(highlights.map(({ contentsObj }) => contentsObj.str).join()).toContain('Red Engine · 红色引擎');
  });

  test('is the same file each time', async () => {
    const [one, two] = [await withNotes(fixture(name), 'pdf'), await withNotes(fixture(name), 'pdf')];
    expect(one.annotated).toEqual(two.annotated);
  });
});
