/** The lexicon as it is read from its files, before it is compiled. */
import type { Entry, Lens, Retired, Source } from './schema.ts';
import type { Subject } from './subjects.ts';

/** An entry and the folder it lies in. */
export type LexiconEntry = Entry & { readonly subject: Subject };

export interface Lexicon {
  /** Calendar version, as in 2026.11.0; raised with each change of data. */
  readonly version: string;
  readonly entries: readonly LexiconEntry[];
  readonly sources: readonly Source[];
  readonly lenses: readonly Lens[];
  readonly retired: readonly Retired[];
  /** Groups of words that translators put for each other. */
  readonly synonyms?: readonly (readonly string[])[];
}
