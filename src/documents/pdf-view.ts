/** The text view of a PDF with a text layer. A scan has none, and is refused as such: it does not count as a text without mentions. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { Warning } from '../annotate/result.ts';
import { DocumentError } from './document-error.ts';
import { LIMITS } from './limits.ts';
import { type PdfResources, withPdf } from './pdf-file.ts';
import { inReadingOrder, linesOf, type PageLine, type TextRun, withoutRunningHeads } from './pdf-lines.ts';
import { addLines } from './pdf-text.ts';
import { type TextView, ViewBuilder } from './text-view.ts';

interface ReadPage {
  lines: PageLine[];
  bottom: number;
  top: number;
}

function runOf(item: TextItem, page: number): TextRun | undefined {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
  // Text that runs upwards or downwards (a stamp at the margin) is read like any other, but has no box of its own shape.
  const isUpright = Math.abs(b) <= Math.abs(a) * 0.2;
  if (item.str === '' || item.height === 0) return undefined;
  return {
    text: item.str,
    box: { page, x, y, width: isUpright ? item.width : item.height, height: item.height || Math.hypot(a, b) },
  };
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const [, bottom = 0, , top = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => ('str' in item ? (runOf(item, number) ?? []) : []));
  page.cleanup();
  return { lines: inReadingOrder(linesOf(runs)), bottom, top };
}

const TIDY_DATE = /^D:(\d{4})(\d\d)?(\d\d)?/;

async function metadataOf(pdf: PDFDocumentProxy): Promise<Record<string, string>> {
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  const metadata: Record<string, string> = {};
  for (const [key, name] of [
    ['Title', 'title'],
    ['Author', 'author'],
  ] as const) {
    const value = info[key];
    if (typeof value === 'string' && value.trim() !== '') metadata[name] = value.trim();
  }
  const date = typeof info.CreationDate === 'string' ? TIDY_DATE.exec(info.CreationDate) : null;
  if (date !== null)
    metadata.date = date
      .slice(1)
      .filter((part) => part !== undefined)
      .join('-');
  return metadata;
}

function warnOfEmptyPages(pages: readonly ReadPage[]): Warning[] {
  const empty = pages.flatMap(({ lines }, i) => (lines.length === 0 ? [i + 1] : []));
  if (empty.length === 0) return [];
  const few = empty.slice(0, 10).join(', ') + (empty.length > 10 ? ', …' : '');
  return [
    { code: 'page-without-text', detail: `no text on ${empty.length} of ${pages.length} pages (${few}): scanned?` },
  ];
}

async function readOpenPdf(pdf: PDFDocumentProxy): Promise<TextView> {
  if (pdf.numPages > LIMITS.pages) {
    throw new DocumentError('too-large', `${pdf.numPages} pages, more than ${LIMITS.pages}: split it`);
  }
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
  if (pages.every(({ lines }) => lines.length === 0)) {
    throw new DocumentError(
      'no-text',
      'it has no text layer (a scan?): run text recognition over it, as with ocrmypdf',
    );
  }
  const warnings = warnOfEmptyPages(pages);
  const removed = withoutRunningHeads(pages);
  const view = new ViewBuilder();
  let last: PageLine | undefined;
  for (const { lines } of pages) {
    const start = view.length;
    last = addLines(view, lines, last);
    if (start > 0 && view.length > start) view.sections.push(start);
  }
  return {
    text: view.toText(),
    format: 'pdf',
    segments: view.segments,
    metadata: await metadataOf(pdf),
    skipped: removed.map(({ runs, left, right, y, height }) => ({
      start: 0,
      end: 0,
      why: 'page number or running head',
      page: runs[0]?.box.page ?? 1,
      box: { x: left, y, width: right - left, height },
    })),
    sections: view.sections,
    warnings,
  };
}

/**
 * Reads a PDF file.
 * @throws {DocumentError} when it is none, is encrypted, damaged, too long, or has no text layer.
 */
export function readPdf(bytes: Uint8Array, resources: PdfResources): Promise<TextView> {
  return withPdf(bytes, resources, readOpenPdf);
}
