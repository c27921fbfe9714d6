/**
 * The syntax of a form: plain words, `(a|b c)` alternatives, `[a]` optional, `…` a gap of at most four words, `=word` this word only.
 * A form is written out into its plain readings, and each reading into words with what may stand between them.
 */

import { fold } from '../text/fold.ts';
import { gapKinds } from '../text/gaps.ts';
import { createTokens, tokenEnd, tokenize, tokenStart } from '../text/tokenize.ts';

/** Most plain readings one form may be written out into. */
export const MOST_READINGS = 512;

/** Thrown for a form that does not follow the syntax; `index` is the UTF-16 offset in the form. */
export class FormSyntaxError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.name = 'FormSyntaxError';
    this.index = index;
  }
}

/** One way to read a form, as plain words. */
export interface PlainReading {
  text: string;
  /** Single words that may stand instead of the word at `at` (UTF-16 offset in `text`). */
  options: readonly { at: number; words: readonly string[] }[];
}

const EMPTY: PlainReading = { text: '', options: [] };
const SINGLE_WORD = /^[\p{L}\p{N}]+$/u;

function join(left: PlainReading, right: PlainReading): PlainReading {
  if (right.options.length === 0) return { text: left.text + right.text, options: left.options };
  const shift = left.text.length;
  const moved = right.options.map(({ at, words }) => ({ at: at + shift, words }));
  return { text: left.text + right.text, options: [...left.options, ...moved] };
}

/** Alternatives that are single words share one place and need not be written out. */
function asOptions(alternatives: readonly PlainReading[]): PlainReading[] {
  const [first, ...others] = alternatives as [PlainReading, ...PlainReading[]];
  const isSimple = alternatives.every(({ text, options }) => SINGLE_WORD.test(text) && options.length === 0);
  const isHan = alternatives.some(({ text }) => /\p{Script=Han}/u.test(text));
  if (!isSimple || isHan || others.length === 0) return [...alternatives];
  return [{ text: first.text, options: [{ at: 0, words: others.map(({ text }) => text) }] }];
}

/**
 * Writes out alternatives and optional parts: `red [power] (motor|engine set)` gives four readings. Alternatives between single words stay together,
 * unless a letter adjoins them.
 * @throws {FormSyntaxError} for an unclosed or stray bracket, an empty alternative, or more than {@link MOST_READINGS} readings.
 */
export function expandForm(form: string): PlainReading[] {
  let at = 0;

  function fail(message: string, index: number): never {
    throw new FormSyntaxError(`${message} in "${form}"`, index);
  }

  function sequence(closers: string): PlainReading[] {
    let readings = [EMPTY];
    while (at < form.length && !closers.includes(form[at] as string)) {
      const unit = form[at] as string;
      if (unit === ')' || unit === ']' || unit === '|') fail(`"${unit}" without an opening bracket`, at);
      const parts = unit === '(' || unit === '[' ? group(unit) : [plainText()];
      readings = readings.flatMap((reading) => parts.map((part) => join(reading, part)));
      if (readings.length > MOST_READINGS) fail(`more than ${MOST_READINGS} readings: split it into several forms`, 0);
    }
    return readings;
  }

  /** Everything up to the next bracket or bar. */
  function plainText(): PlainReading {
    const start = at;
    while (at < form.length && !'()[]|'.includes(form[at] as string)) at++;
    return { text: form.slice(start, at), options: [] };
  }

  function group(opener: '(' | '['): PlainReading[] {
    const start = at;
    const closer = opener === '(' ? ')' : ']';
    const alternatives: PlainReading[] = [];
    do {
      at++;
      const alternative = sequence(`|${closer}`);
      if (alternative.some(({ text }) => text.trim() === '')) fail('an empty alternative', at);
      alternatives.push(...alternative);
    } while (form[at] === '|');
    if (form[at] !== closer) fail(`"${opener}" is never closed`, start);
    at++;
    const isSetOff = !/[\p{L}\p{N}]/u.test((form[at] ?? '') + (form[start - 1] ?? ''));
    const kept = isSetOff ? asOptions(alternatives) : alternatives;
    return opener === '[' ? [EMPTY, ...kept] : kept;
  }

  const seen = new Set<string>();
  return sequence('').filter((reading) => {
    const key = JSON.stringify([reading.text.replace(/\s+/g, ' ').trim(), reading.options.map(({ words }) => words)]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Most texts that {@link writtenForms} gives for one form. */
const MOST_WRITTEN = 64;

/**
 * The texts that a form stands for, every alternative written out, as a reader would write them; 64 at most.
 * @throws {FormSyntaxError} see {@link expandForm}.
 */
export function writtenForms(form: string): string[] {
  const texts = expandForm(form).flatMap((reading) => {
    let written = [reading.text];
    for (const { at, words } of [...reading.options].reverse()) {
      const rest = (text: string) => text.slice(at).replace(/^[\p{L}\p{N}]+/u, '');
      written = written.flatMap((text) => [text, ...words.map((word) => text.slice(0, at) + word + rest(text))]);
    }
    return written;
  });
  const clean = texts.map((text) => text.replace(/[=…]/g, ' ').replace(/\s+/g, ' ').trim());
  return [...new Set(clean)].slice(0, MOST_WRITTEN);
}

/** One word of a plain reading. */
export interface FormWord {
  /** As the tokenizer folds it. */
  folded: string;
  /** Other single words, folded, that may stand instead. */
  others: readonly string[];
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
export function formWords({ text: reading, options }: PlainReading): FormWord[] {
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
      others: options.find(({ at }) => at === start)?.words.map(fold) ?? [],
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
