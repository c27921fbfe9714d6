/** Every way in which one word of a form may be written: listed (other spellings, numerals) or inflected. */
import { fold } from '../text/fold.ts';
import { numberVariants } from './numbers.ts';
import { spellingVariants } from './spelling.ts';

/** Inflected forms of a folded word, itself left out. */
export type Inflect = (word: string) => readonly string[];

export interface Surfaces {
  /** The word, its other spellings, its numerals. */
  listed: string[];
  /** Inflections of these, as they are folded. */
  inflected: string[];
}

/** All surfaces of a folded word. */
export function surfacesOf(word: string, inflect: Inflect): Surfaces {
  const spellings = [word, ...spellingVariants(word)];
  const inflected = spellings.flatMap((spelling) =>
    inflect(spelling).flatMap((form) => [form, ...spellingVariants(form)].map(fold)),
  );
  return { listed: [...spellings, ...numberVariants(word)], inflected };
}
