/**
 * The result of annotating one document, as the library, the command line and HTTP give it. Keys stand in the order they are
 * printed in. Offsets are half-open, into the text view of the document, in units of `offsetEncoding`.
 */
import type { Entry, Layer } from '../lexicon/schema.ts';
import type { Subject } from '../lexicon/subjects.ts';
import type { OffsetEncoding } from '../text/encoding.ts';
import type { Language } from '../text/measure.ts';
import type { AnnotateOptions } from './options.ts';
import type { SetCoverage } from './set-coverage.ts';

/** How a mention words its entry. */
export type Rendering = 'official' | 'listed' | 'inflected' | 'reordered' | 'near' | 'pinyin';

/** One piece of evidence: a code, its weight in log-odds, and where in the text it stands if it stands somewhere. */
export interface Because {
  code: string;
  text?: string;
  start?: number;
  end?: number;
  weight: number;
}

/** Labels of how the text says it; each is there only when true. Never a filter. */
export interface Voice {
  quoted?: true;
  heading?: true;
  negated?: true;
  attributed?: true;
}

/** The words that speak for a label of {@link Voice}, and where they stand. */
export interface VoiceBecause {
  label: keyof Voice;
  text: string;
  start: number;
  end: number;
}

/**
 * A place in the source: UTF-16 offsets into the decoded file, or into the named part of a container (DOCX). In a PDF, whose text has no
 * offsets, a box on a page (from 1) in the units of the page, from its lower left; then both offsets are 0.
 */
export interface SourceRange {
  start: number;
  end: number;
  part?: string;
  page?: number;
  box?: { x: number; y: number; width: number; height: number };
}

export interface Mention {
  start: number;
  end: number;
  text: string;
  term: string;
  language: 'en' | 'zh';
  /** The listed form that it matched. */
  form: string;
  rendering: Rendering;
  /** The preferred official English, where the entry has one. */
  official?: string;
  /** From 0 to 1: the share of such mentions that an expert would mark. */
  confidence: number;
  because: Because[];
  alternatives?: { term: string; confidence: number }[];
  voice: Voice;
  /** What speaks for each label; left out where there is none. */
  voiceBecause?: VoiceBecause[];
  /** Up to 32 characters to either side. */
  context: { prefix: string; suffix: string };
  /** From 1; the column counts UTF-16 units. */
  line: number;
  column: number;
  /** Structured formats: where it lies in the source. */
  sourceRanges?: SourceRange[];
}

/** Why a candidate is not a mention. */
export type RejectionReason = 'evidence' | 'unless' | 'boundary' | 'overlap' | 'layer' | 'filter';

export interface Rejected {
  start: number;
  end: number;
  text: string;
  term: string;
  form: string;
  confidence: number;
  reason: RejectionReason;
  /** In words: the antipattern and why it is one, the mention that covers it, the evidence that is missing. */
  detail: string;
  because: Because[];
  line: number;
  column: number;
}

/** A likely formulation that no entry lists. */
export interface Discovered {
  start: number;
  end: number;
  text: string;
  language: 'en' | 'zh';
  /** The pattern it follows: `numbered`, `coinage`, `spirit`, `style`, `formula`. */
  kind: string;
  /** From 0 to 1: the share of such discoveries that are worth a curator's look. */
  confidence: number;
  because: { code: string; weight: number }[];
  /** A list nearby with as many items as the number says. */
  items?: string[];
  line: number;
  column: number;
}

/** A reading as it is shown: with its source, and with what official usage says otherwise. */
export interface TermReading {
  lens: string;
  source: string;
  date: string;
  /** `inferred` when the source itself gives no year. */
  dateStatus: 'stated' | 'inferred';
  theme: string;
  basis: 'term' | 'passage' | 'listed';
  text: string;
  differs?: string;
  url: string;
}

/** A source as it is shown. */
export interface TermSource {
  id: string;
  title: string;
  publisher: string;
  kind: string;
  date: string;
  url: string;
  language: string;
}

/** What a result says about an entry it used. */
export interface TermSummary {
  label: string;
  layer: Layer;
  subject: Subject;
  zh?: Entry['zh'];
  gloss: string;
  literal?: string;
  definition?: { text: string; sources: string[] };
  origin?: Entry['origin'];
  readings: TermReading[];
  sources: TermSource[];
  /** Path of the entry's page; behind PUBLIC_URL where a server gives the result. */
  url: string;
}

export interface LensProfile {
  lens: string;
  /** Mentions of terms that each theme reads; a term read by two themes counts in both. */
  themes: { id: string; title: string; mentions: number; terms: string[]; perThousandWords: number }[];
}

export interface Statistics {
  mentions: number;
  terms: number;
  /** Mentions per thousand `unit`s. */
  perThousand: number;
  unit: 'words' | 'han';
  bySubject: Partial<Record<Subject, number>>;
}

export interface DocumentRecord {
  /** `sha256-` and the base64 digest of the text view in UTF-8; empty when the caller gave no digest function. */
  digest: string;
  sourceDigest?: string;
  /** How it was read, where it came as a file. */
  format?: string;
  encoding?: string;
  language: Language;
  /** Length of the text view in `offsetEncoding` units. */
  characters: number;
  words: number;
  han: number;
  metadata: Record<string, string>;
  skipped: (SourceRange & { why: string })[];
}

export interface Warning {
  code: string;
  detail: string;
}

export interface AnnotateResult {
  id: string;
  engine: { name: 'tifa'; version: string };
  lexicon: { version: string; digest: string; entries: number };
  options: Required<AnnotateOptions>;
  document: DocumentRecord;
  offsetEncoding: OffsetEncoding;
  mentions: Mention[];
  rejected?: Rejected[];
  discoveries?: Discovered[];
  terms?: Record<string, TermSummary>;
  lenses: LensProfile[];
  statistics: Statistics;
  /** Of numbered slogans with listed members: which the document names near a mention. Left out where none is mentioned. */
  sets?: SetCoverage[];
  warnings: Warning[];
}
