/** Reads HTML and XML as a stream of tags and texts, each with its place in the source. Entities of a DTD are never expanded. */
import { Parser } from 'htmlparser2';
import { DocumentError } from './document-error.ts';
import { LIMITS } from './limits.ts';

/** What comes by, in order. Offsets are UTF-16 units of the source; a tag's span holds its angle brackets. */
export interface MarkupHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void;
  /** `isImplied`: the source has no such tag here; then both offsets are where it would stand. */
  close?(name: string, start: number, end: number, isImplied: boolean): void;
  /** Decoded text; as long as its source unless it comes from an entity. */
  text?(text: string, start: number, end: number): void;
  declaration?(text: string): void;
}

/** The parser with exact beginnings of texts: its own are off after a closing tag with a space in it. */
class PlacedParser extends Parser {
  textStart = 0;
  private expected = 0;

  override ontext(start: number, endIndex: number): void {
    this.textStart = start;
    super.ontext(start, endIndex);
    this.expected = endIndex;
  }

  override ontextentity(codePoint: number, endIndex: number): void {
    this.textStart = this.expected < this.startIndex ? this.startIndex : this.expected;
    super.ontextentity(codePoint, endIndex);
    this.expected = endIndex;
  }
}

function read(source: string, handler: MarkupHandler, xmlMode: boolean): void {
  let depth = 0;
  let isAtEnd = false;
  const parser = new PlacedParser(
    {
      onopentag(name, attributes) {
        if (++depth > LIMITS.depth) {
          throw new DocumentError(
            'too-deep',
            `more than ${LIMITS.depth} elements inside one another: this is no text document`,
          );
        }
        handler.open?.(name, attributes, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag(name, isImplied) {
        depth--;
        if (xmlMode && isImplied && isAtEnd) {
          throw new DocumentError('malformed', `the XML ends inside <${name}>: the file is cut short; get it again`);
        }
        if (isImplied || isAtEnd) {
          const at = isAtEnd ? source.length : parser.startIndex;
          handler.close?.(name, at, at, true);
          return;
        }
        const end = source.indexOf('>', parser.endIndex - 1) + 1 || source.length;
        handler.close?.(name, source.lastIndexOf('<', end - 1), end, false);
      },
      ontext(text) {
        const end = parser.endIndex + 1;
        const isEntity = end - parser.textStart !== text.length || source[parser.textStart] === '&';
        const start = isEntity ? source.lastIndexOf('&', end - 1) : parser.textStart;
        handler.text?.(text, start < 0 ? parser.textStart : start, end);
      },
      onprocessinginstruction(name, text) {
        if (xmlMode && /^!doctype/i.test(name)) {
          const why = 'the XML declares a document type, whose entities are not expanded: save it without a DTD';
          throw new DocumentError('malformed', why);
        }
        handler.declaration?.(text);
      },
    },
    { xmlMode, decodeEntities: true, recognizeCDATA: true, recognizeSelfClosing: xmlMode },
  );
  parser.write(source);
  isAtEnd = true;
  parser.end();
}

/**
 * Reads HTML as browsers do, near enough: tags that are left out are supplied, whatever is wrong is passed over.
 * @throws {DocumentError} `too-deep`.
 */
export function readHtmlMarkup(source: string, handler: MarkupHandler): void {
  read(source, handler, false);
}

/**
 * Reads XML.
 * @throws {DocumentError} `too-deep`, or `malformed` for a DTD or a source that is cut short.
 */
export function readXmlMarkup(source: string, handler: MarkupHandler): void {
  read(source, handler, true);
}
