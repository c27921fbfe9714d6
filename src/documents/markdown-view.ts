/** The text view of a Markdown document: its text without the markup; code, addresses and front matter are left out. */
import { parse as parseYaml } from 'yaml';
import type { Warning } from '../annotate/result.ts';
import { readHtmlText } from './html-view.ts';
import { type MarkdownEvent, markdownEvents } from './markdown-events.ts';
import { readHtmlMarkup } from './markup.ts';
import { type TextView, ViewBuilder } from './text-view.ts';

/** Tokens whose content is no text to a reader, and what to call them. */
const UNREAD: Record<string, string> = {
  yaml: 'front matter',
  codeFenced: 'code',
  codeIndented: 'code',
  codeText: 'code',
  resource: 'address',
  reference: 'address',
  autolink: 'address',
  literalAutolink: 'address',
  definition: 'address',
  image: 'image',
  htmlText: 'markup',
  htmlFlow: 'markup',
  gfmFootnoteCall: 'footnote mark',
  gfmFootnoteDefinitionLabel: 'footnote mark',
  definitionMarker: 'footnote mark',
  taskListCheck: 'check box',
  tableDelimiterRow: 'markup',
};

const BLOCKS = new Set(['paragraph', 'atxHeading', 'setextHeading', 'blockQuote', 'table', 'gfmFootnoteDefinition']);
const ROWS = new Set(['tableRow', 'listItemPrefix']);
const CELLS = new Set(['tableHeader', 'tableData']);

function decodeReference(reference: string): string {
  let decoded = '';
  readHtmlMarkup(reference, { text: (text) => (decoded += text) });
  return decoded;
}

function frontMatterOf(yaml: string, warnings: Warning[]): Record<string, string> {
  let value: unknown;
  try {
    value = parseYaml(yaml, { logLevel: 'error' });
  } catch {
    warnings.push({ code: 'front-matter', detail: 'the front matter is not valid YAML and was not read' });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const scalars = Object.entries(value).filter(([, one]) => ['string', 'number', 'boolean'].includes(typeof one));
  return Object.fromEntries(scalars.map(([key, one]) => [key, String(one)]));
}

/** Adds the text of a block of HTML, where it stands. */
function addHtml(view: ViewBuilder, source: string, { start, end }: MarkdownEvent): void {
  const inner = readHtmlText(source.slice(start, end));
  let at = 0;
  for (const segment of inner.segments ?? []) {
    view.gap(inner.text.slice(at, segment.start));
    view.add(inner.text.slice(segment.start, segment.end), start + segment.from, start + segment.to);
    at = segment.end;
  }
}

class MarkdownReader {
  readonly view = new ViewBuilder();
  readonly warnings: Warning[] = [];
  metadata: Record<string, string> = {};
  private readonly source: string;
  private unread: { type: string; start: number } | undefined;
  private inline = 0;

  constructor(source: string) {
    this.source = source;
  }

  take(event: MarkdownEvent): void {
    if (this.unread !== undefined) this.pass(event);
    else if (event.isEnter) this.enter(event);
    else this.exit(event);
  }

  private pass({ isEnter, type, start, end }: MarkdownEvent): void {
    if (isEnter || this.unread?.type !== type || this.unread.start !== start) return;
    this.view.skipped.push({ start, end, why: UNREAD[type] ?? type });
    this.unread = undefined;
  }

  private enter(event: MarkdownEvent): void {
    const { type, start, end } = event;
    if (UNREAD[type] !== undefined) {
      this.unread = { type, start };
      if (type === 'yaml') this.metadata = frontMatterOf(this.source.slice(start + 4, end - 3), this.warnings);
      if (type === 'htmlFlow') {
        this.view.break('\n\n');
        addHtml(this.view, this.source, event);
        this.view.break('\n\n');
        this.unread = { type, start };
      }
    } else if (BLOCKS.has(type)) {
      this.view.break('\n\n');
      if (/Heading$/.test(type)) this.view.section();
    } else if (ROWS.has(type)) this.view.break('\n');
    else if (CELLS.has(type)) this.view.break('\t');
    if (type === 'paragraph' || type === 'setextHeadingText') this.inline++;
    if (type === 'data' || type === 'characterEscapeValue') this.view.add(this.source.slice(start, end), start, end);
    if (type === 'characterReference') this.view.add(decodeReference(this.source.slice(start, end)), start, end);
    if (type === 'lineEnding' && this.inline > 0) this.view.add(this.source.slice(start, end), start, end);
  }

  private exit({ type }: MarkdownEvent): void {
    if (BLOCKS.has(type)) this.view.break('\n\n');
    if (type === 'paragraph' || type === 'setextHeadingText') this.inline--;
  }
}

/**
 * Reads Markdown that has been decoded.
 * @throws {DocumentError} `too-deep`.
 */
export function readMarkdownText(source: string): TextView {
  const reader = new MarkdownReader(source);
  for (const event of markdownEvents(source)) reader.take(event);
  const { view, metadata, warnings } = reader;
  return {
    text: view.toText(),
    format: 'markdown',
    segments: view.segments,
    metadata,
    skipped: view.skipped,
    sections: view.sections,
    warnings,
  };
}
