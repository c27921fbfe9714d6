/** How to cite an entry, a source that it names, or a reading: as a line of text, and as BibTeX. */
import { dateOf } from '../../src/formats/wording.ts';
import type { TermAnswer } from './entries.ts';

export interface Citation {
  plain: string;
  bibtex: string;
}

/** BibTeX gives these characters a meaning of its own. */
function escapeBibtex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[#$%&_]/g, '\\$&');
}

/** Braces twice around a title keep its capitals. */
function bibtex(key: string, fields: Record<string, string | undefined>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const text = name === 'url' ? value : escapeBibtex(value);
    return [`  ${name} = ${name === 'title' ? `{{${text}}}` : `{${text}}`},`];
  });
  return [`@misc{${key},`, ...lines, '}'].join('\n');
}

const yearOf = (date: string) => /^\d{4}/.exec(date)?.[0];
const printed = (date: string) => (date === 'uncertain' ? 'no date' : date);

/** `url` is the entry's stable address. */
export function citeEntry({ id, label, zh, lexicon }: TermAnswer, url: string): Citation {
  const title = zh === undefined ? label : `${label} (${zh.hans})`;
  return {
    plain: `“${title}”. Tifa, lexicon ${lexicon.version}, entry “${id}”. ${url}`,
    bibtex: bibtex(`tifa-${id}`, {
      title,
      author: 'Tifa contributors',
      howpublished: `Tifa, lexicon ${lexicon.version}`,
      year: yearOf(lexicon.version),
      url,
      note: `Licence ${lexicon.licence}; ${lexicon.digest}`,
    }),
  };
}

export function citeSource({ id, title, publisher, date, url }: TermAnswer['sources'][number]): Citation {
  return {
    plain: `${publisher}: “${title}”, ${printed(date)}. ${url}`,
    bibtex: bibtex(id, { title, author: publisher, year: yearOf(date), url }),
  };
}

/** `place` is where in the source the reading stands, `entry` the entry that paraphrases it. */
export function citeReading(
  reading: TermAnswer['readings'][number],
  place: string,
  entry: Pick<TermAnswer, 'id' | 'lexicon'>,
): Citation {
  const version = entry.lexicon.version;
  return {
    plain: `${reading.source}, ${dateOf(reading)}, ${place}, as paraphrased in Tifa, lexicon ${version}, entry “${entry.id}”. ${reading.url}`,
    bibtex: bibtex(`${reading.lens}-${entry.id}`, {
      title: reading.source,
      year: yearOf(reading.date),
      url: reading.url,
      note: `${place}; as paraphrased in Tifa, lexicon ${version}, entry ${entry.id}`,
    }),
  };
}
