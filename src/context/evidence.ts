/** What speaks for and against a candidate: its form, the cues of its entry around it, antipatterns. */
import { overlaps, type Span } from '../span.ts';
import type { Candidate } from './candidate.ts';
import type { CompiledContext, CompiledForm, CompiledUnless } from './compiled.ts';
import { placeOf, type Surroundings } from './surroundings.ts';
import { isSpace } from './typography.ts';
import { LONGEST_COUNTED, MOST_FURTHER_CUES, WEIGHTS } from './weights.ts';

/** One piece of evidence; see `Because` of the result. */
export interface Evidence {
  code: keyof typeof WEIGHTS;
  text?: string;
  start?: number;
  end?: number;
  weight: number;
}

const HYPHEN = 45;

/** Words between spaces and hyphens, from `start` to `end` (UTF-16 offsets). */
function wordCount(text: string, start: number, end: number): number {
  let count = 1;
  let isParted = false;
  for (let i = start; i < end; i++) {
    const isGap = isSpace(text.charCodeAt(i)) || text.charCodeAt(i) === HYPHEN;
    if (isGap && !isParted) count++;
    isParted = isGap;
  }
  return count;
}

function pinyinCode(form: CompiledForm): keyof typeof WEIGHTS {
  if (form.text.length > 3) return 'pinyin';
  return form.text.length === 3 ? 'shortPinyin' : 'shortestPinyin';
}

/** What the form alone is worth. */
export function priorOf(
  text: string,
  candidate: Candidate,
  form: CompiledForm,
  layer: keyof typeof WEIGHTS,
): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (code: keyof typeof WEIGHTS, weight = WEIGHTS[code] as number) => evidence.push({ code, weight });
  const { replaced = 0, inserted, rendering } = candidate;
  if (rendering === 'pinyin') {
    add(pinyinCode(form));
    return evidence;
  }
  if (form.isDistinctive && replaced + inserted === 0 && !candidate.isLoose) add('distinctive');
  else {
    add(form.isDistinctive ? 'resembles' : layer);
    if (form.language === 'zh') add('chinese');
    const extra =
      form.language === 'en' ? Math.min(wordCount(text, candidate.start, candidate.end), LONGEST_COUNTED) - 2 : 0;
    if (extra > 0) add('length', extra * WEIGHTS.length);
  }
  if (replaced > 0) add('replaced', replaced * WEIGHTS.replaced);
  if (inserted > 0) add('inserted', inserted * WEIGHTS.inserted);
  if (form.status === 'misleading') add('misleading');
  if (rendering === 'inflected' || rendering === 'reordered') add(rendering);
  return evidence;
}

/** Calls `visit` for what two ascending lists share, in ascending order, until it returns false. */
function forShared(a: readonly number[], b: readonly number[], visit: (value: number) => boolean): void {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  for (const value of few) if (placeOf(many, value) >= 0 && !visit(value)) return;
}

/** Cues of the entry in the sentence, outside the candidate and each other, each phrase once. */
export function cueEvidence(
  text: string,
  candidate: Candidate,
  context: CompiledContext,
  around: Surroundings,
): Evidence[] {
  const found: Span[] = [];
  forShared(context.cues, around.phrases, (cue) => {
    const free = firstFree(around.occurrencesOf(cue), candidate, found);
    return free === undefined || found.push(free) <= MOST_FURTHER_CUES;
  });
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }, i) => {
      const code = i === 0 ? 'cue' : 'furtherCue';
      return { code, text: text.slice(start, end), start, end, weight: WEIGHTS[code] };
    });
}

/** The first span that overlaps neither of the others; looks at few, so that a phrase said a thousand times costs no more. */
function firstFree(spans: readonly Span[], candidate: Span, taken: readonly Span[]): Span | undefined {
  const most = Math.min(spans.length, 2 * taken.length + 4);
  for (let i = 0; i < most; i++) {
    const span = spans[i] as Span;
    if (!overlaps(candidate, span) && !taken.some((other) => overlaps(other, span))) return span;
  }
  return undefined;
}

/** Index of the first span that begins at `offset` or later. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans nearest to a candidate: the last two that begin before it or with it, the first two after. */
function nearestTo(candidate: Candidate, spans: readonly Span[]): readonly Span[] {
  if (spans.length <= 4) return spans;
  const at = firstFrom(spans, candidate.start + 1);
  return spans.slice(Math.max(0, at - 2), at + 2);
}

function isNear(candidate: Candidate, found: Span, within: number, around: Surroundings): boolean {
  if (overlaps(found, candidate)) return false;
  const [left, right] = found.start < candidate.start ? [found, candidate] : [candidate, found];
  return around.tokenAt(right.start) - around.tokenAt(left.end - 1) <= within;
}

/** The first antipattern that holds, with the phrase that makes it hold. */
export function unlessEvidence(
  candidate: Candidate,
  context: CompiledContext,
  around: Surroundings,
): { clause: CompiledUnless; found: Span } | undefined {
  if (around.phrases.length === 0) return undefined;
  for (const clause of context.unless) {
    for (const phrase of clause.phrases) {
      for (const found of nearestTo(candidate, around.occurrencesOf(phrase))) {
        const holds =
          clause.kind === 'longer'
            ? found.start <= candidate.start && candidate.end <= found.end
            : isNear(candidate, found, clause.within, around);
        if (holds) return { clause, found };
      }
    }
  }
  return undefined;
}
