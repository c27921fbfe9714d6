/** The part of a DOCX file that holds its comments: added to where there is one, made and declared where there is none. */
import { DocxPackage, relationshipsPartOf } from './docx-package.ts';
import { escapeXml } from './html-notes.ts';
import { readXmlMarkup } from './markup.ts';

export interface DocxComment {
  id: number;
  /** Paragraphs; the first one is the title. */
  lines: readonly string[];
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMMENTS_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function paragraph(text: string, isTitle: boolean, w: string): string {
  const mark = isTitle ? `<${w}r><${w}annotationRef/></${w}r>` : '';
  const properties = isTitle ? `<${w}rPr><${w}b/></${w}rPr>` : '';
  return `<${w}p>${mark}<${w}r>${properties}<${w}t xml:space="preserve">${escapeXml(text)}</${w}t></${w}r></${w}p>`;
}

function commentElement({ id, lines }: DocxComment, w: string): string {
  const paragraphs = lines.map((line, i) => paragraph(line, i === 0, w)).join('');
  return `<${w}comment ${w}id="${id}" ${w}author="Tifa" ${w}initials="T">${paragraphs}</${w}comment>`;
}

/** Puts text before the closing tag of the root; a root without content gets one. */
function appendToRoot(xml: string, text: string): string {
  const close = xml.lastIndexOf('</');
  const empty = xml.lastIndexOf('/>');
  if (close > empty) return xml.slice(0, close) + text + xml.slice(close);
  const name = /<([\w:.-]+)[^<]*\/>\s*$/.exec(xml)?.[1] ?? '';
  return `${xml.slice(0, empty)}>${text}</${name}>${xml.slice(empty + 2)}`;
}

interface CommentsPart {
  name: string;
  xml: string | undefined;
  prefix: string;
  firstId: number;
}

function findPart(pack: DocxPackage): CommentsPart {
  const found = pack.relationshipsOf(pack.main).find(({ kind }) => kind === 'comments')?.target;
  const name = found ?? `${pack.main.slice(0, pack.main.lastIndexOf('/') + 1)}comments.xml`;
  const xml = found === undefined ? undefined : pack.text(found);
  let prefix = 'w:';
  let firstId = 0;
  if (xml !== undefined) {
    readXmlMarkup(xml, {
      open(element, attributes) {
        const colon = element.indexOf(':') + 1;
        if (element.slice(colon) === 'comments') prefix = element.slice(0, colon);
        const id = Number(attributes[`${prefix}id`]);
        if (element === `${prefix}comment` && id >= firstId) firstId = id + 1;
      },
    });
  }
  return { name, xml, prefix, firstId };
}

/** Makes the new part known to the package. */
function declare(pack: DocxPackage, name: string, parts: Map<string, string>): void {
  const relationships = relationshipsPartOf(pack.main);
  const target = name.slice(name.lastIndexOf('/') + 1);
  const known = pack.text(relationships) ?? `${HEADER}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const element = `<Relationship Id="rIdTifaComments" Type="${COMMENTS_TYPE}" Target="${escapeXml(target)}"/>`;
  parts.set(relationships, appendToRoot(known, element));
  const types = pack.text('[Content_Types].xml') ?? '';
  const override = `<Override PartName="/${escapeXml(name)}" ContentType="${CONTENT_TYPE}"/>`;
  parts.set('[Content_Types].xml', appendToRoot(types, override));
}

export interface AnnotatedBody {
  comments: readonly DocxComment[];
  /** What made them. */
  origin: string;
  /** The body's part. */
  xml: string;
}

/**
 * The file with a new body and its comments; `annotate` is told the first id that is free. Nothing changes where there is no comment.
 * @throws {DocumentError} when its parts are damaged.
 */
export function addComments(bytes: Uint8Array, main: string, annotate: (firstId: number) => AnnotatedBody): Uint8Array {
  const pack = new DocxPackage(bytes);
  const { name, xml, prefix, firstId } = findPart(pack);
  const { comments, xml: body, origin } = annotate(firstId);
  if (comments.length === 0) return bytes;
  const [first, ...others] = comments as [DocxComment, ...DocxComment[]];
  const elements = [{ ...first, lines: [...first.lines, origin] }, ...others]
    .map((comment) => commentElement(comment, prefix))
    .join('');
  const parts = new Map<string, string>([[main, body]]);
  const empty = `${HEADER}<w:comments xmlns:w="${NAMESPACE}"></w:comments>`;
  parts.set(name, appendToRoot(xml ?? empty, elements));
  if (xml === undefined) declare(pack, name, parts);
  return pack.zip.with(new Map([...parts].map(([part, text]) => [part, new TextEncoder().encode(text)])));
}
