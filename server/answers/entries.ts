/** Entries, lenses and the lexicon itself, with everything they refer to written out. */
import type { z } from 'zod';
import { indexById, summarizeTerm, termPath } from '../../src/annotate/terms.ts';
import type { CompiledLexicon } from '../../src/context/compiled.ts';
import { LAYER_IDS } from '../../src/lexicon/layers.ts';
import type { LexiconEntry } from '../../src/lexicon/lexicon.ts';
import type { Source } from '../../src/lexicon/schema.ts';
import { SUBJECT_IDS } from '../../src/lexicon/subjects.ts';
import { ENGINE_VERSION } from '../../src/version.ts';
import { RequestProblem } from '../problems.ts';
import type { LensAnswerSchema, LexiconAnswerSchema, TermSchema } from '../schemas/terms.ts';
import { LEXICON_LICENCE, type Services } from '../services.ts';

export type TermAnswer = z.infer<typeof TermSchema>;
export type LensAnswer = z.infer<typeof LensAnswerSchema>;
export type LexiconAnswer = z.infer<typeof LexiconAnswerSchema>;

/** Where an id leads: to an entry, to the id that took its place, or nowhere any more. */
export type TermPlace = { entry: LexiconEntry } | { successor: string };

/**
 * Finds an entry.
 * @throws {RequestProblem} `not-found`, or `gone` for an id that was retired without successor.
 */
export function findEntry(lexicon: CompiledLexicon, id: string): TermPlace {
  const entry = indexById(lexicon).entryById.get(id);
  if (entry !== undefined) return { entry };
  const retired = lexicon.retired.find((one) => one.id === id);
  if (retired?.successor !== undefined) return { successor: retired.successor };
  if (retired !== undefined) {
    throw new RequestProblem('gone', `This entry was removed on ${retired.on}: ${retired.why}`);
  }
  throw new RequestProblem('not-found', 'No entry has this id. Look it up with /v1/terms?q= or on the page /terms.');
}

function describeSource({ id, title, publisher, kind, date, url, language }: Source) {
  return { id, title, publisher, kind, date, url, language };
}

/** A whole entry. */
export function describeTerm({ detector, config }: Services, entry: LexiconEntry): TermAnswer {
  const { lexicon } = detector;
  const { entryById, sourceById } = indexById(lexicon);
  const summary = summarizeTerm(lexicon, entry, config.publicUrl);
  const cited = new Set([...summary.sources.map(({ id }) => id), ...(entry.reviewed?.sources ?? [])]);
  const { official } = lexicon.contexts[lexicon.entries.indexOf(entry)] ?? {};
  const { members, forms, ambiguousWith, distinctive, cues, unless, examples, note, reviewed } = entry;
  return {
    id: entry.id,
    ...summary,
    sources: [...cited].flatMap((id) => {
      const source = sourceById.get(id);
      return source === undefined ? [] : [describeSource(source)];
    }),
    ...(official === undefined ? {} : { official }),
    members,
    forms,
    ambiguousWith,
    distinctive,
    cues,
    unless,
    related: entry.related.map(({ id, as }) => ({
      id,
      as,
      label: entryById.get(id)?.label ?? id,
      url: config.publicUrl + termPath(id),
    })),
    examples,
    ...(note === undefined ? {} : { note }),
    ...(reviewed === undefined ? {} : { reviewed }),
    lexicon: { version: lexicon.version, digest: lexicon.digest, licence: LEXICON_LICENCE },
  };
}

/**
 * A lens with the entries that each theme reads.
 * @throws {RequestProblem} `not-found`.
 */
export function describeLens({ detector, config }: Services, id: string): LensAnswer {
  const { lexicon } = detector;
  const { lensById, sourceById } = indexById(lexicon);
  const lens = lensById.get(id);
  if (lens === undefined) throw new RequestProblem('not-found', 'No lens has this id. /v1/lexicon lists them.');
  const source = sourceById.get(lens.source);
  const { source: _, ...rest } = lens;
  return {
    ...rest,
    ...(source === undefined ? {} : { source: describeSource(source) }),
    themes: lens.themes.map((theme) => ({
      ...theme,
      terms: lexicon.entries.flatMap(({ id: term, label, readings }) =>
        readings
          .filter((reading) => reading.lens === id && reading.theme === theme.id)
          .map(({ basis }) => ({ id: term, label, basis, url: config.publicUrl + termPath(term) })),
      ),
    })),
  };
}

function countBy<K extends string>(keys: readonly K[], values: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])) as Record<
    K,
    number
  >;
}

/** What the loaded lexicon is and how much it holds. */
export function describeLexicon({ detector, config }: Services): LexiconAnswer {
  const { version, digest, entries, forms, sources, lenses, retired } = detector.lexicon;
  return {
    version,
    digest,
    licence: LEXICON_LICENCE,
    engine: { name: 'tifa', version: ENGINE_VERSION },
    entries: entries.length,
    byLayer: countBy(
      LAYER_IDS,
      entries.map(({ layer }) => layer),
    ),
    bySubject: countBy(
      SUBJECT_IDS,
      entries.map(({ subject }) => subject),
    ),
    forms: {
      en: forms.filter(({ language }) => language === 'en').length,
      zh: forms.filter(({ language }) => language === 'zh').length,
    },
    readings: entries.reduce((sum, { readings }) => sum + readings.length, 0),
    sources: sources.length,
    lenses: lenses.map(({ id, title }) => ({ id, title, url: `${config.publicUrl}/lenses/${id}` })),
    retired: retired.length,
  };
}
