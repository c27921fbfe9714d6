/** Why a candidate is not a mention, for `explain`. */
import type { Judged } from '../context/judge.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { AnnotateOptions } from './options.ts';
import type { RejectionReason } from './result.ts';

interface Rejection {
  reason: RejectionReason;
  detail: string;
}

/** The reason a candidate was turned down, or undefined when it was not. `winner` is the entry that took its words, if one did. */
export function rejectionOf(
  candidate: Judged,
  entry: LexiconEntry,
  options: Required<AnnotateOptions>,
  winner: LexiconEntry | undefined,
): Rejection | undefined {
  if (candidate.boundary !== undefined) {
    return { reason: 'boundary', detail: `"${candidate.boundary}" right before it belongs to its number` };
  }
  if (candidate.unless !== undefined) {
    const { id, why } = candidate.unless;
    return { reason: 'unless', detail: `antipattern "${id}": ${why}` };
  }
  if (candidate.confidence < options.minConfidence) {
    const isPlain = !candidate.because.some(({ code }) => code === 'cue');
    const missing = isPlain ? `no cue of "${entry.id}" stands in its sentence` : 'its evidence is too weak';
    return {
      reason: 'evidence',
      detail: `${missing}: confidence ${candidate.confidence.toFixed(2)} is under ${options.minConfidence}`,
    };
  }
  if (!options.layers.includes(entry.layer)) {
    return { reason: 'layer', detail: `layer "${entry.layer}" was not asked for` };
  }
  if (!options.subjects.includes(entry.subject)) {
    return { reason: 'filter', detail: `subject "${entry.subject}" was not asked for` };
  }
  return winner === undefined ? undefined : { reason: 'overlap', detail: `"${winner.id}" takes these words` };
}
