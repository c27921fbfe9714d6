/** What a result, a page or an answer says about an entry: the entry with its readings and sources written out. */
import type { CompiledLexicon } from '../context/compiled.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Lens, Source } from '../lexicon/schema.ts';
import type { TermReading, TermSource, TermSummary } from './result.ts';
import { share } from './shared.ts';

/** Finds a record by its id; touches no other. */
interface ById<T> {
  get(id: string): T | undefined;
}

interface Index {
  entryById: ById<LexiconEntry>;
  sourceById: ById<Source>;
  lensById: Map<string, Lens>;
}

function byId<T>(ids: readonly string[], records: readonly T[]): ById<T> {
  const places = new Map(ids.map((id, place) => [id, place]));
  return { get: (id) => records[places.get(id) ?? -1] };
}

const indexes = new WeakMap<CompiledLexicon, Index>();

/** Entries, sources and lenses of a compiled lexicon by id; made once for each. */
export function indexById(lexicon: CompiledLexicon): Index {
  let index = indexes.get(lexicon);
  if (index === undefined) {
    index = {
      entryById: byId(lexicon.ids, lexicon.entries),
      sourceById: byId(lexicon.sourceIds, lexicon.sources),
      lensById: new Map(lexicon.lenses.map((lens) => [lens.id, lens])),
    };
    indexes.set(lexicon, index);
  }
  return index;
}

function readingOf(reading: LexiconEntry['readings'][number], { lensById }: Index): TermReading[] {
  const lens = lensById.get(reading.lens);
  if (lens === undefined) return [];
  return [
    {
      lens: lens.id,
      source: lens.title.startsWith(lens.publisher) ? lens.title : `${lens.publisher}, ${lens.title}`,
      date: lens.date.value,
      dateStatus: lens.date.status,
      theme: reading.theme,
      basis: reading.basis,
      text: reading.text,
      ...(reading.differs === undefined ? {} : { differs: reading.differs }),
      url: lens.url,
    },
  ];
}

function sourcesOf(entry: LexiconEntry, { sourceById }: Index): TermSource[] {
  const ids = new Set([...(entry.definition?.sources ?? []), ...(entry.origin?.sources ?? [])]);
  return [...ids].flatMap((id) => {
    const source = sourceById.get(id);
    if (source === undefined) return [];
    const { title, publisher, kind, date, url, language } = source;
    return [{ id, title, publisher, kind, date, url, language }];
  });
}

/** Path of an entry's page, relative to wherever the pages are served. */
export const termPath = (id: string) => `/terms/${id}`;

/** The summary of one entry; `baseUrl` (without a closing slash) goes before its path. */
export function summarizeTerm(lexicon: CompiledLexicon, entry: LexiconEntry, baseUrl = ''): TermSummary {
  const index = indexById(lexicon);
  return {
    label: entry.label,
    layer: entry.layer,
    subject: entry.subject,
    ...(entry.zh === undefined ? {} : { zh: entry.zh }),
    gloss: entry.gloss,
    ...(entry.literal === undefined ? {} : { literal: entry.literal }),
    ...(entry.definition === undefined ? {} : { definition: entry.definition }),
    ...(entry.origin === undefined ? {} : { origin: entry.origin }),
    readings: entry.readings.flatMap((reading) => readingOf(reading, index)),
    sources: sourcesOf(entry, index),
    url: baseUrl + termPath(entry.id),
  };
}

/** Summaries that were made with one base URL. */
interface Summaries {
  baseUrl: string;
  byId: Map<string, TermSummary>;
}

const summariesOf = new WeakMap<CompiledLexicon, Summaries>();

/** As {@link summarizeTerm}, made once for each entry and shared by results. Another `baseUrl` than the last starts anew. */
export function sharedSummary(lexicon: CompiledLexicon, entry: LexiconEntry, baseUrl = ''): TermSummary {
  let summaries = summariesOf.get(lexicon);
  if (summaries?.baseUrl !== baseUrl) {
    summaries = { baseUrl, byId: new Map() };
    summariesOf.set(lexicon, summaries);
  }
  let summary = summaries.byId.get(entry.id);
  if (summary === undefined) {
    summary = share(summarizeTerm(lexicon, entry, baseUrl));
    summaries.byId.set(entry.id, summary);
  }
  return summary;
}
