/**
 * What a part-of-speech tagger is asked about an undecided English candidate. The tagger itself is injected: the platform decides
 * which one, and loads it when the first question comes.
 */
import type { Span } from '../span.ts';

export interface Tagger {
  /**
   * Whether the span is part of a longer proper name: a name word stands right before or after it (`Nottingham Red Engine Society`).
   * `span` is relative to `sentence`, in UTF-16 units.
   */
  isPartOfName(sentence: string, span: Span): boolean;
}

/** Score up to which an accepted candidate counts as undecided: what the tagger can say turns it down, and never makes a mention. */
export const UNDECIDED = 1.2;

/** UTF-16 units to either side of a candidate that the tagger gets to see, within the sentence: taggers are slow. */
export const TAGGED = 60;
