/** Fixed wordings that several formats share. */
import type { AnnotateResult, Statistics, TermReading } from '../annotate/result.ts';

/** What a reading's basis says, in words. */
export const BASIS_TITLES: Record<TermReading['basis'], string> = {
  term: 'interprets this phrase',
  passage: 'a claim about a passage that holds the phrase',
  listed: 'only names the phrase',
};

/** The date of a reading; an inferred one is marked. */
export function dateOf({ date, dateStatus }: Pick<TermReading, 'date' | 'dateStatus'>): string {
  return dateStatus === 'inferred' ? `${date} (date inferred)` : date;
}

export const UNIT_TITLES: Record<Statistics['unit'], string> = { words: 'words', han: 'characters' };

/** `1 mention`, `2 mentions`, `1,204 mentions`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** The size and density of a document: `812 words · 14 mentions · 9 terms · 17.2 per 1,000 words`. */
export function summaryOf({ document, statistics }: AnnotateResult): string {
  const size = [
    ...(document.words > 0 || document.han === 0 ? [count(document.words, 'word')] : []),
    ...(document.han > 0 ? [`${document.han.toLocaleString('en')} Chinese characters`] : []),
  ].join(', ');
  const density = `${statistics.perThousand.toFixed(1)} per 1,000 ${UNIT_TITLES[statistics.unit]}`;
  return [size, count(statistics.mentions, 'mention'), count(statistics.terms, 'term'), density].join(' · ');
}

/** How a lens is to be understood, wherever its counts are shown. */
export const LENS_NOTE =
  'Mentions of terms that each theme of the lens reads; a term read by two themes counts in both. A count of terms, not a finding that the document says what the theme says.';

/** How readings are to be understood, wherever they are shown. */
export const READING_NOTE =
  'Gloss, literal meaning and official usage describe the wording in a neutral voice. A reading is what the named source holds it to mean, paraphrased.';
