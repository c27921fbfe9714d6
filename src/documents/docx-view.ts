/** The text view of a DOCX file: its body, then footnotes and endnotes, then headers and footers. Comments are not part of it. */
import { DocxPackage } from './docx-package.ts';
import { type DocxPart, type DocxTextHome, readDocxPart } from './docx-part.ts';
import { readXmlMarkup } from './markup.ts';
import { type TextView, ViewBuilder } from './text-view.ts';

/** A text of the body and where it can be taken apart. Offsets are into the XML of the body's part. */
export interface DocxPlace {
  from: number;
  to: number;
  home: DocxTextHome;
}

export interface DocxView extends TextView {
  /** Name, XML and namespace prefix of the part with the body. */
  main: { name: string; xml: string; prefix: string; firstParagraphAt: number | undefined };
  /** Texts of the body, ascending. */
  places: readonly DocxPlace[];
}

const OTHER_PARTS = ['footnotes', 'endnotes', 'header', 'footer'];

/** Styles that are headings, by id. */
function headingStyles(pack: DocxPackage): Set<string> {
  const headings = new Set<string>();
  const target = pack.relationshipsOf(pack.main).find(({ kind }) => kind === 'styles')?.target;
  const xml = target === undefined ? undefined : pack.text(target);
  if (xml === undefined) return headings;
  let style = '';
  readXmlMarkup(xml, {
    open(name, attributes) {
      const local = name.slice(name.indexOf(':') + 1);
      const value = (key: string) => attributes[`w:${key}`] ?? attributes[key] ?? '';
      if (local === 'style') style = value('styleId');
      if (local === 'name' && /^(heading \d|title)$/i.test(value('val'))) headings.add(style);
      if (local === 'outlineLvl' && Number(value('val')) < 9) headings.add(style);
    },
  });
  return headings;
}

const PROPERTIES: Record<string, string> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dcterms:created': 'date',
  Company: 'company',
};

function propertiesOf(pack: DocxPackage): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const { kind, target } of pack.relationshipsOf('')) {
    if (!kind.endsWith('properties')) continue;
    let key: string | undefined;
    readXmlMarkup(pack.text(target) ?? '', {
      open: (name) => {
        key = PROPERTIES[name];
      },
      close: () => {
        key = undefined;
      },
      text: (text) => {
        if (key !== undefined && text.trim() !== '') metadata[key] = (metadata[key] ?? '') + text;
      },
    });
  }
  const day = /^\d{4}-\d\d-\d\d(?=T)/.exec(metadata.date ?? '')?.[0];
  return day === undefined ? metadata : { ...metadata, date: day };
}

function addPart(view: ViewBuilder, { paragraphs, skipped }: DocxPart, part: string, headings: Set<string>): void {
  for (const { texts, style, level, before } of paragraphs) {
    view.break(before);
    if ((style !== undefined && headings.has(style)) || (level !== undefined && level < 9)) view.section();
    for (const { text, from, to } of texts) view.add(text, from, to, part);
  }
  view.break('\n\n');
  view.skipped.push(...skipped.map((range) => ({ ...range, part })));
}

/**
 * Reads a DOCX file.
 * @throws {DocumentError} when it is none, is encrypted, damaged or too large.
 */
export function readDocx(bytes: Uint8Array): DocxView {
  const pack = new DocxPackage(bytes);
  const xml = pack.text(pack.main) ?? '';
  const body = readDocxPart(xml);
  const headings = headingStyles(pack);
  const view = new ViewBuilder();
  addPart(view, body, pack.main, headings);
  const others = pack.relationshipsOf(pack.main).filter(({ kind }) => OTHER_PARTS.includes(kind));
  others.sort((a, b) => OTHER_PARTS.indexOf(a.kind) - OTHER_PARTS.indexOf(b.kind) || (a.target < b.target ? -1 : 1));
  for (const { target } of others) {
    const other = pack.text(target);
    if (other !== undefined) addPart(view, readDocxPart(other), target, headings);
  }
  const places = body.paragraphs.flatMap(({ texts }) =>
    texts.flatMap(({ from, to, home }) => (home === undefined ? [] : [{ from, to, home }])),
  );
  return {
    text: view.toText(),
    format: 'docx',
    segments: view.segments,
    metadata: propertiesOf(pack),
    skipped: view.skipped,
    sections: view.sections,
    warnings: [],
    main: { name: pack.main, xml, prefix: body.prefix, firstParagraphAt: body.firstParagraphAt },
    places: places.sort((a, b) => a.from - b.from),
  };
}
