/** Counts over the mentions of a document, always with what they are counted against. */
import type { CompiledLexicon } from '../context/compiled.ts';
import type { Subject } from '../lexicon/subjects.ts';
import type { Measure } from '../text/measure.ts';
import type { LensProfile, Mention, Statistics } from './result.ts';
import { indexById } from './terms.ts';

function perThousand(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((count / of) * 1e6) / 1e3;
}

/** Mentions of each term, in the order in which the terms come first. */
export function countByTerm(mentions: readonly Mention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of mentions) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Mentions and terms, per thousand words (ideographs in a Chinese text), and mentions by subject. */
export function statisticsOf(
  lexicon: CompiledLexicon,
  counts: ReadonlyMap<string, number>,
  measure: Measure,
): Statistics {
  const { entryById } = indexById(lexicon);
  const unit = measure.language === 'zh' ? 'han' : 'words';
  const bySubject: Partial<Record<Subject, number>> = {};
  let mentions = 0;
  for (const [term, count] of counts) {
    mentions += count;
    const subject = entryById.get(term)?.subject;
    if (subject !== undefined) bySubject[subject] = (bySubject[subject] ?? 0) + count;
  }
  return {
    mentions,
    terms: counts.size,
    perThousand: perThousand(mentions, measure[unit]),
    unit,
    bySubject,
  };
}

type ThemeRow = LensProfile['themes'][number];

/** What profiles need of a lexicon: themes of all lenses in a row, and which of them read a term. */
interface ThemeIndex {
  /** For each lens, its rows without mentions; shared by all results, since most documents have dozens of them. */
  empty: readonly { lens: string; rows: readonly ThemeRow[] }[];
  /** Places of themes in the row of all themes, by term; filled as terms are mentioned. */
  byTerm: Map<string, readonly number[]>;
}

const themeIndexes = new WeakMap<CompiledLexicon, ThemeIndex>();

function themeIndexOf(lexicon: CompiledLexicon): ThemeIndex {
  let index = themeIndexes.get(lexicon);
  if (index === undefined) {
    const noTerms = Object.freeze([]) as never;
    const empty = lexicon.lenses.map((lens) => ({
      lens: lens.id,
      rows: lens.themes.map(({ id, title }) =>
        Object.freeze({ id, title, mentions: 0, terms: noTerms, perThousandWords: 0 }),
      ),
    }));
    index = { empty, byTerm: new Map() };
    themeIndexes.set(lexicon, index);
  }
  return index;
}

/** Places of the themes that read a term. */
function themesOf(lexicon: CompiledLexicon, { empty, byTerm }: ThemeIndex, term: string): readonly number[] {
  let themes = byTerm.get(term);
  if (themes === undefined) {
    const readings = indexById(lexicon).entryById.get(term)?.readings ?? [];
    const all = empty.flatMap(({ lens, rows }) => rows.map(({ id }) => ({ lens, id })));
    themes = all.flatMap(({ lens, id }, place) =>
      readings.some((reading) => reading.lens === lens && reading.theme === id) ? [place] : [],
    );
    byTerm.set(term, themes);
  }
  return themes;
}

/**
 * For each lens, how many mentions there are of terms that each of its themes reads: a count of terms, not a finding that the
 * document says what the theme says. Words of a Chinese text are counted as two thirds of its ideographs.
 */
export function lensProfiles(
  lexicon: CompiledLexicon,
  counts: ReadonlyMap<string, number>,
  measure: Measure,
): LensProfile[] {
  const index = themeIndexOf(lexicon);
  const termsByTheme: string[][] = [];
  for (const term of counts.keys()) {
    for (const theme of themesOf(lexicon, index, term)) {
      const terms = termsByTheme[theme];
      if (terms === undefined) termsByTheme[theme] = [term];
      else terms.push(term);
    }
  }
  const words = measure.words + Math.round((measure.han * 2) / 3);
  let place = 0;
  return index.empty.map(({ lens, rows }) => ({
    lens,
    themes: rows.map((row) => {
      const terms = termsByTheme[place++];
      if (terms === undefined) return row;
      const count = terms.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
      return { id: row.id, title: row.title, mentions: count, terms, perThousandWords: perThousand(count, words) };
    }),
  }));
}
