/** One annotated document as Markdown: the text with its mentions in bold, a footnote for each term. */
import type { AnnotateResult, Mention, TermReading, TermSummary } from '../annotate/result.ts';
import { segmentsOf } from './segments.ts';
import { BASIS_TITLES, dateOf, READING_NOTE, summaryOf } from './wording.ts';

/** Escapes what Markdown would read as markup, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&');
}

/** Escapes what Markdown would read as markup at the beginning of a line, and takes the indent away that would make it code. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^[ \t]+/, '')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Bold from the first letter to the last: emphasis that begins with a quotation mark is none after an ideograph. */
function bold(text: string): string {
  const inner = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
  const [, before = '', core = '', after = ''] = inner ?? [];
  if (core === '') return escapeMarkdown(text);
  return `${escapeMarkdown(before)}**${escapeMarkdown(core).replace(/\s+/g, ' ')}**${escapeMarkdown(after)}`;
}

function markedText(text: string, mentions: readonly Mention[]): string {
  let end = 0;
  const marked = segmentsOf(text, mentions).map((segment) => {
    end += segment.text.length;
    if (segment.mentions.length === 0) return escapeMarkdown(segment.text);
    const ending = segment.mentions.filter((number) => mentions[number]?.end === end);
    return bold(segment.text) + ending.map((number) => `[^${mentions[number]?.term}]`).join('');
  });
  return marked
    .join('')
    .split(/\r\n|\r|\n/)
    .map(escapeLineStart)
    .join('\n');
}

function readingLine(reading: TermReading): string {
  const differs =
    reading.differs === undefined ? '' : ` Where official usage differs: ${escapeMarkdown(reading.differs)}`;
  const head = `Reading of ${escapeMarkdown(reading.source)}, ${dateOf(reading)} (${BASIS_TITLES[reading.basis]}; <${reading.url}>)`;
  return `${head}: ${escapeMarkdown(reading.text)}${differs}`;
}

function footnote(id: string, term: TermSummary): string {
  const chinese = term.zh === undefined ? '' : ` ${term.zh.hans} (${term.zh.pinyin}; ${term.zh.status})`;
  const used = new Set(term.definition?.sources ?? []);
  const sources = term.sources
    .filter((source) => used.has(source.id))
    .map(({ title, publisher, date, url }) => `${escapeMarkdown(`${title}, ${publisher}, ${date}`)} <${url}>`);
  return [
    `[^${id}]: **${escapeMarkdown(term.label)}**${chinese}. ${escapeMarkdown(term.gloss)}`,
    ...(term.literal === undefined ? [] : [`Literal meaning: ${escapeMarkdown(term.literal)}`]),
    ...(term.definition === undefined
      ? []
      : [`Official usage: ${escapeMarkdown(term.definition.text)} Sources: ${sources.join('; ')}`]),
    ...term.readings.map(readingLine),
  ].join('\n\n    ');
}

/**
 * The document of one result and the text view that it was made from. Footnotes are missing where the result has no terms.
 * @throws {RangeError} when the offsets of the result are not UTF-16 units.
 */
export function formatMarkdown(result: AnnotateResult, text: string): string {
  if (result.offsetEncoding !== 'utf-16') throw new RangeError('Markdown is made from UTF-16 offsets');
  const used = [...new Set(result.mentions.map(({ term }) => term))];
  const notes = used.flatMap((id) => {
    const term = result.terms?.[id];
    return term === undefined ? [] : [footnote(id, term)];
  });
  const title = result.id === '' || result.id === '-' ? 'Annotated text' : result.id;
  const { engine, lexicon, document } = result;
  return [
    `# ${escapeMarkdown(title)}`,
    summaryOf(result),
    READING_NOTE,
    '---',
    markedText(text, result.mentions),
    '---',
    ...notes,
    `Tifa ${engine.version}, lexicon ${lexicon.version} (${lexicon.digest}, CC BY 4.0), text ${document.digest}`,
    '',
  ].join('\n\n');
}
