/**
 * The syntax of a form: plain words, `(a|b c)` alternatives, `[a]` optional, `…` a gap of at most four words, `=word` this word only.
 * A form is written out into its plain readings, and each reading into words with what may stand between them.
 */

import { fold } from '../text/fold.ts';
import { gapKinds } from '../text/gaps.ts';
import { createTokens, tokenEnd, tokenize, tokenStart } from '../text/tokenize.ts';

/** Most plain readings one form may be written out into. */
export const MOST_READINGS = 128;

/** Thrown for a form that does not follow the syntax; `index` is the UTF-16 offset in the form. */
export class FormSyntaxError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.name = 'FormSyntaxError';
    this.index = index;
  }
}

/**
 * Writes out alternatives and optional parts: `red [power] (motor|engine)` gives four readings.
 * @throws {FormSyntaxError} for an unclosed or stray bracket, an empty alternative, or more than {@link MOST_READINGS} readings.
 */
export function expandForm(form: string): string[] {
  let at = 0;

  function fail(message: string, index: number): never {
    throw new FormSyntaxError(`${message} in "${form}"`, index);
  }

  function sequence(closers: string): string[] {
    let readings = [''];
    while (at < form.length && !closers.includes(form[at] as string)) {
      const unit = form[at] as string;
      let parts = [unit];
      if (unit === '(' || unit === '[') parts = group(unit);
      else if (unit === ')' || unit === ']' || unit === '|') fail(`"${unit}" without an opening bracket`, at);
      else at++;
      readings = readings.flatMap((reading) => parts.map((part) => reading + part));
      if (readings.length > MOST_READINGS) fail(`more than ${MOST_READINGS} readings: split it into several forms`, 0);
    }
    return readings;
  }

  function group(opener: '(' | '['): string[] {
    const start = at;
    const closer = opener === '(' ? ')' : ']';
    const alternatives: string[] = opener === '[' ? [''] : [];
    do {
      at++;
      const alternative = sequence(`|${closer}`);
      if (alternative.some((reading) => reading.trim() === '')) fail('an empty alternative', at);
      alternatives.push(...alternative);
    } while (form[at] === '|');
    if (form[at] !== closer) fail(`"${opener}" is never closed`, start);
    at++;
    return alternatives;
  }

  return [...new Set(sequence('').map((reading) => reading.replace(/\s+/g, ' ').trim()))];
}

/** One word of a plain reading. */
export interface FormWord {
  /** As the tokenizer folds it. */
  folded: string;
  /** Written `=word`: neither inflected nor respelt. */
  isExact: boolean;
  /** A gap of up to four words, written `…`, stands before it. */
  afterGap: boolean;
  /** Kinds of separators (bits of `text/gaps.ts`) that the form itself has before this word; 0 for the first. */
  gap: number;
}

/**
 * The words of a plain reading, by the tokenizer of the texts.
 * @throws {FormSyntaxError} when nothing is left of it, or it begins or ends with a gap.
 */
export function formWords(reading: string): FormWord[] {
  const tokens = createTokens(reading.length);
  tokenize(reading, 0, reading.length, tokens);
  const words: FormWord[] = [];
  let previousEnd = 0;
  for (let i = 0; i < tokens.count; i++) {
    const end = tokens.end[i] as number;
    const start = tokenStart(reading, end, previousEnd);
    const between = reading.slice(previousEnd, start);
    if (i === 0 && between.includes('…')) throw new FormSyntaxError(`"${reading}" begins with a gap`, 0);
    words.push({
      folded: fold(reading.slice(start, end)),
      isExact: between.endsWith('='),
      afterGap: between.includes('…'),
      gap: i === 0 ? 0 : gapKinds(between.replace(/[=…]/g, ' '), 0, between.length),
    });
    previousEnd = tokenEnd(reading, end);
  }
  if (words.length === 0) throw new FormSyntaxError(`"${reading}" has no letter, digit or ideograph`, 0);
  if (reading.slice(previousEnd).includes('…')) throw new FormSyntaxError(`"${reading}" ends with a gap`, previousEnd);
  return words;
}
