/** Which listed forms come near the words at a place where none stands: for `explain`, never for detection. */
import type { CompiledLexicon } from '../context/compiled.ts';
import { writtenForms } from '../match/form.ts';
import { hanOf } from '../search/han.ts';
import { wordsOf } from '../search/words.ts';
import type { Span } from '../span.ts';

export interface NearbyForm {
  term: string;
  label: string;
  /** The listed form. */
  form: string;
  /** The words of the text that come near it. */
  text: string;
  /** From 0 to 1: the share of words (Chinese: characters) that they have in common. */
  likeness: number;
}

interface Unit extends Span {
  key: string;
}

const LEAST_LIKENESS = 0.5;
/** UTF-16 units to either side that are looked at. */
const REACH = 80;
/** Written texts of one form that are compared. */
const MOST_WRITTEN = 16;

function unitsAround(text: string, place: Span): { words: Unit[]; characters: Unit[] } {
  const from = Math.max(0, place.start - REACH);
  const words: Unit[] = [];
  const characters: Unit[] = [];
  for (const found of text
    .slice(from, place.end + REACH)
    .matchAll(/\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu)) {
    const start = from + found.index;
    const unit = { start, end: start + found[0].length };
    if (/\p{Script=Han}/u.test(found[0])) characters.push({ ...unit, key: hanOf(found[0]).joined });
    else words.push({ ...unit, key: wordsOf(found[0])[0]?.stem ?? '' });
  }
  return { words, characters };
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  return a.filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

/** The window over the place that is most like the form. */
function bestWindow(
  units: readonly Unit[],
  place: Span,
  form: readonly string[],
): { window: Span; likeness: number } | undefined {
  let best: { window: Span; likeness: number } | undefined;
  for (let first = 0; first < units.length; first++) {
    for (const size of [form.length, form.length + 1, form.length - 1]) {
      const window = units.slice(first, first + size);
      const [start, end] = [window[0]?.start ?? 0, window.at(-1)?.end ?? 0];
      if (size < 1 || window.length < size || start > place.end || end < place.start) continue;
      const keys = window.map(({ key }) => key);
      const likeness = sharedCount(keys, form) / Math.max(keys.length, form.length);
      if (likeness > (best?.likeness ?? 0)) best = { window: { start, end }, likeness };
    }
  }
  return best;
}

/** The nearest forms at `place`, the likest first, one for each entry. */
export function nearbyForms(lexicon: CompiledLexicon, text: string, place: Span, limit = 3): NearbyForm[] {
  const { words, characters } = unitsAround(text, place);
  const best = new Map<string, NearbyForm>();
  for (const { entry: position, text: form, language } of lexicon.forms) {
    const entry = lexicon.entries[position];
    if (entry === undefined) continue;
    for (const written of writtenForms(form).slice(0, MOST_WRITTEN)) {
      const keys = language === 'zh' ? [...hanOf(written).joined] : wordsOf(written).map(({ stem }) => stem);
      const found = keys.length < 2 ? undefined : bestWindow(language === 'zh' ? characters : words, place, keys);
      if (found === undefined || found.likeness < LEAST_LIKENESS) continue;
      if (found.likeness <= (best.get(entry.id)?.likeness ?? 0)) continue;
      const { start, end } = found.window;
      best.set(entry.id, {
        term: entry.id,
        label: entry.label,
        form,
        text: text.slice(start, end),
        likeness: found.likeness,
      });
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness).slice(0, limit);
}
