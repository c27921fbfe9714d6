/** Candidates for other wordings of a form, looked for where the context is strong. */
import { type NearMatch, type NearSink, scanNear } from '../match/near-scan.ts';
import type { ScanBuffers } from '../match/scan.ts';
import { overlaps, type Span } from '../span.ts';
import type { TokenizedText } from '../text/tokenized-text.ts';
import { type Candidate, compareCandidates, numberBefore } from './candidate.ts';
import type { CompiledForm, CompiledLexicon } from './compiled.ts';

function renderingOf({ replaced, inserted, isMoved }: NearMatch): Candidate['rendering'] {
  if (replaced + inserted > 0) return 'near';
  return isMoved ? 'reordered' : 'inflected';
}

/** The better of two wordings on the same words for the same entry. */
function isBetter(a: Candidate, b: Candidate): boolean {
  const distance = (one: Candidate) => (one.replaced ?? 0) + one.inserted;
  return distance(a) < distance(b) || (distance(a) === distance(b) && a.form < b.form);
}

/** Leaves one candidate for each span and entry, and none where a longer one of the same entry holds it. */
function withoutRepeats(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const lastOf = new Map<number, Candidate>();
  for (const candidate of candidates.sort(compareCandidates)) {
    const last = lastOf.get(candidate.entry);
    if (last !== undefined && overlaps(last, candidate)) {
      const isSame = last.start === candidate.start && last.end === candidate.end;
      if (isSame && isBetter(candidate, last)) Object.assign(last, candidate);
      continue;
    }
    lastOf.set(candidate.entry, candidate);
    kept.push(candidate);
  }
  return kept;
}

/** Candidates by their entry, those left out that lie within others. */
function groupByEntry(known: readonly Candidate[]): Map<number, Candidate[]> {
  const knownByEntry = new Map<number, Candidate[]>();
  for (const one of known) {
    const ofEntry = knownByEntry.get(one.entry);
    if (ofEntry === undefined) knownByEntry.set(one.entry, [one]);
    else if (one.end > (ofEntry[ofEntry.length - 1] as Candidate).end) ofEntry.push(one);
  }
  return knownByEntry;
}

/** Whether a stretch overlaps one of `known`, the candidates of its entry. */
function overlapsAny(start: number, end: number, known: readonly Candidate[]): boolean {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((known[middle] as Candidate).end <= start) low = middle + 1;
    else high = middle;
  }
  return low < known.length && (known[low] as Candidate).start < end;
}

/**
 * Other wordings of forms in the stretches of a text, without what `known` has already for the same entry on the same words. Sorted.
 */
export function findNearCandidates(
  lexicon: CompiledLexicon,
  source: TokenizedText,
  stretches: readonly Span[],
  known: readonly Candidate[],
  buffers: ScanBuffers,
): Candidate[] {
  const knownByEntry = groupByEntry(known);
  const found: Candidate[] = [];
  const sink: NearSink = {
    // Most of what is found are the listed wordings again.
    isKnown(payload, start, end) {
      const ofEntry = knownByEntry.get((lexicon.forms[payload] as CompiledForm).entry);
      return ofEntry !== undefined && overlapsAny(start, end, ofEntry);
    },
    found(match) {
      const { start, end, payload, replaced, inserted, isPair } = match;
      const { entry } = lexicon.forms[payload] as CompiledForm;
      const rendering = renderingOf(match);
      const boundary = numberBefore(source.text, start);
      found.push({ start, end, entry, form: payload, rendering, boundary, replaced, inserted, isLoose: isPair });
    },
  };
  for (const { start, end } of stretches) scanNear(lexicon.nearPhrases, source, start, end, buffers.tokens, sink);
  return withoutRepeats(found);
}
