/** One entry for a terminal: literal meaning, official usage and readings apart, each with its sources. */
import type { TermSource } from '../annotate/result.ts';
import { LAYER_TITLES } from '../lexicon/layers.ts';
import { SUBJECTS } from '../lexicon/subjects.ts';
import type { Paint } from './paint.ts';
import type { TermRecord } from './term-records.ts';
import { wrapText } from './width.ts';
import { BASIS_TITLES, dateOf } from './wording.ts';

const INDENT = '  ';

class Page {
  readonly lines: string[] = [];
  private readonly width: number;
  private readonly paint: Paint;

  constructor(width: number, paint: Paint) {
    this.width = width;
    this.paint = paint;
  }

  heading(text: string): void {
    this.lines.push('', this.paint('bold', text));
  }

  paragraph(text: string, style?: 'dim' | 'yellow'): void {
    const lines = wrapText(text, this.width - INDENT.length);
    this.lines.push(...lines.map((line) => INDENT + (style === undefined ? line : this.paint(style, line))));
  }

  sources(all: readonly TermSource[], ids: readonly string[]): void {
    for (const { title, publisher, date, url } of all.filter(({ id }) => ids.includes(id))) {
      this.paragraph(`${title}, ${publisher}, ${date === 'uncertain' ? 'no date' : date}`, 'dim');
      this.lines.push(`${INDENT}${this.paint('dim', url)}`);
    }
  }

  reading(one: TermRecord['readings'][number]): void {
    this.heading(`Reading: ${one.source}, ${dateOf(one)}`);
    this.paragraph(`${one.themeTitle}; ${BASIS_TITLES[one.basis]}`, 'dim');
    this.paragraph(one.text);
    if (one.differs !== undefined) this.paragraph(`Where official usage differs: ${one.differs}`, 'yellow');
    this.lines.push(`${INDENT}${this.paint('dim', one.url)}`);
  }
}

function addOfficial(page: Page, record: TermRecord): void {
  const { literal, definition, origin, sources } = record;
  if (literal !== undefined) {
    page.heading('Literal meaning');
    page.paragraph(literal);
  }
  if (definition !== undefined) {
    page.heading('Official usage');
    page.paragraph(definition.text);
    page.sources(sources, definition.sources);
  }
  if (origin !== undefined) {
    page.heading('Origin');
    page.paragraph(`Who: ${origin.who}`);
    page.paragraph(`Where: ${origin.where}`);
    page.paragraph(`When: ${origin.when}`);
    page.sources(sources, origin.sources);
  }
}

function addForms(page: Page, { members, forms, related }: TermRecord): void {
  if (members.length > 0) {
    page.heading('Members');
    members.forEach(({ text, zh, term }, i) => {
      page.paragraph([`${i + 1}. ${text}`, zh, term && `→ ${term}`].filter((part) => part !== undefined).join('  '));
    });
  }
  page.heading('Forms');
  for (const { text, status } of forms.en) page.paragraph(`${text}  (${status})`);
  if (forms.zh.length > 0) page.paragraph(forms.zh.join('、'));
  if (related.length > 0) {
    page.heading('Related');
    page.paragraph(related.map(({ id, as }) => `${id} (${as})`).join(', '));
  }
}

/** The entry in lines of at most `width` terminal columns (addresses stay whole). */
export function formatTerm(record: TermRecord, width: number, paint: Paint): string {
  const { zh } = record;
  const page = new Page(width, paint);
  page.lines.push(paint('bold', record.label));
  if (zh !== undefined) {
    const status = zh.status === 'attested' ? '' : `  (${zh.status})`;
    page.lines.push(`${[zh.hans, zh.hant, zh.pinyin].join(' · ')}${paint('dim', status)}`);
  }
  page.lines.push(paint('dim', `${record.id} · ${SUBJECTS[record.subject]} · ${LAYER_TITLES[record.layer]}`), '');
  page.paragraph(record.gloss);
  addOfficial(page, record);
  for (const one of record.readings) page.reading(one);
  addForms(page, record);
  const reviewed = record.reviewed === undefined ? 'Not yet reviewed.' : `Reviewed on ${record.reviewed.on}.`;
  page.lines.push('', paint('dim', reviewed), '');
  return page.lines.join('\n');
}
