/**
 * The text view of an XLIFF file (1.2 and 2.x): for each unit its source and then its target. Native code inside inline elements, notes and
 * proposals of other translations are left out.
 */
import { DocumentError } from './document-error.ts';
import { readXmlMarkup } from './markup.ts';
import { type TextView, ViewBuilder } from './text-view.ts';

/** Where notes of a unit go, and what of it the view holds. */
export interface XliffUnit {
  id: string;
  /** Of the view. */
  start: number;
  end: number;
  /** Where a note (1.2) or the notes (2.x) may be inserted in the source. */
  noteAt: number;
  /** 2.x: whether `noteAt` lies inside `<notes>`. */
  hasNotes: boolean;
}

export interface XliffView extends TextView {
  version: '1.2' | '2';
  units: XliffUnit[];
}

/** Elements whose content is not the text of a unit. */
const UNREAD = new Set([
  'alt-trans',
  'note',
  'notes',
  'bpt',
  'ept',
  'ph',
  'it',
  'originalData',
  'skl',
  'header',
  'seg-source',
  'metadata',
  'glossary',
  'matches',
]);

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

class XliffReader {
  readonly view = new ViewBuilder();
  readonly units: XliffUnit[] = [];
  readonly metadata: Record<string, string> = {};
  version: XliffView['version'] | undefined;
  private unit: XliffUnit | undefined;
  private unread = 0;
  private content = 0;

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    if (name === 'xliff') this.version = (attributes.version ?? '').startsWith('2') ? '2' : '1.2';
    if (name === 'file' && attributes.original !== undefined) this.metadata.title ??= attributes.original;
    if (name === 'notes' && this.unit !== undefined && this.unread === 0) {
      this.unit.hasNotes = true;
      this.unit.noteAt = end;
    }
    const isBeforeText = name === 'originalData' || name === 'segment' || name === 'ignorable';
    if (isBeforeText && this.unit !== undefined && !this.unit.hasNotes && this.unit.noteAt < 0)
      this.unit.noteAt = start;
    if (UNREAD.has(name)) this.unread++;
    if (this.unread > 0) return;
    if (name === 'trans-unit' || name === 'unit') {
      this.view.break('\n\n');
      this.unit = { id: attributes.id ?? '', start: -1, end: -1, noteAt: -1, hasNotes: false };
    } else if ((name === 'source' || name === 'target') && this.unit !== undefined) {
      this.view.break('\n');
      this.content++;
    }
  }

  close(name: string, end: number): void {
    if (UNREAD.has(name)) this.unread--;
    else if (this.unread > 0 || this.unit === undefined) return;
    else if (name === 'source' || name === 'target') {
      this.content--;
      if (this.version === '1.2') this.unit.noteAt = end;
    } else if (name === 'trans-unit' || name === 'unit') {
      if (this.unit.start >= 0) this.units.push({ ...this.unit, end: this.view.length });
      this.unit = undefined;
    }
    if (name === 'seg-source' && this.unit !== undefined && this.version === '1.2') this.unit.noteAt = end;
  }

  text(text: string, start: number, end: number): void {
    if (this.unread > 0 || this.content === 0 || this.unit === undefined || text === '') return;
    if (this.unit.start < 0) {
      this.view.section();
      this.unit.start = this.view.length;
    }
    this.view.add(text, start, end);
  }
}

/**
 * Reads XLIFF that has been decoded.
 * @throws {DocumentError} `malformed` when it is not XLIFF, declares a DTD or is cut short.
 */
export function readXliffText(source: string): XliffView {
  const reader = new XliffReader();
  readXmlMarkup(source, {
    open: (name, attributes, start, end) => reader.open(localName(name), attributes, start, end),
    close: (name, _start, end) => reader.close(localName(name), end),
    text: (text, start, end) => reader.text(text, start, end),
  });
  const { view, units, metadata, version } = reader;
  if (version === undefined) throw new DocumentError('malformed', 'this is not XLIFF: it has no element <xliff>');
  return {
    text: view.toText(),
    format: 'xliff',
    segments: view.segments,
    metadata,
    skipped: view.skipped,
    sections: view.sections,
    warnings: [],
    version,
    units,
  };
}
