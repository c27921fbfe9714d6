import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DocumentFormat } from '../../src/documents/text-view.ts';
import { DocumentPool } from '../../src/node/document-pool.ts';
import { readBytes } from '../../src/node/read-document.ts';
import { readerFor } from '../../src/node/readers.ts';
import { fixture, utf8 } from './fixtures.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const docx = (document: Uint8Array | string) =>
  zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    '_rels/.rels': utf8(RELATIONSHIPS),
    'word/document.xml': typeof document === 'string' ? utf8(document) : document,
  });

/** A container whose directory says that its document is small. */
function lying(): Uint8Array {
  const bytes = docx(new Uint8Array(50_000_000));
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
      view.setUint32(at + 24, 100, true);
  }
  return bytes;
}

function pdf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const ONE_PAGE = [CATALOG, '<</Type/Pages/Count 1/Kids[3 0 R]>>'];
const bomb = deflateSync(Buffer.from('BT (a) Tj ET '.repeat(1_000_000))).toString('latin1');

const half = (name: string) => fixture(name).subarray(0, fixture(name).length >> 1);

const CASES: [string, DocumentFormat, () => Uint8Array, string, RegExp][] = [
  ['a zip bomb', 'docx', () => docx(new Uint8Array(100_000_000)), 'too-large', /unpacks to 100000000 bytes/],
  ['a zip that lies about its sizes', 'docx', lying, 'malformed', /damaged/],
  [
    'a DTD in a part',
    'docx',
    () => docx(`<!DOCTYPE x [<!ENTITY a "b">]><w:document ${W}/>`),
    'malformed',
    /document type/,
  ],
  ['elements without end', 'docx', () => docx(`<w:document ${W}>${'<w:p>'.repeat(5000)}`), 'too-deep', /1000 elements/],
  ['half a DOCX', 'docx', () => half('pandoc.docx'), 'malformed', /get the file again/],
  [
    'a password-protected DOCX',
    'docx',
    () =>
      new Uint8Array(
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
    'encrypted',
    /password/,
  ],
  [
    'an old Word file',
    'docx',
    () => new Uint8Array(Buffer.from('d0cf11e0a1b11ae10000', 'hex')),
    'malformed',
    /save it as \.docx/,
  ],
  ['a PDF that is called DOCX', 'docx', () => fixture('chromium.pdf'), 'malformed', /no \.docx file/],
  ['a DOCX that is called text', 'text', () => fixture('pandoc.docx'), 'binary', /zip container/],
  ['a PDF that is called text', 'text', () => fixture('chromium.pdf'), 'binary', /this is a PDF/],
  ['an empty DOCX', 'docx', () => new Uint8Array(), 'empty', /empty/],
  ['an empty PDF', 'pdf', () => new Uint8Array(), 'empty', /empty/],
  ['half a PDF', 'pdf', () => half('chromium.pdf'), 'malformed', /not a whole PDF/],
  [
    'too many pages',
    'pdf',
    () => pdf([CATALOG, `<</Type/Pages/Count 5000/Kids[${'3 0 R '.repeat(5000)}]>>`, '<</Type/Page/Parent 2 0 R>>']),
    'too-large',
    /5000 pages/,
  ],
  [
    'a small page tree that goes round',
    'pdf',
    () => pdf([CATALOG, '<</Type/Pages/Count 3/Kids[2 0 R]>>']),
    'malformed',
    /circular/,
  ],
  [
    'a page without text',
    'pdf',
    () => pdf([...ONE_PAGE, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>']),
    'no-text',
    /text recognition/,
  ],
  ['nested HTML', 'html', () => utf8('<div>'.repeat(100_000)), 'too-deep', /1000 elements/],
  ['nested Markdown', 'markdown', () => utf8(`${'>'.repeat(10_000)} x`), 'too-deep', /quotes or lists/],
  ['entities in XLIFF', 'xliff', () => utf8('<!DOCTYPE x [<!ENTITY a "aa">]><xliff>&a;</xliff>'), 'malformed', /DTD/],
  ['half an XLIFF', 'xliff', () => half('cat-tool-1.2.xlf'), 'malformed', /cut short/],
  ['XML that is not XLIFF', 'xliff', () => utf8('<a/>'), 'malformed', /no element <xliff>/],
  ['a huge file', 'text', () => new Uint8Array(70_000_000).fill(97), 'too-large', /split it/],
];

test.each(CASES)('%s (%s)', async (_name, format, bytes, code, message) => {
  await expect(readBytes(bytes(), format)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test('a form that draws itself ends', async () => {
  const form =
    '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream';
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>';
  const bytes = pdf([...ONE_PAGE, page, form, '<</Length 5>>stream\n/X Do\nendstream']);
  await expect(readBytes(bytes, 'pdf')).rejects.toMatchObject({ code: 'no-text' });
});

describe('a pool of workers', () => {
  const content = `<</Filter/FlateDecode/Length ${bomb.length}>>stream\n${bomb}\nendstream`;
  const slow = () => pdf([...ONE_PAGE, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>', content]);

  test('gives a document up that takes too long, and reads the next one', async () => {
    const pool = new DocumentPool({ workers: 1, timeLimit: 1500 });
    await expect(pool.read(slow(), 'pdf')).rejects.toMatchObject({ code: expect.stringMatching(/timeout|no-text/) });
    await expect(new DocumentPool({ timeLimit: 1 }).read(slow(), 'pdf')).rejects.toMatchObject({ code: 'timeout' });
  });

  test('survives a document that needs too much memory', async () => {
    const pool = new DocumentPool({ workers: 1, heap: 24 });
    const large = utf8('*a* [b](c) '.repeat(300_000));
    await expect(pool.read(large, 'markdown')).rejects.toMatchObject({ code: 'out-of-memory' });
  });

  test('takes no more than it can', async () => {
    const pool = new DocumentPool({ workers: 1, queue: 2 });
    const tasks = Array.from({ length: 10 }, () => pool.read(utf8('<p>x'), 'html'));
    const outcomes = await Promise.allSettled(tasks);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
});

test('what cannot be read but could be saved otherwise has no reader', () => {
  for (const name of ['a.doc', 'a.rtf', 'a.odt', 'a.png']) expect(readerFor(name)).toBeUndefined();
});
