/** Entries as records for other programs: JSON Lines and CSV. */
import { summarizeTerm } from '../annotate/terms.ts';
import type { CompiledLexicon } from '../context/compiled.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import { csvRow } from './csv.ts';

const chineseForm = (form: LexiconEntry['forms']['zh'][number]) => (typeof form === 'string' ? form : form.text);

/** One entry with everything a reader may want of it: its summary with sources and readings written out, forms, members, relations. */
export function termRecord(lexicon: CompiledLexicon, entry: LexiconEntry) {
  const { label, layer, zh, subject, gloss, readings, ...rest } = summarizeTerm(lexicon, entry);
  const themes = lexicon.lenses.flatMap((lens) => lens.themes.map(({ id, title }) => ({ lens: lens.id, id, title })));
  return {
    id: entry.id,
    layer,
    label,
    ...(zh === undefined ? {} : { zh }),
    subject,
    gloss,
    forms: {
      en: entry.forms.en.map(({ text, status }) => ({ text, status })),
      zh: entry.forms.zh.map(chineseForm),
    },
    ...rest,
    readings: readings.map((reading) => ({
      ...reading,
      themeTitle: themes.find(({ lens, id }) => lens === reading.lens && id === reading.theme)?.title ?? reading.theme,
    })),
    members: entry.members,
    related: entry.related,
    ...(entry.reviewed === undefined ? {} : { reviewed: entry.reviewed }),
  };
}

export type TermRecord = ReturnType<typeof termRecord>;

/** Columns of {@link termCsvRow}; forms and sources are joined by ` | `. */
export const TERM_COLUMNS = [
  'id',
  'layer',
  'label',
  'zhHans',
  'zhHant',
  'pinyin',
  'zhStatus',
  'subject',
  'gloss',
  'literal',
  'definition',
  'origin',
  'formsEn',
  'formsZh',
  'official',
  'readings',
  'sources',
  'reviewed',
] as const;

export const termCsvHeader = (): string => csvRow(TERM_COLUMNS);

/** One entry as a row. A reading names its source, its date and where official usage differs. */
export function termCsvRow(record: TermRecord): string {
  const { zh, origin, forms } = record;
  const readings = record.readings.map(
    ({ source, date, dateStatus, basis, text, differs }) =>
      `${source}, ${date}${dateStatus === 'inferred' ? ' (date inferred)' : ''} [${basis}]: ${text}${differs === undefined ? '' : ` Where official usage differs: ${differs}`}`,
  );
  return csvRow([
    record.id,
    record.layer,
    record.label,
    zh?.hans,
    zh?.hant,
    zh?.pinyin,
    zh?.status,
    record.subject,
    record.gloss,
    record.literal,
    record.definition?.text,
    origin === undefined ? undefined : `${origin.who}; ${origin.where}; ${origin.when}`,
    forms.en.map(({ text }) => text).join(' | '),
    forms.zh.join(' | '),
    forms.en.find(({ status }) => status === 'official')?.text,
    readings.join(' | '),
    record.sources.map(({ url }) => url).join(' | '),
    record.reviewed?.on,
  ]);
}
