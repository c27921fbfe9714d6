/**
 * All weights of the scoring function, in log-odds: a mention's confidence is the logistic function of their sum. Set by hand, then moved
 * until the development part showed no false report in its ordinary documents and no mark missed for want of evidence alone, and frozen on
 * 2026-11-28 before the held-out part was opened (docs/evaluation.md). Every one is printed in `because` under its name here.
 */
export const WEIGHTS = {
  /** What a candidate starts with: ordinary text never says a distinctive form. */
  distinctive: 3,
  formulation: -1.3,
  policy: -1.5,
  institution: -1,
  analyst: -1,
  /** A Chinese form in running Chinese has few other meanings. */
  chinese: 0.9,
  /** Per word of the English wording above two, at most two: longer wordings are less often chance. */
  length: 0.35,
  misleading: -0.6,
  inflected: -0.2,
  reordered: -0.5,
  /** A distinctive form of which synonyms stand there instead of `distinctive`, and what each replaced word takes away. */
  resembles: 0.6,
  replaced: -0.6,
  /** Each word inserted into a form. */
  inserted: -0.5,
  /** Pinyin in prose, by its syllables: two may be a name, three seldom are, four and more never. */
  pinyin: 2.6,
  shortPinyin: 0.6,
  shortestPinyin: -1.6,
  /** Cues in the sentence: the first, and each further one up to three. */
  cue: 1.7,
  furtherCue: 0.4,
  quoted: 0.9,
  capitals: 0.6,
  /** `Party` with a capital inside the wording. */
  capitalParty: 0.5,
  /** Another sure mention in the same sentence. */
  neighbour: 0.7,
  /** The rest of the document, at most: see `document-evidence.ts`. */
  document: 2.3,
  /** The candidate is part of a longer name, as the part-of-speech tagger sees it. */
  partOfName: -1.6,
  /** An antipattern holds. */
  unless: -8,
  /** A number before it belongs to its own number. */
  boundary: -8,
} as const;

/** Words of a wording beyond which length counts no more. */
export const LONGEST_COUNTED = 4;
export const MOST_FURTHER_CUES = 3;
/** Weight of the rest of the document from which all of it is searched for other wordings; else only sentences with a candidate are. */
export const STRONG_DOCUMENT = 1;
/** Confidence of a candidate from which its sentence is searched for other wordings. */
export const STRONG_SENTENCE = 0.4;

/** The logistic function: log-odds to a probability. */
export function confidenceOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
