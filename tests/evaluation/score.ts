/** Compares mentions with marks: recall, coverage and precision, each on its own. */
import type { Detector } from '../../src/annotate/detector.ts';
import type { Mention } from '../../src/annotate/result.ts';
import type { Span } from '../../src/span.ts';
import { conceptFinder } from './concepts.ts';
import type { EvaluationDocument, Mark } from './corpus.ts';

/** Layers that are reported by default: marks of others are not asked for. */
const ASKED = new Set(['formulation', 'policy', '']);

export interface ScoredMark {
  document: string;
  language: 'en' | 'zh';
  mark: Mark;
  /** Whether its concept has an entry. */
  isCovered: boolean;
  /** The mention that finds it, if one does. */
  mention?: Mention;
  subject: string;
}

export interface ScoredMention {
  document: string;
  language: 'en' | 'zh';
  mention: Mention;
  subject: string;
  /** Whether it lies on a mark. */
  isRight: boolean;
}

export interface Scores {
  marks: ScoredMark[];
  mentions: ScoredMention[];
  ordinary: { words: number; documents: number; reports: ScoredMention[] };
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether two spans share at least half of the shorter one. */
function meet(a: Span, b: Span): boolean {
  return shared(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

/** Whether two spans are much the same: they share at least half of the longer one. */
function agree(a: Span, b: Span): boolean {
  return shared(a, b) * 2 >= Math.max(a.end - a.start, b.end - b.start);
}

/** Annotates all documents; those that nobody marked count only where they are ordinary. */
export function scoreDocuments(detector: Detector, documents: readonly EvaluationDocument[]): Scores {
  const entriesOf = conceptFinder(detector.lexicon);
  const subjectOf = new Map(detector.lexicon.entries.map(({ id, subject }) => [id, subject as string]));
  const scores: Scores = { marks: [], mentions: [], ordinary: { words: 0, documents: 0, reports: [] } };
  for (const { path, language, text, marks, isOrdinary } of documents) {
    if (marks === undefined && !isOrdinary) continue;
    const { mentions, document } = detector.annotate(text, { terms: 'none' });
    const asMention = (mention: Mention, isRight: boolean): ScoredMention => ({
      document: path,
      language,
      mention,
      subject: subjectOf.get(mention.term) ?? '',
      isRight,
    });
    if (isOrdinary) {
      scores.ordinary.words += document.words;
      scores.ordinary.documents++;
      scores.ordinary.reports.push(...mentions.map((mention) => asMention(mention, false)));
      continue;
    }
    for (const mark of marks ?? []) {
      if (!ASKED.has(mark.layer)) continue;
      const ids = entriesOf(mark.concept);
      const near = mentions.filter((mention) => shared(mention, mark) > 0);
      const mention = near.find(({ term }) => ids.has(term)) ?? near.find((one) => agree(one, mark));
      const first = mention?.term ?? [...ids][0];
      scores.marks.push({
        document: path,
        language,
        mark,
        isCovered: ids.size > 0 || mention !== undefined,
        ...(mention === undefined ? {} : { mention }),
        subject: (first === undefined ? undefined : subjectOf.get(first)) ?? '(no entry)',
      });
    }
    for (const mention of mentions)
      scores.mentions.push(
        asMention(
          mention,
          (marks ?? []).some((mark) => meet(mark, mention)),
        ),
      );
  }
  return scores;
}
