/**
 * The one scoring function: from the evidence around a candidate to a confidence, each term explained. Two rounds: the first settles
 * what is sure without the rest of the document, the second lets that weigh on the doubtful.
 */

import type { ScanBuffers } from '../match/scan.ts';
import { isInside, overlaps, type Span } from '../span.ts';
import type { ReadText } from '../text/tokenized-text.ts';
import { type Candidate, compareCandidates } from './candidate.ts';
import type { CompiledContext, CompiledForm, CompiledLexicon, CompiledUnless } from './compiled.ts';
import { DocumentEvidence } from './document-evidence.ts';
import { cueEvidence, type Evidence, priorOf, unlessEvidence } from './evidence.ts';
import { findNearCandidates } from './near-candidates.ts';
import { type Surroundings, SurroundingsIndex } from './surroundings.ts';
import { TAGGED, type Tagger, UNDECIDED } from './tagger.ts';
import { hasCapitalParty, isCapitalised, isQuoted, touchesCapitalWord } from './typography.ts';
import { confidenceOf, STRONG_DOCUMENT, STRONG_SENTENCE, WEIGHTS } from './weights.ts';

export interface Judged extends Candidate {
  confidence: number;
  because: Evidence[];
  /** The antipattern that holds, if one does. */
  unless: CompiledUnless | undefined;
  around: Surroundings;
}

/** The candidates of a text, and how much Party language it has, from 0 to 1. */
export interface Judgement {
  judged: Judged[];
  strength: number;
}

const scoreOf = (evidence: readonly Evidence[]) => evidence.reduce((sum, { weight }) => sum + weight, 0);

/** Confidence in the first round from which a candidate counts as sure for its sentence. */
const SURE = 0.75;

/** Where other wordings are looked for: everywhere in a document full of Party language, else in sentences that have a candidate. */
function strongStretches(text: string, judged: readonly Judged[], document: DocumentEvidence): Span[] {
  if (document.weight >= STRONG_DOCUMENT) return [{ start: 0, end: text.length }];
  const stretches: Span[] = [];
  for (const { confidence, around } of judged) {
    const { sentence } = around;
    if (confidence >= STRONG_SENTENCE && stretches.at(-1)?.start !== sentence.start) stretches.push(sentence);
  }
  return stretches;
}

export class Judge {
  private readonly lexicon: CompiledLexicon;
  private readonly tagger: (() => Tagger) | undefined;

  /** `tagger` is called when the first undecided English candidate comes up. */
  constructor(lexicon: CompiledLexicon, tagger?: () => Tagger) {
    this.lexicon = lexicon;
    this.tagger = tagger;
  }

  /**
   * Judges the candidates of one text, and looks for other wordings where the context is strong; sorted as candidates are.
   */
  judge(source: ReadText, candidates: readonly Candidate[], buffers: ScanBuffers): Judgement {
    const { text } = source;
    const index = new SurroundingsIndex(this.lexicon, source, buffers);
    const judgeAll = (some: readonly Candidate[]) => {
      const around = index.ofAll(some);
      return some.map((one, i) => this.judgeAlone(text, one, around[i] as Surroundings));
    };
    const listed = judgeAll(candidates);
    const document = new DocumentEvidence();
    for (const one of listed) {
      document.add(one.entry, this.layerOf(one), one.confidence);
    }
    const stretches = strongStretches(text, listed, document);
    const near = findNearCandidates(this.lexicon, source, stretches, candidates, buffers);
    const judged = near.length === 0 ? listed : listed.concat(judgeAll(near));
    if (near.length > 0) judged.sort(compareCandidates);
    this.addNeighbours(judged);
    this.addDocument(text, judged, document);
    return { judged, strength: document.weight / WEIGHTS.document };
  }

  private layerOf(candidate: Candidate) {
    return (this.lexicon.entries[candidate.entry] as CompiledLexicon['entries'][number]).layer;
  }

  private judgeAlone(text: string, candidate: Candidate, around: Surroundings): Judged {
    const form = this.lexicon.forms[candidate.form] as CompiledForm;
    const context = this.lexicon.contexts[candidate.entry] as CompiledContext;
    const because = priorOf(text, candidate, form, this.layerOf(candidate));
    because.push(...cueEvidence(text, candidate, context, around));
    if (isQuoted(text, candidate)) because.push({ code: 'quoted', weight: WEIGHTS.quoted });
    if (form.language === 'en' && isCapitalised(text, candidate, around)) {
      because.push({ code: 'capitals', weight: WEIGHTS.capitals });
    } else if (form.language === 'en' && hasCapitalParty(text, candidate, around.sentence)) {
      because.push({ code: 'capitalParty', weight: WEIGHTS.capitalParty });
    }
    if (candidate.boundary !== undefined) {
      because.push({ code: 'boundary', text: candidate.boundary, weight: WEIGHTS.boundary });
    }
    const against = unlessEvidence(candidate, context, around);
    if (against !== undefined) {
      const { start, end } = against.found;
      because.push({ code: 'unless', text: text.slice(start, end), start, end, weight: WEIGHTS.unless });
    }
    const { start, end, entry, form: number, rendering, boundary, replaced, inserted, isLoose } = candidate;
    return {
      start,
      end,
      entry,
      form: number,
      rendering,
      boundary,
      replaced,
      inserted,
      isLoose,
      confidence: confidenceOf(scoreOf(because)),
      because,
      unless: against?.clause,
      around,
    };
  }

  /** Lets another sure mention in the same sentence speak for a doubtful candidate. */
  private addNeighbours(judged: readonly Judged[]): void {
    const sureBySentence = new Map<number, Judged[]>();
    for (const one of judged) {
      if (one.confidence < SURE || this.layerOf(one) === 'analyst') continue;
      const sure = sureBySentence.get(one.around.sentence.start);
      if (sure === undefined) sureBySentence.set(one.around.sentence.start, [one]);
      else if (sure.length < 4) sure.push(one);
    }
    for (const one of judged) {
      const neighbour = sureBySentence
        .get(one.around.sentence.start)
        ?.find((other) => other.entry !== one.entry && !overlaps(other, one));
      if (neighbour === undefined || this.isDistinctive(one)) continue;
      const { start, end } = neighbour;
      one.because.push({ code: 'neighbour', start, end, weight: WEIGHTS.neighbour });
    }
  }

  private isDistinctive(candidate: Candidate): boolean {
    return (this.lexicon.forms[candidate.form] as CompiledForm).isDistinctive;
  }

  /** Lets the rest of the document speak for the doubtful, and the words around them against those that are part of a name. */
  private addDocument(text: string, judged: readonly Judged[], document: DocumentEvidence): void {
    let cover: Span | undefined;
    for (const one of judged) {
      const weight = document.weightFor(one.entry);
      if (weight > 0.05 && !this.isDistinctive(one)) one.because.push({ code: 'document', weight });
      const score = scoreOf(one.because);
      one.confidence = confidenceOf(score);
      // The words around one that lies in a longer candidate are the longer one's, not a name's.
      const isCovered = cover !== undefined && isInside(one, cover);
      if (!isCovered && score >= 0 && score < UNDECIDED && this.isPartOfName(text, one)) {
        one.because.push({ code: 'partOfName', weight: WEIGHTS.partOfName });
        one.confidence = confidenceOf(score + WEIGHTS.partOfName);
      }
      if (score >= 0 && (cover === undefined || one.end > cover.end)) cover = one;
    }
  }

  private isPartOfName(text: string, one: Judged): boolean {
    if (this.tagger === undefined) return false;
    const form = this.lexicon.forms[one.form] as CompiledForm;
    if (form.language !== 'en' || !/^\p{Lu}/u.test(text.slice(one.start, one.start + 2))) return false;
    if (!touchesCapitalWord(text, one)) return false;
    const { sentence } = one.around;
    const start = Math.max(sentence.start, one.start - TAGGED);
    const end = Math.min(sentence.end, one.end + TAGGED);
    // Loading a tagger takes longer than reading a document: it is called once nothing else can tell.
    return this.tagger().isPartOfName(text.slice(start, end), { start: one.start - start, end: one.end - start });
  }
}
