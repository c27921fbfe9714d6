/**
 * Reads the text of one part of a DOCX file (WordprocessingML). Deleted and moved-away text, field codes, hidden text, pronunciation
 * guides and the fallbacks of alternate content are left out; text boxes follow the paragraph that they hang on.
 */
import { readXmlMarkup } from './markup.ts';
import type { SkippedRange } from './text-view.ts';

/** A stretch of text inside `<w:t>`, or one that stands for an element such as `<w:tab/>`. Offsets are into the XML of the part. */
export interface DocxText {
  text: string;
  from: number;
  to: number;
  /** Where it can be taken apart; absent for elements that stand for text. */
  home?: DocxTextHome;
}

/** The `<w:t>` of a text and the run around it. */
export interface DocxTextHome {
  /** Content of `<w:t>`, between its tags. */
  start: number;
  end: number;
  /** End of the opening tag's name and attributes, before its `>`. */
  tagEnd: number;
  isPreserved: boolean;
  /** Whether it is the first and the last thing in its run that is not the run's properties. */
  isFirst: boolean;
  isLast: boolean;
  runStart: number;
  runEnd: number;
  /** Source of `<w:rPr>`, empty where there is none. */
  properties: string;
  isInTextBox: boolean;
}

export interface DocxParagraph {
  texts: DocxText[];
  /** Id of its style. */
  style: string | undefined;
  /** Outline level of its own, 0 to 8. */
  level: number | undefined;
  /** What goes before it: a new line of a table, a cell, a paragraph. */
  before: '\n' | '\t' | '\n\n';
}

export interface DocxPart {
  paragraphs: DocxParagraph[];
  skipped: SkippedRange[];
  /** Prefix of the WordprocessingML namespace, with its colon; mostly `w:`. */
  prefix: string;
  /** Where a mark for the whole document can stand: in the first paragraph, after its properties. */
  firstParagraphAt: number | undefined;
}

const MAIN_NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Elements that are not text to a reader. */
const UNREAD: Record<string, string> = {
  delText: 'deleted text',
  moveFrom: 'text moved away',
  instrText: 'field code',
  delInstrText: 'field code',
  rt: 'pronunciation guide',
  Fallback: 'second form of a drawing',
};

const SIGNS: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

const isOn = (value: string | undefined) => value === undefined || !/^(0|false|off)$/.test(value);

interface Run {
  start: number;
  propertiesStart: number;
  properties: string;
  isHidden: boolean;
  homes: DocxTextHome[];
  /** Things in it beside its properties so far, and how many there were when its last text came. */
  children: number;
  lastText: number;
}

class PartReader {
  readonly paragraphs: DocxParagraph[] = [];
  readonly skipped: SkippedRange[] = [];
  prefix = 'w:';
  firstParagraphAt: number | undefined;
  private readonly xml: string;
  private readonly openParagraphs: { paragraph: DocxParagraph; run: Run | undefined }[] = [];
  private readonly waiting: DocxParagraph[] = [];
  private before: DocxParagraph['before'] = '\n\n';
  private boxes = 0;
  private unread: { name: string; depth: number; start: number } | undefined;
  private depth = 0;
  private home: DocxTextHome | undefined;

  constructor(xml: string) {
    this.xml = xml;
  }

  private get paragraph(): DocxParagraph | undefined {
    return this.openParagraphs.at(-1)?.paragraph;
  }

  private get run(): Run | undefined {
    return this.openParagraphs.at(-1)?.run;
  }

  /** Name without the prefix of the main namespace; other names keep theirs. */
  private nameOf(name: string): string {
    if (name.startsWith(this.prefix)) return name.slice(this.prefix.length);
    return name === 'mc:Fallback' ? 'Fallback' : name;
  }

  open(full: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    if (this.depth++ === 0) this.findPrefix(attributes);
    if (this.unread !== undefined) return;
    const name = this.nameOf(full);
    if (UNREAD[name] !== undefined) {
      this.unread = { name, depth: this.depth, start: end };
      return;
    }
    const value = (key: string) => attributes[this.prefix + key];
    const { run, paragraph } = this;
    if (name === 'p') this.openParagraph(end);
    else if (name === 'tc') this.before = this.before === '\n' ? '\n' : '\t';
    else if (name === 'tr' || name === 'tbl') this.before = '\n';
    else if (name === 'txbxContent') this.boxes++;
    else if (name === 'pStyle' && paragraph !== undefined) paragraph.style = value('val');
    else if (name === 'outlineLvl' && paragraph !== undefined) paragraph.level = Number(value('val'));
    else if (name === 'r') this.openRun(start);
    else if (name === 'rPr' && run !== undefined) run.propertiesStart = start;
    else if ((name === 'vanish' || name === 'webHidden') && run !== undefined) run.isHidden ||= isOn(value('val'));
    else if (name === 't' && run !== undefined) this.openText(run, attributes, end);
    else if (run !== undefined && run.propertiesStart < 0) {
      run.children++;
      const sign = SIGNS[name];
      if (sign !== undefined && !run.isHidden) paragraph?.texts.push({ text: sign, from: start, to: end });
    }
  }

  private findPrefix(attributes: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(attributes)) {
      if (MAIN_NAMESPACES.has(value)) this.prefix = key === 'xmlns' ? '' : `${key.slice('xmlns:'.length)}:`;
    }
  }

  private openParagraph(end: number): void {
    const paragraph: DocxParagraph = { texts: [], style: undefined, level: undefined, before: this.before };
    this.before = '\n\n';
    this.openParagraphs.push({ paragraph, run: undefined });
    if (this.firstParagraphAt === undefined && this.boxes === 0 && this.xml[end - 2] !== '/')
      this.firstParagraphAt = end;
  }

  private openRun(start: number): void {
    const around = this.openParagraphs.at(-1);
    if (around === undefined) return;
    around.run = { start, propertiesStart: -1, properties: '', isHidden: false, homes: [], children: 0, lastText: 0 };
  }

  private openText(run: Run, attributes: Readonly<Record<string, string>>, end: number): void {
    this.home = {
      start: end,
      end,
      tagEnd: end - 1,
      isPreserved: attributes['xml:space'] === 'preserve',
      isFirst: run.children === 0,
      isLast: false,
      runStart: run.start,
      runEnd: run.start,
      properties: run.properties,
      isInTextBox: this.boxes > 0,
    };
    run.lastText = ++run.children;
    run.homes.push(this.home);
  }

  close(full: string, start: number, end: number): void {
    const { depth } = this;
    this.depth--;
    if (this.unread !== undefined) {
      if (this.unread.depth !== depth) return;
      if (start > this.unread.start) {
        this.skipped.push({ start: this.unread.start, end: start, why: UNREAD[this.unread.name] ?? '' });
      }
      if (this.run !== undefined) this.run.children++;
      this.unread = undefined;
      return;
    }
    const name = this.nameOf(full);
    const { run } = this;
    if (name === 'p') this.closeParagraph();
    else if (name === 'txbxContent') this.boxes--;
    else if (name === 'pPr' && this.paragraphs.length === 0 && this.openParagraphs.length === 1)
      this.firstParagraphAt = end;
    else if (name === 'rPr' && run !== undefined) {
      run.properties = this.xml.slice(run.propertiesStart, end);
      run.propertiesStart = -1;
    } else if (name === 't' && this.home !== undefined) {
      this.home.end = Math.max(this.home.start, start);
      this.home = undefined;
    } else if (name === 'r' && run !== undefined) {
      run.homes.forEach((home, i) => {
        home.runEnd = end;
        home.isLast = i === run.homes.length - 1 && run.children === run.lastText;
      });
      const around = this.openParagraphs.at(-1);
      if (around !== undefined) around.run = undefined;
    }
  }

  private closeParagraph(): void {
    const closed = this.openParagraphs.pop();
    if (closed === undefined) return;
    if (this.openParagraphs.length > 0) this.waiting.push(closed.paragraph);
    else this.paragraphs.push(closed.paragraph, ...this.waiting.splice(0));
  }

  text(text: string, from: number, to: number): void {
    const { home, paragraph, run } = this;
    if (home === undefined || paragraph === undefined || run === undefined || this.unread !== undefined) return;
    if (run.isHidden) this.skipped.push({ start: from, end: to, why: 'hidden text' });
    else paragraph.texts.push({ text, from, to, home });
  }
}

/**
 * Reads a part that has been decoded.
 * @throws {DocumentError} `malformed` or `too-deep`.
 */
export function readDocxPart(xml: string): DocxPart {
  const reader = new PartReader(xml);
  readXmlMarkup(xml, {
    open: (name, attributes, start, end) => reader.open(name, attributes, start, end),
    close: (name, start, end) => reader.close(name, start, end),
    text: (text, start, end) => reader.text(text, start, end),
  });
  const { paragraphs, skipped, prefix, firstParagraphAt } = reader;
  return { paragraphs, skipped, prefix, firstParagraphAt };
}
