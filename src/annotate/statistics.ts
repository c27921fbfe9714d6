/** Counts over the mentions of a document, always with what they are counted against. */
import type { CompiledLexicon } from '../context/compiled.ts';
import type { Subject } from '../lexicon/subjects.ts';
import type { Measure } from '../text/measure.ts';
import type { LensProfile, Mention, Statistics } from './result.ts';
import { indexById } from './terms.ts';

type Theme = CompiledLexicon['lenses'][number]['themes'][number];

function perThousand(count: number, of: number): number {
  return of === 0 ? 0 : Math.round((count / of) * 1e6) / 1e3;
}

/** Mentions and terms, per thousand words (ideographs in a Chinese text), and mentions by subject. */
export function statisticsOf(lexicon: CompiledLexicon, mentions: readonly Mention[], measure: Measure): Statistics {
  const { entryById } = indexById(lexicon);
  const unit = measure.language === 'zh' ? 'han' : 'words';
  const bySubject: Partial<Record<Subject, number>> = {};
  for (const { term } of mentions) {
    const subject = entryById.get(term)?.subject;
    if (subject !== undefined) bySubject[subject] = (bySubject[subject] ?? 0) + 1;
  }
  return {
    mentions: mentions.length,
    terms: new Set(mentions.map(({ term }) => term)).size,
    perThousand: perThousand(mentions.length, measure[unit]),
    unit,
    bySubject,
  };
}

const emptyRows = new WeakMap<Theme, LensProfile['themes'][number]>();

/** The row of a theme without mentions: one for all results, since most documents have dozens. */
function withoutMentions(theme: Theme): LensProfile['themes'][number] {
  let row = emptyRows.get(theme);
  if (row === undefined) {
    const { id, title } = theme;
    row = Object.freeze({ id, title, mentions: 0, terms: Object.freeze([]) as never, perThousandWords: 0 });
    emptyRows.set(theme, row);
  }
  return row;
}

/**
 * For each lens, how many mentions there are of terms that each of its themes reads: a count of terms, not a finding that the
 * document says what the theme says. Words of a Chinese text are counted as two thirds of its ideographs.
 */
export function lensProfiles(lexicon: CompiledLexicon, mentions: readonly Mention[], measure: Measure): LensProfile[] {
  const { entryById } = indexById(lexicon);
  const countByTerm = new Map<string, number>();
  for (const { term } of mentions) countByTerm.set(term, (countByTerm.get(term) ?? 0) + 1);
  const termsByTheme = new Map<string, string[]>();
  for (const term of countByTerm.keys()) {
    const themes = new Set(entryById.get(term)?.readings.map(({ lens, theme }) => `${lens} ${theme}`));
    for (const theme of themes) termsByTheme.set(theme, [...(termsByTheme.get(theme) ?? []), term]);
  }
  const words = measure.words + Math.round((measure.han * 2) / 3);
  return lexicon.lenses.map((lens) => ({
    lens: lens.id,
    themes: lens.themes.map((theme) => {
      const terms = termsByTheme.get(`${lens.id} ${theme.id}`);
      if (terms === undefined) return withoutMentions(theme);
      const count = terms.reduce((sum, id) => sum + (countByTerm.get(id) ?? 0), 0);
      return { id: theme.id, title: theme.title, mentions: count, terms, perThousandWords: perThousand(count, words) };
    }),
  }));
}
