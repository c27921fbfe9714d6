/**
 * How a text says a mention: quoted, as a heading, negated, attributed to a speaker. Labels with simple cues of their own, in both
 * languages, and with the words that speak for each; they never decide whether it is a mention.
 */
import type { Span } from '../span.ts';
import { isHeading, isQuoted } from './typography.ts';

export interface VoiceLabels {
  quoted?: true;
  heading?: true;
  negated?: true;
  attributed?: true;
}

/** What speaks for a label: the words and where they stand; a heading and quotation marks have none but the mention's own place. */
export interface VoiceEvidence extends Span {
  label: keyof VoiceLabels;
  text: string;
}

export interface Voice {
  labels: VoiceLabels;
  evidence: VoiceEvidence[];
}

/** Stretch before a mention in which a negation reaches it, in UTF-16 units. */
const NEGATION_REACH = 48;
/** A negation reaches to the next stop, comma or *but*; *not only* and *not just* negate nothing. */
const NEGATION =
  /(?<label>\b(?:not|no|never|without|neither|nor|hardly|cannot|(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)n['’]t|refus(?:e[sd]?|ing) to|fail(?:s|ed|ing)? to|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying))\b)(?! (?:only|just|merely|least|doubt))(?:(?!\b(?:but|rather|instead|however|although)\b)[^.;:,])*$/iu;
const CHINESE_NEGATION =
  /(?<label>不是|并非|并不|没有|不再|而非|不等于|不属于|绝非|决不|绝不|未能|拒绝|否认|不存在)[^，。；：、不非没]{0,8}$/u;

/** Verbs and nouns of saying with a speaker before them, or 指出 and its like. */
const ATTRIBUTION =
  /\b(?:said|says|saying|stated|states|stressed|stresses|stressing|emphasi[sz]e[sd]|emphasi[sz]ing|noted|notes|announced|pointed out|points out|according to|told|claims?|claimed|urged|urges|reiterates?|reiterated|called (?:for|on)|calls (?:for|on)|boasts?|brags?|pledged|vowed|praises?|praised|hailed|argues?|argued|wrote|writes|expressed|remarked|underscored|underlined|highlighted|proposed|required|demanded|in the words of|as .{1,30} put it)\b|指出|强调|表示|要求|认为|提出|說|说道|指明|宣布|明确|重申|号召|呼吁|称|據|强調|強調|据.{1,12}(?:报道|介绍)/iu;

/** Where a sentence says that somebody says it, relative to the sentence; undefined where it does not. */
export function attributionIn(sentence: string): Span | undefined {
  const found = ATTRIBUTION.exec(sentence);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

function negationBefore(text: string, span: Span, sentence: Span): Span | undefined {
  const from = Math.max(sentence.start, span.start - NEGATION_REACH);
  const before = text.slice(from, span.start);
  const found = NEGATION.exec(before) ?? CHINESE_NEGATION.exec(before);
  if (found === null) return undefined;
  const start = from + found.index;
  return { start, end: start + (found.groups?.label ?? '').length };
}

/** The labels of a span in its sentence; `attribution` is where the sentence names its speaker, in offsets of the text. */
export function voiceOf(text: string, span: Span, sentence: Span, attribution: Span | undefined): Voice {
  const evidence: VoiceEvidence[] = [];
  const label = (name: keyof VoiceLabels, where: Span | undefined) => {
    if (where !== undefined) {
      evidence.push({ label: name, text: text.slice(where.start, where.end), start: where.start, end: where.end });
    }
  };
  label('quoted', isQuoted(text, span) ? { start: span.start, end: span.end } : undefined);
  label('heading', isHeading(text, span) ? { start: span.start, end: span.end } : undefined);
  label('negated', negationBefore(text, span, sentence));
  label('attributed', attribution);
  return { labels: Object.fromEntries(evidence.map((one) => [one.label, true])), evidence };
}
