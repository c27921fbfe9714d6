/** Candidates: where the text has a form of an entry, before anything is judged. */

import { isNumberPart } from '../match/numbers.ts';
import { INFLECTED, NUMBERED, REORDERED, ROMANISED } from '../match/pattern-set.ts';
import { type Match, type ScanBuffers, scan } from '../match/scan.ts';
import { FOLDED, fold, isHanUnit } from '../text/fold.ts';
import { balanceQuotes } from '../text/quotes.ts';
import type { ReadText } from '../text/tokenized-text.ts';
import { alternativeView, type View } from '../text/views.ts';
import type { CompiledLexicon } from './compiled.ts';

export interface Candidate {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Index of the entry, and of the form in the compiled lexicon. */
  entry: number;
  form: number;
  rendering: 'official' | 'listed' | 'inflected' | 'reordered' | 'near' | 'pinyin';
  /** What stands before a numbered slogan and belongs to its number, if anything does. */
  boundary: string | undefined;
  /** Words that a synonym replaces; there for all other wordings of a form, 0 where only their order or particles differ. */
  replaced: number | undefined;
  /** Words that stand inside another wording and not in the form. */
  inserted: number;
  /** Another wording of a form of two words: too short to be told by its words alone, however distinctive the form is. */
  isLoose: boolean;
}

const RENDERING_ORDER = ['official', 'listed', 'inflected', 'reordered', 'pinyin', 'near'];

function renderingOf(match: Match, status: string): Candidate['rendering'] {
  if ((match.flags & ROMANISED) !== 0) return 'pinyin';
  if ((match.flags & REORDERED) !== 0) return 'reordered';
  if ((match.flags & INFLECTED) !== 0) return 'inflected';
  return status === 'official' ? 'official' : 'listed';
}

const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)$/;

const NUMBER_GAPS = ' \u00a0.．,，/／-';

/** Whether a digit or the last letter of a ten may stand before `start`: a glance that spares most places a regular expression. */
function mayFollowNumber(text: string, start: number): boolean {
  let last = start - 1;
  while (last > start - 3 && NUMBER_GAPS.includes(text.charAt(last))) last--;
  const unit = FOLDED[text.charCodeAt(last)] as number;
  return (unit >= 48 && unit <= 57) || unit === 121 || unit === 100;
}

/** The number, or ordinal sign, right before `start` that the number beginning there belongs to: thirty-four, 3.4, 十三, 第三. */
export function numberBefore(text: string, start: number): string | undefined {
  if (start === 0) return undefined;
  const previous = text.charAt(start - 1);
  if (isHanUnit(text.charCodeAt(start - 1)))
    return previous === '第' || isNumberPart(fold(previous)) ? previous : undefined;
  if (!mayFollowNumber(text, start)) return undefined;
  const before = /([\p{L}\p{N}]+)([ \u00a0.．,，/／-]{0,2})$/u.exec(text.slice(Math.max(0, start - 24), start));
  if (before === null) return undefined;
  const [, word = '', gap = ''] = before;
  if (/^\d+$/.test(word)) return /^[^\s]*$/u.test(gap) ? word + gap : undefined;
  return TENS.test(fold(word)) && /^[ \u00a0-]*$/u.test(gap) ? word + gap : undefined;
}

/** Leftmost first, longer before shorter, the nearer wording first. */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    a.entry - b.entry ||
    RENDERING_ORDER.indexOf(a.rendering) - RENDERING_ORDER.indexOf(b.rendering) ||
    a.form - b.form
  );
}

/** Leaves one candidate for each span and entry: the one whose form is nearest to the text. Sorts. */
function dedupe(candidates: Candidate[]): Candidate[] {
  candidates.sort(compareCandidates);
  return candidates.filter((candidate, i) => {
    const previous = candidates[i - 1];
    return (
      previous === undefined ||
      previous.start !== candidate.start ||
      previous.end !== candidate.end ||
      previous.entry !== candidate.entry
    );
  });
}

/** Every form of the lexicon in a text, leftmost first, longer before shorter, one for each span and entry. */
export function findCandidates(lexicon: CompiledLexicon, source: ReadText, buffers: ScanBuffers): Candidate[] {
  const { text } = source;
  const candidates: Candidate[] = [];
  const { formPatterns, forms } = lexicon;
  const collect = (view: View | undefined) => (match: Match) => {
    const form = formPatterns.patternPayload[match.pattern] as number;
    const { entry, status } = forms[form] as (typeof forms)[number];
    const { start, end } = balanceQuotes(text, {
      start: view === undefined ? match.start : view.startOf(match.start),
      end: view === undefined ? match.end : view.endOf(match.end),
    });
    const boundary = (match.flags & NUMBERED) !== 0 ? numberBefore(text, start) : undefined;
    const rendering = renderingOf(match, status);
    candidates.push({ start, end, entry, form, rendering, boundary, replaced: undefined, inserted: 0, isLoose: false });
  };
  scan(formPatterns, source, 0, text.length, buffers, collect(undefined));
  const view = alternativeView(text, source.marks);
  if (view !== undefined) {
    // Its tokens are read once, so that none are kept.
    scan(formPatterns, { text: view.text, tokens: undefined }, 0, view.text.length, buffers, collect(view));
  }
  return dedupe(candidates);
}
