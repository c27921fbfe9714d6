/** Prints the figures, each with n and its interval. */
import type { ScoredMark, ScoredMention, Scores } from './score.ts';
import type { TakenAway } from './take-away.ts';
import { formatShare, shareOf } from './wilson.ts';

const shareWhere = <T>(all: readonly T[], isCounted: (one: T) => boolean) =>
  formatShare(shareOf(all.filter(isCounted).length, all.length));

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

const isFound = ({ mention }: ScoredMark) => mention !== undefined;
const isRight = (scored: ScoredMention) => scored.isRight;

function recallLines(title: string, marks: readonly ScoredMark[]): string[] {
  const covered = marks.filter((mark) => mark.isCovered);
  return [
    `  ${title}: recall ${shareWhere(covered, isFound)}; coverage ${shareWhere(marks, (mark) => mark.isCovered)}`,
  ];
}

function precisionLines(title: string, mentions: readonly ScoredMention[]): string[] {
  return [`  ${title}: precision ${shareWhere(mentions, isRight)}`];
}

/** Lower borders of the bins in which confidence is compared with what was marked. */
const BINS = [0.5, 0.7, 0.9, 0.97];

function calibrationLines(mentions: readonly ScoredMention[]): string[] {
  return BINS.map((low, i) => {
    const high = BINS[i + 1] ?? 1.01;
    const bin = mentions.filter(({ mention }) => mention.confidence >= low && mention.confidence < high);
    const mean = bin.reduce((sum, { mention }) => sum + mention.confidence, 0) / Math.max(bin.length, 1);
    return `  ${low}–${Math.min(high, 1)}: mean ${mean.toFixed(2)}, marked ${shareWhere(bin, isRight)}`;
  });
}

/** Errors of each kind that are printed. */
const WORST = 60;

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

function worstErrors({ marks, mentions, ordinary }: Scores): string[] {
  const wrong = [...mentions.filter((one) => !one.isRight), ...ordinary.reports].sort(
    (a, b) => b.mention.confidence - a.mention.confidence,
  );
  const missed = marks.filter((mark) => mark.isCovered && !isFound(mark));
  const uncovered = marks.filter((mark) => !mark.isCovered);
  return [
    'Worst errors: reported, not marked',
    ...wrong.slice(0, WORST).map(({ document, mention }) => {
      const { text, term, rendering, confidence, line } = mention;
      return `  ${document}:${line} "${oneLine(text)}" ${term} ${rendering} ${confidence}`;
    }),
    `Missed although the concept has an entry (${missed.length})`,
    ...missed.slice(0, WORST).map(({ document, mark }) => `  ${document} "${oneLine(mark.text)}" ${mark.concept}`),
    `Marked, no entry (${uncovered.length})`,
    ...uncovered.slice(0, WORST).map(({ document, mark }) => `  ${document} "${oneLine(mark.text)}" ${mark.concept}`),
  ];
}

function takenLines(title: string, { found, of, missed }: TakenAway): string[] {
  return [
    `${title} ${formatShare(shareOf(found, of))}`,
    ...missed.slice(0, WORST).map(({ text, form, term }) => `  missed "${oneLine(text)}" (${form}) ${term}`),
  ];
}

/** The report as lines of text. */
export function reportOf(scores: Scores, taken: { renderings: TakenAway; slogans: TakenAway } | undefined): string[] {
  const { marks, mentions, ordinary } = scores;
  const per10000 = (count: number) => (ordinary.words === 0 ? 0 : (10_000 * count) / ordinary.words).toFixed(2);
  const documents = ordinary.reports.map(({ document }) => document);
  return [
    'Recall (of marks whose concept has an entry) and coverage (share of marks whose concept has one)',
    ...groupBy(marks, ({ language }) => language).flatMap(([language, group]) => recallLines(language, group)),
    ...groupBy(marks, ({ subject }) => subject).flatMap(([subject, group]) => recallLines(subject, group)),
    'Precision (of mentions in marked documents)',
    ...groupBy(mentions, ({ language }) => language).flatMap(([language, group]) => precisionLines(language, group)),
    ...groupBy(mentions, ({ mention }) => mention.rendering).flatMap(([key, group]) => precisionLines(key, group)),
    ...groupBy(mentions, ({ subject }) => subject).flatMap(([subject, group]) => precisionLines(subject, group)),
    'Confidence, and the share that was marked',
    ...calibrationLines(mentions),
    `False reports: ${ordinary.reports.length} in ${ordinary.words} ordinary words, ${per10000(ordinary.reports.length)} per 10,000; ${new Set(documents).size} of ${ordinary.documents} documents`,
    ...(taken === undefined
      ? []
      : [
          ...takenLines('Renderings taken away: still found', taken.renderings),
          ...takenLines('Numbered slogans taken out of the lexicon: among the discoveries', taken.slogans),
        ]),
    ...worstErrors(scores),
  ];
}
