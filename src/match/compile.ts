/** Builds a {@link PatternSet} from form texts. All linguistics happens here, none when text is read. */

import { IDEOGRAPH, UNIT_CLASS } from '../text/fold.ts';
import { JOINERS } from '../text/gaps.ts';
import { indexPatterns } from './index-patterns.ts';
import { narrow } from './indices.ts';
import { chineseNumberVariants, numberValue } from './numbers.ts';
import {
  IDEOGRAPHS,
  INFLECTED,
  LISTED,
  LONGEST_SKIP,
  NUMBERED,
  type PatternSet,
  REORDERED,
  ROMANISED,
} from './pattern-set.ts';
import { type ReadingWord, readingsOf } from './readings.ts';
import { SlotTable, type SlotWord } from './slot-table.ts';
import { type Inflect, surfacesOf } from './surfaces.ts';

export type { Inflect } from './surfaces.ts';

/** A form to compile. */
export interface FormText {
  /** In the syntax of `form.ts`. */
  text: string;
  /** Given back with each match; several forms may share one. */
  payload: number;
  /** Search it as it is written, without inflections (for acronyms and fixed strings). */
  isExact?: boolean;
  /** It is the pinyin of its payload's form. */
  isPinyin?: boolean;
}

/** The words that may stand at one place of a form; equal sets have equal keys. */
interface WordSet {
  key: string;
  words: SlotWord[];
}

/** The ideographs of a pattern that has nothing else; undefined for any other. */
function ideographsOf(words: readonly ReadingWord[], sets: readonly WordSet[]): number[] | undefined {
  const isPlain = words.every(({ gap, needs, afterGap }) => (gap | JOINERS) === JOINERS && needs === 0 && !afterGap);
  if (!isPlain || sets.some((set) => set.words.length > 1)) return undefined;
  const units = sets.map((set) => (set.words[0] as SlotWord).folded.charCodeAt(0));
  return units.every((unit) => UNIT_CLASS[unit] === IDEOGRAPH) ? units : undefined;
}

/** Collects slots and patterns, each once. */
class PatternBuilder {
  readonly slots = new SlotTable();
  /** Per place of each pattern: its slot, or its ideograph. */
  readonly places: number[] = [];
  readonly starts: number[] = [0];
  readonly payloads: number[] = [];
  readonly flags: number[] = [];
  longest = 0;
  private readonly patternKeys = new Set<string>();
  private readonly setByWord = new Map<string, WordSet>();
  private readonly setNumbers = new Map<string, number>();
  private readonly inflect: Inflect;

  constructor(inflect: Inflect) {
    this.inflect = inflect;
  }

  /** The set of words that may stand at one place of a form. */
  private set(word: ReadingWord, next: ReadingWord | undefined, isExact: boolean): WordSet {
    const exact = isExact || word.isExact;
    const digits = exact ? [] : chineseNumberVariants(word.folded, next?.folded);
    const cacheKey = [exact ? '=' : '', word.folded, ...word.others, ...digits].join('|');
    const cached = this.setByWord.get(cacheKey);
    if (cached !== undefined) return cached;
    const flagByWord = new Map<string, number>();
    for (const listed of [word.folded, ...word.others, ...digits]) this.addListed(listed, exact, flagByWord);
    const words = [...flagByWord].map(([folded, flag]) => ({ folded, flag }));
    const content = words.map(({ folded, flag }) => `${folded}:${flag}`).join(',');
    const number = this.setNumbers.get(content) ?? this.setNumbers.size;
    this.setNumbers.set(content, number);
    const set = { key: String(number), words };
    this.setByWord.set(cacheKey, set);
    return set;
  }

  /** Adds a listed word with its other spellings and numerals, then their inflections. */
  private addListed(word: string, isExact: boolean, flagByWord: Map<string, number>): void {
    flagByWord.set(word, LISTED);
    if (isExact) return;
    const { listed, inflected } = surfacesOf(word, this.inflect);
    for (const other of listed) flagByWord.set(other, LISTED);
    for (const other of inflected) {
      if (!flagByWord.has(other)) flagByWord.set(other, INFLECTED);
    }
  }

  add(words: readonly ReadingWord[], form: FormText, isReordered: boolean): void {
    const sets = words.map((word, i) => this.set(word, words[i + 1], form.isExact === true));
    const slots = words.map(({ gap, needs, afterGap }, i) => {
      const set = sets[i] as WordSet;
      const skipped = afterGap ? LONGEST_SKIP : 0;
      return this.slots.placeOf(set.key, set.words, { allowed: gap | JOINERS, needed: needs, skipped });
    });
    const key = `${form.payload};${slots.join(',')}`;
    if (this.patternKeys.has(key)) return;
    this.patternKeys.add(key);
    const ideographs = ideographsOf(words, sets);
    this.places.push(...(ideographs ?? slots));
    this.starts.push(this.places.length);
    this.payloads.push(form.payload);
    const isNumbered = numberValue((words[0] as ReadingWord).folded) !== undefined;
    const origin = form.isPinyin ? ROMANISED : 0;
    const script = ideographs === undefined ? 0 : IDEOGRAPHS;
    this.flags.push((isReordered ? REORDERED : 0) | (isNumbered ? NUMBERED : 0) | origin | script);
    const gaps = words.filter(({ afterGap }) => afterGap).length;
    this.longest = Math.max(this.longest, words.length + gaps * LONGEST_SKIP);
  }
}

/**
 * Compiles forms into a pattern set.
 * @throws {FormSyntaxError} for the first form that does not follow the syntax; check forms one by one to name them all.
 */
export function compilePatterns(forms: readonly FormText[], inflect: Inflect): PatternSet {
  const builder = new PatternBuilder(inflect);
  for (const form of forms) {
    for (const reading of readingsOf(form.text)) builder.add(reading.words, form, reading.isReordered);
  }
  const arrays = {
    ...builder.slots.arrays(),
    // Of one kind in every set: code that reads two kinds of arrays is slower.
    patternStart: Uint32Array.from(builder.starts),
    patternPayload: narrow(builder.payloads),
    patternFlags: Uint8Array.from(builder.flags),
    places: narrow(builder.places),
    longest: builder.longest,
  };
  return { ...arrays, ...indexPatterns(arrays) };
}
