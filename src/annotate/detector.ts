/** The detector: annotates one text with the entries of a compiled lexicon. Pure, and never throws whatever the text. */
import { type Candidate, findCandidates } from '../context/candidate.ts';
import type { CompiledLexicon } from '../context/compiled.ts';
import { Judge, type Judged } from '../context/judge.ts';
import type { Tagger } from '../context/tagger.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import { createScanBuffers } from '../match/scan.ts';
import type { Span } from '../span.ts';
import { offsetConverter } from '../text/encoding.ts';
import { indexLines, type LineIndex } from '../text/lines.ts';
import { createTokens } from '../text/tokenize.ts';
import { BLOCK, readText } from '../text/tokenized-text.ts';
import { ENGINE_VERSION } from '../version.ts';
import { withEncoding } from './encode-offsets.ts';
import { MentionReport } from './mentions.ts';
import { type AnnotateOptions, OptionError, resolveOptions } from './options.ts';
import { type Chosen, coveredByListed, resolveOverlaps, shadowedByUnwanted } from './resolve-overlaps.ts';
import type { AnnotateResult, Discovered, Mention, SourceRange, TermSummary, Warning } from './result.ts';
import { type SetCoverage, setCoverage } from './set-coverage.ts';
import { countByTerm, lensProfiles, statisticsOf } from './statistics.ts';
import { indexById, sharedSummary } from './terms.ts';

/** What is known about a document besides its text. */
export interface DocumentInput {
  /** The caller's id; empty when there is none. */
  id?: string;
  metadata?: Record<string, string>;
  /** Stretches of the source that were not read, in UTF-16 offsets of the source. */
  skipped?: (SourceRange & { why: string })[];
  /** `sha256-…` of the text view and of the bytes it was read from, computed by the platform. */
  digest?: string;
  sourceDigest?: string;
  /** How it was read. */
  format?: string;
  encoding?: string;
  /** Where a span of the text lies in the source; absent where the source is the text. */
  locate?: (span: Span) => SourceRange[];
  warnings?: Warning[];
  /** Goes before the path of each term's page. */
  baseUrl?: string;
}

export interface DetectorSetup {
  /** Gives the part-of-speech tagger, when the first undecided English candidate comes up. */
  tagger?: () => Tagger;
  /** Finds likely formulations that no entry lists, for the option `discover`. */
  discover?: Discover;
}

/**
 * Likely formulations of a text besides the `known` stretches; `strength`, from 0 to 1, says how much Party language it has.
 */
export type Discover = (
  text: string,
  setting: { known: readonly Span[]; strength: number },
) => Omit<Discovered, 'line' | 'column'>[];

export interface Detector {
  readonly lexicon: CompiledLexicon;
  /**
   * Annotates a text view.
   * @throws {OptionError} for an option outside its range; nothing else.
   */
  annotate(text: string, options?: AnnotateOptions, document?: DocumentInput): AnnotateResult;
}

class LexiconDetector implements Detector {
  readonly lexicon: CompiledLexicon;
  private readonly judge: Judge;
  private readonly buffers = createScanBuffers();
  private readonly tokens = createTokens(BLOCK);
  private readonly discover: Discover | undefined;

  constructor(lexicon: CompiledLexicon, setup: DetectorSetup) {
    this.lexicon = lexicon;
    this.judge = new Judge(lexicon, setup.tagger);
    this.discover = setup.discover;
  }

  annotate(text: string, options: AnnotateOptions = {}, document: DocumentInput = {}): AnnotateResult {
    const inForce = resolveOptions(options);
    const source = readText(text, this.tokens);
    const candidates = findCandidates(this.lexicon, source, this.buffers);
    const { judged, strength } = this.judge.judge(source, candidates, this.buffers);
    const isWanted = (one: Judged) => {
      const { layer, subject } = this.entryOf(one);
      return inForce.layers.includes(layer) && inForce.subjects.includes(subject);
    };
    const likely = judged.filter((one) => one.confidence >= inForce.minConfidence);
    const shadowed = inForce.overlap === 'longest' ? shadowedByUnwanted(likely, isWanted) : [];
    const inShadow = new Set(shadowed.map(({ candidate }) => candidate));
    const outdone = coveredByListed(likely, isWanted, inForce.overlap);
    for (const { candidate } of outdone) inShadow.add(candidate);
    const accepted = likely.filter((one) => isWanted(one) && !inShadow.has(one));
    const { chosen, covered } = resolveOverlaps(accepted, inForce.overlap);
    const { size } = source;
    const lines = indexLines(text);
    const report = new MentionReport(this.lexicon, text, lines);
    const mentions = chosen.map((one) => report.mention(one, document.locate));
    const sets = this.setsOf(text, chosen, likely);
    const counts = countByTerm(mentions);
    const result: AnnotateResult = {
      id: document.id ?? '',
      engine: { name: 'tifa', version: ENGINE_VERSION },
      lexicon: {
        version: this.lexicon.version,
        digest: this.lexicon.digest,
        entries: this.lexicon.entries.length,
      },
      options: inForce,
      document: {
        digest: document.digest ?? '',
        ...(document.sourceDigest === undefined ? {} : { sourceDigest: document.sourceDigest }),
        ...(document.format === undefined ? {} : { format: document.format }),
        ...(document.encoding === undefined ? {} : { encoding: document.encoding }),
        language: size.language,
        characters: offsetConverter(text, inForce.offsetEncoding)(text.length),
        words: size.words,
        han: size.han,
        metadata: document.metadata ?? {},
        skipped: document.skipped ?? [],
      },
      offsetEncoding: inForce.offsetEncoding,
      mentions,
      ...(inForce.explain ? { rejected: report.rejected(judged, [...shadowed, ...outdone, ...covered], inForce) } : {}),
      ...(inForce.discover ? { discoveries: this.discoveries(text, judged, strength, lines) } : {}),
      ...(inForce.terms === 'used' ? { terms: this.termsOf(mentions, document.baseUrl) } : {}),
      lenses: lensProfiles(this.lexicon, counts, size),
      statistics: statisticsOf(this.lexicon, counts, size),
      ...(sets.length === 0 ? {} : { sets }),
      warnings: document.warnings ?? [],
    };
    return withEncoding(result, text);
  }

  private entryOf(candidate: Candidate): LexiconEntry {
    return this.lexicon.entries[candidate.entry] as LexiconEntry;
  }

  private setsOf(text: string, chosen: readonly Chosen[], likely: readonly Judged[]): SetCoverage[] {
    const mentioned = chosen.map(({ candidate }) => ({ span: candidate, entry: this.entryOf(candidate) }));
    return setCoverage(text, mentioned, likely, (one) => this.entryOf(one).id);
  }

  private discoveries(text: string, known: readonly Judged[], strength: number, lines: LineIndex): Discovered[] {
    if (this.discover === undefined) {
      throw new OptionError('discover', 'this detector was made without a function that discovers');
    }
    return this.discover(text, { known, strength }).map((one) => ({ ...one, ...lines.positionAt(one.start) }));
  }

  private termsOf(mentions: readonly Mention[], baseUrl: string | undefined): Record<string, TermSummary> {
    const used = new Set(
      mentions.flatMap(({ term, alternatives }) => [term, ...(alternatives ?? []).map((other) => other.term)]),
    );
    const { entryById } = indexById(this.lexicon);
    const summaries = [...used].sort().flatMap((id) => {
      const entry = entryById.get(id);
      return entry === undefined ? [] : [[id, sharedSummary(this.lexicon, entry, baseUrl)] as const];
    });
    return Object.fromEntries(summaries);
  }
}

/** A detector over a compiled lexicon. It keeps buffers between texts, so one instance serves one thread. */
export function createDetector(lexicon: CompiledLexicon, setup: DetectorSetup = {}): Detector {
  return new LexiconDetector(lexicon, setup);
}
