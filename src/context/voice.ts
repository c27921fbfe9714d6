/**
 * How a text says a mention: quoted, as a heading, negated, attributed to a speaker. Labels with simple cues of their own, in both
 * languages, and with the words that speak for each; they never decide whether it is a mention.
 */
import type { Span } from '../span.ts';
import { isQuoted } from './typography.ts';

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

/** How the words begin that {@link NEGATION} looks for, by their first letter; besides these it looks for n't. */
const NEGATION_STARTS: Record<string, readonly string[]> = {
  n: ['no', 'ne'],
  w: ['without'],
  h: ['hardly'],
  c: ['cannot'],
  r: ['refus', 'reject'],
  f: ['fail'],
  d: ['den'],
};
const startsByUnit: (readonly string[] | undefined)[] = [];
for (const [letter, starts] of Object.entries(NEGATION_STARTS)) startsByUnit[letter.charCodeAt(0)] = starts;
const CHINESE_NEGATION_UNITS = new Set(Array.from('不并没而决绝未拒否', (unit) => unit.charCodeAt(0)));

/** Whether the text from `start` on, in whatever case, is `word`, which has lower-case letters only. */
function isWrittenAt(text: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if ((text.charCodeAt(start + i) | 32) !== word.charCodeAt(i)) return false;
  return true;
}

/** Whether something between two offsets looks like a negation: spares most mentions the regular expressions. */
function mayNegate(text: string, start: number, end: number): boolean {
  let isInside = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const lower = unit | 32;
    const isLetter = lower >= 97 && lower <= 122;
    if (isLetter && !isInside) {
      for (const word of startsByUnit[lower] ?? []) if (isWrittenAt(text, i, word)) return true;
    } else if (unit === 39 || unit === 0x2019) {
      if ((text.charCodeAt(i - 1) | 32) === 110) return true;
    } else if (unit > 0x2e80 && CHINESE_NEGATION_UNITS.has(unit)) return true;
    isInside = isLetter;
  }
  return false;
}

function negationBefore(text: string, span: Span, sentence: Span): Span | undefined {
  const from = Math.max(sentence.start, span.start - NEGATION_REACH);
  if (!mayNegate(text, from, span.start)) return undefined;
  const before = text.slice(from, span.start);
  const found = NEGATION.exec(before) ?? CHINESE_NEGATION.exec(before);
  if (found === null) return undefined;
  const start = from + found.index;
  return { start, end: start + (found.groups?.label ?? '').length };
}

/** What is known of a span's surroundings. */
export interface VoiceSetting {
  sentence: Span;
  /** Where the sentence names its speaker, in offsets of the text. */
  attribution: Span | undefined;
  /** Whether its line is a heading. */
  isHeading: boolean;
}

/** The labels of a span in its sentence, with what speaks for each. */
export function voiceOf(text: string, span: Span, { sentence, attribution, isHeading }: VoiceSetting): Voice {
  const labels: VoiceLabels = {};
  const evidence: VoiceEvidence[] = [];
  const label = (name: keyof VoiceLabels, { start, end }: Span) => {
    labels[name] = true;
    evidence.push({ label: name, text: text.slice(start, end), start, end });
  };
  if (isQuoted(text, span)) label('quoted', span);
  if (isHeading) label('heading', span);
  const negation = negationBefore(text, span, sentence);
  if (negation !== undefined) label('negated', negation);
  if (attribution !== undefined) label('attributed', attribution);
  return { labels, evidence };
}
