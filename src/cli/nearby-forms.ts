/** Which listed forms come near the words at a place where none stands: for `explain`, never for detection. */
import type { CompiledLexicon } from '../context/compiled.ts';
import { writtenForms } from '../match/form.ts';
import { hanOf } from '../search/han.ts';
import { wordsOf } from '../search/words.ts';
import { overlaps, type Span } from '../span.ts';
import { sentenceIndexAt, splitSentences } from '../text/sentences.ts';

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

/** The words and ideographs of the sentence that the place lies in, within reach of it. */
function unitsAround(text: string, place: Span): { words: Unit[]; characters: Unit[] } {
  const sentences = splitSentences(text);
  const sentence = sentences[sentenceIndexAt(sentences, place.start)];
  const from = Math.max(sentence?.start ?? 0, place.start - REACH);
  const to = Math.min(Math.max(sentence?.end ?? 0, place.end), place.end + REACH);
  const words: Unit[] = [];
  const characters: Unit[] = [];
  for (const found of text
    .slice(from, to)
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

interface Window extends Span {
  likeness: number;
}

/** Words that a window and a form must have in common at least: one alone says nothing. */
const LEAST_SHARED = 2;

/** The window over the place that is most like the form, the shortest of those; beside the place, where no unit lies on it. */
function bestWindow(units: readonly Unit[], place: Span, form: readonly string[]): Window | undefined {
  const isOnUnit = units.some((unit) => overlaps(unit, place));
  let best: Window | undefined;
  for (const size of [form.length - 1, form.length, form.length + 1]) {
    for (let first = 0; size > 0 && first + size <= units.length; first++) {
      const window = units.slice(first, first + size);
      const span = { start: window[0]?.start ?? 0, end: window.at(-1)?.end ?? 0 };
      const isOverPlace = isOnUnit ? overlaps(span, place) : span.start <= place.end && place.start <= span.end;
      if (!isOverPlace) continue;
      const shared = sharedCount(
        window.map(({ key }) => key),
        form,
      );
      const likeness = shared / Math.max(size, form.length);
      if (shared >= LEAST_SHARED && likeness > (best?.likeness ?? 0)) best = { ...span, likeness };
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
      const { start, end, likeness } = found;
      best.set(entry.id, {
        term: entry.id,
        label: entry.label,
        form,
        text: text.slice(start, end),
        likeness,
      });
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness).slice(0, limit);
}
