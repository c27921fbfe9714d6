/** Lays out the distinct slots of a {@link PatternSet}, and the words that may stand in them. */
import { hashWord } from '../text/tokenize.ts';
import { unitsOf } from './indices.ts';
import { countsOf, gapsOf, type PatternSet, SLOT_STEP } from './pattern-set.ts';

/** A word that may stand in a slot. */
export interface SlotWord {
  folded: string;
  /** `LISTED` or `INFLECTED`. */
  flag: number;
}

/** What a slot asks for besides its words. */
export interface SlotGap {
  /** Kinds of separators that may stand before it, and those of which one must; 0 for none. */
  allowed: number;
  needed: number;
  /** How many words may be skipped before it. */
  skipped: number;
}

export class SlotTable {
  private readonly numbers: number[] = [];
  private readonly placeByKey = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly startByWord = new Map<string, number>();
  /** UTF-16 units of all words. */
  private units = 0;

  /** Where a slot begins, in steps of {@link SLOT_STEP}. `key` stands for its words. */
  placeOf(key: string, words: readonly SlotWord[], { allowed, needed, skipped }: SlotGap): number {
    const slotKey = `${key},${allowed},${needed},${skipped}`;
    let place = this.placeByKey.get(slotKey);
    if (place === undefined) {
      place = this.numbers.length / SLOT_STEP;
      this.placeByKey.set(slotKey, place);
      this.numbers.push(gapsOf(allowed, needed), countsOf(skipped, words.length));
      for (const { folded, flag } of words) {
        this.numbers.push(hashWord(folded), this.startOf(folded), 2 * folded.length + flag);
      }
      while (this.numbers.length % SLOT_STEP !== 0) this.numbers.push(0);
    }
    return place;
  }

  private startOf(word: string): number {
    let start = this.startByWord.get(word);
    if (start === undefined) {
      start = this.units;
      this.units += word.length;
      this.words.push(word);
      this.startByWord.set(word, start);
    }
    return start;
  }

  arrays(): Pick<PatternSet, 'slots' | 'wordUnits'> {
    return { slots: Int32Array.from(this.numbers), wordUnits: unitsOf(this.words) };
  }
}
