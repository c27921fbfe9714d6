/** Builds a {@link PatternSet} from form texts. All linguistics happens here, none when text is read. */

import { IDEOGRAPH, UNIT_CLASS } from '../text/fold.ts';
import { JOINERS } from '../text/gaps.ts';
import { hashWord } from '../text/tokenize.ts';
import { indexPatterns } from './index-patterns.ts';
import { narrow, startsOf, unitsOf } from './indices.ts';
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

class Interner {
  readonly idByKey = new Map<string, number>();
  intern(key: string, add: () => void): number {
    const known = this.idByKey.get(key);
    if (known !== undefined) return known;
    const id = this.idByKey.size;
    this.idByKey.set(key, id);
    add();
    return id;
  }
}

/** Collects words, sets of words and patterns, each once. */
class PatternBuilder {
  readonly words: string[] = [];
  readonly sets: { word: number; flags: number }[][] = [];
  /** Per place of each pattern: its slot. */
  readonly slots: number[] = [];
  readonly slotSet: number[] = [];
  readonly slotGap: number[] = [];
  readonly slotNeeds: number[] = [];
  readonly slotSkip: number[] = [];
  readonly starts: number[] = [0];
  readonly payloads: number[] = [];
  readonly flags: number[] = [];
  longest = 0;
  private readonly wordIds = new Interner();
  private readonly setIds = new Interner();
  private readonly slotIds = new Interner();
  private readonly patternKeys = new Set<string>();
  private readonly setByWord = new Map<string, number>();
  private readonly inflect: Inflect;

  constructor(inflect: Inflect) {
    this.inflect = inflect;
  }

  private word(folded: string): number {
    return this.wordIds.intern(folded, () => this.words.push(folded));
  }

  /** The set of words that may stand at one place of a form. */
  private set(word: ReadingWord, next: ReadingWord | undefined, isExact: boolean): number {
    const exact = isExact || word.isExact;
    const digits = exact ? [] : chineseNumberVariants(word.folded, next?.folded);
    const cacheKey = [exact ? '=' : '', word.folded, ...word.others, ...digits].join('|');
    const cached = this.setByWord.get(cacheKey);
    if (cached !== undefined) return cached;
    const flagsByWord = new Map<number, number>();
    for (const listed of [word.folded, ...word.others, ...digits]) this.addListed(listed, exact, flagsByWord);
    const members = [...flagsByWord].map(([id, flags]) => ({ word: id, flags }));
    const setKey = members.map((member) => `${member.word}:${member.flags}`).join(',');
    const id = this.setIds.intern(setKey, () => this.sets.push(members));
    this.setByWord.set(cacheKey, id);
    return id;
  }

  /** Adds a listed word with its other spellings and numerals, then their inflections. */
  private addListed(word: string, isExact: boolean, flagsByWord: Map<number, number>): void {
    flagsByWord.set(this.word(word), LISTED);
    if (isExact) return;
    const { listed, inflected } = surfacesOf(word, this.inflect);
    for (const other of listed) flagsByWord.set(this.word(other), LISTED);
    for (const other of inflected) {
      const id = this.word(other);
      if (!flagsByWord.has(id)) flagsByWord.set(id, INFLECTED);
    }
  }

  private slot({ gap, needs, afterGap }: ReadingWord, set: number): number {
    const allowed = gap | JOINERS;
    return this.slotIds.intern(`${set},${allowed},${needs},${afterGap}`, () => {
      this.slotSet.push(set);
      this.slotGap.push(allowed);
      this.slotNeeds.push(needs);
      this.slotSkip.push(afterGap ? LONGEST_SKIP : 0);
    });
  }

  /** The ideographs of a pattern that has nothing else; undefined for any other. */
  private ideographsOf(slots: readonly number[]): number[] | undefined {
    const ideographs: number[] = [];
    for (const slot of slots) {
      const [member, ...others] = this.sets[this.slotSet[slot] as number] as { word: number }[];
      const word = this.words[member?.word ?? -1] ?? '';
      const isFree = this.slotGap[slot] !== JOINERS || this.slotNeeds[slot] !== 0 || this.slotSkip[slot] !== 0;
      if (isFree || others.length > 0 || UNIT_CLASS[word.charCodeAt(0)] !== IDEOGRAPH) return undefined;
      ideographs.push(word.charCodeAt(0));
    }
    return ideographs;
  }

  add(words: readonly ReadingWord[], form: FormText, isReordered: boolean): void {
    const slots = words.map((word, i) => this.slot(word, this.set(word, words[i + 1], form.isExact === true)));
    const key = `${form.payload};${slots.join(',')}`;
    if (this.patternKeys.has(key)) return;
    this.patternKeys.add(key);
    const ideographs = this.ideographsOf(slots);
    this.slots.push(...(ideographs ?? slots));
    this.starts.push(this.slots.length);
    this.payloads.push(form.payload);
    const isNumbered = numberValue((words[0] as ReadingWord).folded) !== undefined;
    const origin = form.isPinyin ? ROMANISED : 0;
    const script = ideographs === undefined ? 0 : IDEOGRAPHS;
    this.flags.push((isReordered ? REORDERED : 0) | (isNumbered ? NUMBERED : 0) | origin | script);
    const skipped = slots.reduce((sum, slot) => sum + (this.slotSkip[slot] as number), 0);
    this.longest = Math.max(this.longest, slots.length + skipped);
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
  const members = builder.sets.flat();
  const arrays = {
    wordHash: Int32Array.from(builder.words, hashWord),
    wordStart: startsOf(builder.words.map((word) => word.length)),
    wordUnits: unitsOf(builder.words),
    setStart: startsOf(builder.sets.map((set) => set.length)),
    setWord: narrow(members.map((member) => member.word)),
    setFlags: Uint8Array.from(members, (member) => member.flags),
    patternStart: narrow(builder.starts),
    patternPayload: narrow(builder.payloads),
    patternFlags: Uint8Array.from(builder.flags),
    slots: narrow(builder.slots),
    slotSet: narrow(builder.slotSet),
    slotGap: Uint16Array.from(builder.slotGap),
    slotNeeds: Uint16Array.from(builder.slotNeeds),
    slotSkip: Uint8Array.from(builder.slotSkip),
    longest: builder.longest,
  };
  return { ...arrays, ...indexPatterns(arrays) };
}
