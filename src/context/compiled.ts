/** The compiled lexicon: what a detector needs to read text, in typed arrays, and the entries that it reports. */
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Lens, Retired, Source } from '../lexicon/schema.ts';
import type { NearSet } from '../match/near-set.ts';
import type { PatternSet } from '../match/pattern-set.ts';

/** A form of an entry, as mentions name it. Its number is the payload of its patterns. */
export interface CompiledForm {
  /** Index of the entry. */
  entry: number;
  text: string;
  status: 'official' | 'attested' | 'translated' | 'misleading';
  language: 'en' | 'zh';
  isDistinctive: boolean;
}

/** A word or phrase that is looked for around candidates. Its number is the payload of its patterns. */
export interface ContextPhrase {
  text: string;
}

/** An antipattern of an entry. */
export interface CompiledUnless {
  id: string;
  /** `near`: a phrase within so many tokens; `longer`: a phrase that contains the candidate. */
  kind: 'near' | 'longer';
  phrases: number[];
  /** Tokens to either side, for `near`. */
  within: number;
  why: string;
}

/** What judging needs of an entry. */
export interface CompiledContext {
  /** Phrases that are evidence for the entry, ascending. */
  cues: number[];
  unless: CompiledUnless[];
  /** Entries that share a form with this one. */
  ambiguousWith: number[];
  /** The preferred official English. */
  official?: string;
}

export interface CompiledLexicon {
  readonly version: string;
  /** `sha256-…` of the compiled form; empty until the platform has computed it. */
  readonly digest: string;
  /** By id. In a lexicon read from its artefact each is parsed when it is first asked for. */
  readonly entries: readonly LexiconEntry[];
  /** Ids of the entries, in their order. */
  readonly ids: readonly string[];
  readonly sources: readonly Source[];
  /** Ids of the sources, in their order. */
  readonly sourceIds: readonly string[];
  readonly lenses: readonly Lens[];
  readonly retired: readonly Retired[];
  readonly forms: readonly CompiledForm[];
  readonly contexts: readonly CompiledContext[];
  readonly contextPhrases: readonly ContextPhrase[];
  /** Payload: index into `forms`. */
  readonly formPatterns: PatternSet;
  /** Payload: index into `contextPhrases`. */
  readonly contextPatterns: PatternSet;
  /** Other wordings of the English forms. Payload: index into `forms`. */
  readonly nearPhrases: NearSet;
}
