/**
 * How much of what nobody listed is found: renderings are taken away at random, and what stood for a mention is counted that the rest of
 * the lexicon still finds.
 */
import { createDetector, type Detector } from '../../src/annotate/detector.ts';
import { compileLexicon } from '../../src/context/compile.ts';
import { discover } from '../../src/discover/discover.ts';
import type { Lexicon, LexiconEntry } from '../../src/lexicon/lexicon.ts';
import { writtenForms } from '../../src/match/form.ts';
import { inflect } from '../../src/match/inflect.ts';
import { numeralOf } from '../../src/search/numerals.ts';
import { overlaps } from '../../src/span.ts';
import { createRandom, type Random } from '../bench/random.ts';
import type { EvaluationDocument } from './corpus.ts';

export const SEED = 20261128;
/** Share of the English renderings that is taken away in each round. */
const TAKEN = 0.3;
const ROUNDS = 3;

/** Every English form written out: each alternative is a rendering of its own. */
function writtenOut(entry: LexiconEntry): LexiconEntry {
  const seen = new Set<string>();
  const en = entry.forms.en.flatMap((form) =>
    (form.text.includes('…') ? [form.text] : writtenForms(form.text))
      .filter((text) => !seen.has(text) && seen.add(text))
      .map((text) => ({ ...form, text })),
  );
  return { ...entry, forms: { ...entry.forms, en } };
}

function withoutSome(lexicon: Lexicon, random: Random): { lexicon: Lexicon; taken: Set<string> } {
  const taken = new Set<string>();
  const entries = lexicon.entries.map((entry) => {
    const en = entry.forms.en.filter(({ text }) => {
      if (random.next() >= TAKEN) return true;
      taken.add(`${entry.id} ${text}`);
      return false;
    });
    return { ...entry, forms: { ...entry.forms, en } };
  });
  return { lexicon: { ...lexicon, entries }, taken };
}

/** An entry whose Chinese begins with a numeral, as *Two Establishes* does. */
const isSlogan = (entry: LexiconEntry) => entry.layer === 'formulation' && numeralOf(entry) !== undefined;

const NUMBER_LED = /^[“"'‘「]?(?:two|three|four|five|six|seven|eight|nine|ten|\d|[两二三四五六七八九十])/iu;

export interface TakenAway {
  /** Mentions whose rendering was taken away. */
  of: number;
  /** Of these, how many the rest finds as a mention of the same entry. */
  found: number;
  missed: { text: string; form: string; term: string }[];
}

const mentionsIn = (detector: Detector, { text }: EvaluationDocument) =>
  detector.annotate(text, { terms: 'none' }).mentions.filter(({ language }) => language === 'en');

/** Runs the rounds over the English documents that are not ordinary. */
export function takeAway(lexicon: Lexicon, documents: readonly EvaluationDocument[]): TakenAway {
  const random = createRandom(SEED);
  const whole = { ...lexicon, entries: lexicon.entries.map(writtenOut) };
  const english = documents.filter(({ language, isOrdinary }) => language === 'en' && !isOrdinary);
  const reference = createDetector(compileLexicon(whole, inflect));
  const expected = english.map((document) => mentionsIn(reference, document));
  const result: TakenAway = { of: 0, found: 0, missed: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const { lexicon: rest, taken } = withoutSome(whole, random);
    const detector = createDetector(compileLexicon(rest, inflect));
    english.forEach((document, i) => {
      const lost = (expected[i] ?? []).filter(({ term, form }) => taken.has(`${term} ${form}`));
      if (lost.length === 0) return;
      const mentions = mentionsIn(detector, document);
      for (const one of lost) {
        result.of++;
        if (mentions.some((mention) => mention.term === one.term && overlaps(mention, one))) result.found++;
        else result.missed.push({ text: one.text, form: one.form, term: one.term });
      }
    });
  }
  return result;
}

/** Numbered slogans of the lexicon, in both languages, taken out of it entry by entry: how many of their mentions are among the discoveries. */
export function takeAwaySlogans(lexicon: Lexicon, documents: readonly EvaluationDocument[]): TakenAway {
  const slogans = new Set(lexicon.entries.filter(isSlogan).map(({ id }) => id));
  const whole = createDetector(compileLexicon(lexicon, inflect));
  const rest = { ...lexicon, entries: lexicon.entries.filter(({ id }) => !slogans.has(id)) };
  const detector = createDetector(compileLexicon(rest, inflect), { discover });
  const result: TakenAway = { of: 0, found: 0, missed: [] };
  for (const { text, isOrdinary } of documents) {
    if (isOrdinary) continue;
    const lost = whole.annotate(text).mentions.filter((one) => slogans.has(one.term) && NUMBER_LED.test(one.text));
    if (lost.length === 0) continue;
    const { discoveries = [], mentions } = detector.annotate(text, { discover: true });
    for (const one of lost) {
      result.of++;
      if ([...discoveries, ...mentions].some((other) => overlaps(other, one))) result.found++;
      else result.missed.push({ text: one.text, form: one.form, term: one.term });
    }
  }
  return result;
}
