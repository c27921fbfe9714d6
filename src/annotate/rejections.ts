/** Why a candidate is not a mention, for `explain`. */
import type { Judged } from '../context/judge.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { AnnotateOptions } from './options.ts';
import type { RejectionReason } from './result.ts';

interface Rejection {
  reason: RejectionReason;
  detail: string;
}

/** Cues that are named when none stands in the sentence. */
const MOST_NAMED = 3;

function missingCues({ id, cues }: LexiconEntry): string {
  if (cues.length === 0) return `"${id}" has no cues, and little else speaks for it`;
  const some = cues.slice(0, MOST_NAMED).map((cue) => `"${cue}"`);
  return `no cue of "${id}" stands in its sentence (${some.join(', ')}${cues.length > MOST_NAMED ? ' …' : ''})`;
}

/**
 * The reason a candidate was turned down, or undefined when it was not. `winner` is the entry that took its
 * words, if one did, and the wording that did.
 */
export function rejectionOf(
  candidate: Judged,
  entry: LexiconEntry,
  options: Required<AnnotateOptions>,
  winner: { entry: LexiconEntry; text: string } | undefined,
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
    const missing = isPlain ? missingCues(entry) : 'its evidence is too weak';
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
  if (winner === undefined) return undefined;
  return { reason: 'overlap', detail: `"${winner.entry.id}" takes these words, as "${winner.text}"` };
}
