/** Words of queries and of the lexicon's English, brought to one form so that they can be compared. */
import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { numberValue, numberVariants } from '../match/numbers.ts';
import { spellingVariants } from '../match/spelling.ts';
import { FOLDED, IDEOGRAPH, IGNORED, isPlusSign, UNIT_CLASS, WORD } from '../text/fold.ts';
import { lettersMask } from './typos.ts';

/** A word as it was typed (folded) and what it is compared as. */
export interface SearchWord {
  /** Folded: lower case, no diacritics. */
  raw: string;
  /** Numbers as digits, one spelling, stemmed. */
  stem: string;
}

const STOP_WORDS = new Set('a an and as at by for from in into is of on or that the their to with'.split(' '));

const stems = new Map<string, string>();

/** Most words kept with their stems; beyond it the memory starts anew. */
const MOST_STEMS = 50_000;

function stemOf(raw: string): string {
  let stem = stems.get(raw);
  if (stem === undefined) {
    const value = numberValue(raw);
    const [spelling = raw] = [raw, ...spellingVariants(raw)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const ordinal = /^\d/.test(raw) ? numberVariants(raw)[0] : undefined;
    stem = value === undefined ? porterStemmer.stem(ordinal ?? spelling) : String(value);
    if (stems.size > MOST_STEMS) stems.clear();
    stems.set(raw, stem);
  }
  return stem;
}

/** A stretch of letters and digits, or of ideographs. */
export interface Run {
  text: string;
  isHan: boolean;
}

/** Letters and digits word by word, ideographs run by run, all folded; what stands between is left out. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let current: Run | undefined;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const unitClass = UNIT_CLASS[unit];
    if (unitClass === IGNORED) continue;
    if ((unitClass !== WORD && unitClass !== IDEOGRAPH) || isPlusSign(unit)) {
      current = undefined;
      continue;
    }
    const isHan = unitClass === IDEOGRAPH;
    if (current?.isHan !== isHan) {
      current = { text: '', isHan };
      runs.push(current);
    }
    current.text += String.fromCharCode(FOLDED[unit] ?? unit);
  }
  return runs;
}

/** The words of a text in order; small words such as *of* are left out unless there are no others. */
export function wordsOf(text: string): SearchWord[] {
  const raws = runsOf(text).flatMap((run) => (run.isHan ? [] : [run.text]));
  const content = raws.filter((raw) => !STOP_WORDS.has(raw));
  return (content.length > 0 ? content : raws).map((raw) => ({ raw, stem: stemOf(raw) }));
}

/** The distinct words of a lexicon, numbered. */
export class Vocabulary {
  readonly words: SearchWord[] = [];
  /** Which letters each word has. */
  readonly masks: number[] = [];
  private readonly idByRaw = new Map<string, number>();

  /** Numbers of words; new ones are added. */
  ids(words: readonly SearchWord[]): number[] {
    return words.map((word) => {
      let id = this.idByRaw.get(word.raw);
      if (id === undefined) {
        id = this.words.push(word) - 1;
        this.masks.push(lettersMask(word.raw));
        this.idByRaw.set(word.raw, id);
      }
      return id;
    });
  }

  /** The words behind numbers, folded, with spaces. */
  spell(ids: readonly number[]): string {
    return ids.map((id) => this.words[id]?.raw).join(' ');
  }
}
