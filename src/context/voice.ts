/**
 * How a text says a mention: quoted, as a heading, negated, attributed to a speaker. Labels with simple cues of their own, in both
 * languages; they never decide whether it is a mention.
 */
import type { Span } from '../span.ts';
import { isHeading, isQuoted } from './typography.ts';

export interface VoiceLabels {
  quoted?: true;
  heading?: true;
  negated?: true;
  attributed?: true;
}

/** Stretch before a mention in which a negation reaches it, in UTF-16 units. */
const NEGATION_REACH = 40;
const NEGATION =
  /(?:\b(?:not|no|never|without|neither|nor|isn['’]t|aren['’]t|wasn['’]t|don['’]t|doesn['’]t|cannot)\b[^.;,]*|(?:不是|并非|没有|不再|而非|不等于)[^，。；]{0,6})$/iu;

/** Verbs and nouns of saying with a speaker before them, or 指出 and its like. */
const ATTRIBUTION =
  /\b(?:said|says|stated|states|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|noted|notes|announced|pointed out|according to|told|claims?|claimed|urged|reiterates?|reiterated|called for|boasts?|brags?|pledged|vowed|praises?)\b|指出|强调|表示|要求|认为|提出|據|据.{1,12}(?:报道|介绍)|強調/iu;

/** Whether a sentence says that somebody says it. */
export const hasAttribution = (sentence: string): boolean => ATTRIBUTION.test(sentence);

/** The labels of a span in its sentence. */
export function voiceOf(text: string, span: Span, sentence: Span, isAttributed: boolean): VoiceLabels {
  const before = text.slice(Math.max(sentence.start, span.start - NEGATION_REACH), span.start);
  return {
    ...(isQuoted(text, span) ? { quoted: true as const } : {}),
    ...(isHeading(text, span) ? { heading: true as const } : {}),
    ...(NEGATION.test(before) ? { negated: true as const } : {}),
    ...(isAttributed ? { attributed: true as const } : {}),
  };
}
