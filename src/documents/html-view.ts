/** The text view of an HTML page: what a browser shows, with its line breaks; scripts, styles and hidden elements are left out. */
import { readHtmlMarkup } from './markup.ts';
import { type TextView, ViewBuilder } from './text-view.ts';

const words = (list: string) => new Set(list.split(' '));

const UNREAD = words(
  'title script style template noscript iframe object svg math head audio video canvas datalist select rt rp textarea button',
);
const PARAGRAPHS = words(
  'p div section article aside header footer main nav h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure figcaption form fieldset address hr details summary',
);
const LINES = words('li dt dd tr caption option legend');
const CELLS = words('td th');
const HEADINGS = words('h1 h2 h3 h4 h5 h6');

/** Names under which pages give what readers want to know of a document. */
const META: Record<string, string> = {
  author: 'author',
  'article:author': 'author',
  date: 'date',
  'dc.date': 'date',
  'article:published_time': 'date',
  pubdate: 'date',
  publishdate: 'date',
  'og:title': 'title',
  'og:url': 'url',
  'og:site_name': 'company',
  'dc.publisher': 'company',
  company: 'company',
};

function whyHidden(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (UNREAD.has(name)) return `<${name}>`;
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return `<${name} hidden>`;
  if (name === 'dialog' && attributes.open === undefined) return 'a closed <dialog>';
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? ''))
    return `<${name}>, hidden by its style`;
  return undefined;
}

/** Adds text as a browser shows it: runs of white space are one space, and none at the beginning of a line. */
function addFlowing(view: ViewBuilder, text: string, start: number, end: number): void {
  const isWhole = text.length === end - start;
  for (const { 0: run, index } of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
    const from = isWhole ? start + index : start;
    const to = isWhole ? from + run.length : end;
    if (!/^[ \t\n\r\f]/.test(run)) view.add(run, from, to);
    else if (!view.isAtSpace) view.add(' ', from, to);
  }
}

/**
 * Reads a page that has been decoded.
 * @throws {DocumentError} `too-deep`.
 */
export function readHtmlText(source: string): TextView {
  const view = new ViewBuilder();
  const metadata: Record<string, string> = {};
  const know = (key: string | undefined, value: string | undefined) => {
    const text = value?.replace(/\s+/g, ' ').trim();
    if (key !== undefined && text) metadata[key] ??= text;
  };
  let depth = 0;
  let hidden: { depth: number; start: number; why: string } | undefined;
  let title: string | undefined;
  let preformatted = 0;
  const breakAround = (name: string) => {
    if (PARAGRAPHS.has(name)) view.break('\n\n');
    else if (LINES.has(name)) view.break('\n');
    else if (CELLS.has(name)) view.break('\t');
  };
  readHtmlMarkup(source, {
    open(name, attributes, _start, end) {
      depth++;
      if (name === 'title') title = '';
      if (name === 'meta') know(META[(attributes.name ?? attributes.property ?? '').toLowerCase()], attributes.content);
      if (name === 'link' && attributes.rel === 'canonical') know('url', attributes.href);
      if (hidden !== undefined) return;
      const why = whyHidden(name, attributes);
      if (why !== undefined) {
        hidden = { depth, start: end, why };
        return;
      }
      breakAround(name);
      if (name === 'br') view.gap('\n');
      if (name === 'pre') preformatted++;
      if (HEADINGS.has(name)) view.section();
    },
    close(name, start) {
      if (name === 'title' && title !== undefined) {
        know('title', title);
        title = undefined;
      }
      if (hidden !== undefined) {
        if (hidden.depth === depth) {
          if (start > hidden.start && hidden.why !== '<head>') {
            view.skipped.push({ start: hidden.start, end: start, why: hidden.why });
          }
          hidden = undefined;
        }
      } else {
        if (name === 'pre') preformatted--;
        breakAround(name);
      }
      depth--;
    },
    text(text, start, end) {
      if (title !== undefined) title += text;
      if (hidden !== undefined) return;
      if (preformatted > 0) view.add(text, start, end);
      else addFlowing(view, text, start, end);
    },
  });
  return {
    text: view.toText(),
    format: 'html',
    segments: view.segments,
    metadata,
    skipped: view.skipped,
    sections: view.sections,
    warnings: [],
  };
}
