/** `tifa lexicon stats`: what a lexicon holds, and how well it is sourced. */
import { formatJson } from '../formats/json.ts';
import { padTo } from '../formats/width.ts';
import { LAYER_IDS } from '../lexicon/layers.ts';
import type { Lexicon, LexiconEntry } from '../lexicon/lexicon.ts';
import { SUBJECT_IDS } from '../lexicon/subjects.ts';
import { lexiconAt } from './lexicon-argument.ts';
import { oneOf } from './option-values.ts';
import { Output } from './output.ts';
import { paint } from './paint.ts';

export interface StatsFlags {
  format?: string;
}

type Counts = Record<string, number>;

function countBy<T>(values: readonly T[], keyOf: (value: T) => string | undefined): Counts {
  const counts: Counts = {};
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

const isUncertain = (text: string) => /^uncertain\b/i.test(text);

function originParts({ origin }: LexiconEntry): string[] {
  return origin === undefined ? [] : [origin.who, origin.where, origin.when];
}

/** Counts over all entries; the numbers of `entriesWith` are entries. */
export function statisticsOfLexicon({ version, entries, sources, lenses, retired }: Lexicon) {
  const number = (fits: (entry: LexiconEntry) => boolean) => entries.filter(fits).length;
  const english = entries.flatMap(({ forms }) => forms.en);
  return {
    version,
    entries: entries.length,
    sources: sources.length,
    lenses: lenses.length,
    retired: retired.length,
    subjects: SUBJECT_IDS.map((subject) => {
      const own = entries.filter((entry) => entry.subject === subject);
      return { subject, entries: own.length, layers: countBy(own, ({ layer }) => layer) };
    }).filter((row) => row.entries > 0),
    layers: countBy(entries, ({ layer }) => layer),
    forms: { en: english.length, zh: entries.flatMap(({ forms }) => forms.zh).length },
    formStatuses: countBy(english, ({ status }) => status),
    chinese: countBy(entries, ({ zh }) => zh?.status),
    readings: entries.flatMap(({ readings }) => readings).length,
    examples: entries.flatMap(({ examples }) => [...examples.match, ...examples.noMatch]).length,
    entriesWith: {
      sources: number(({ definition }) => (definition?.sources.length ?? 0) > 0),
      origin: number((entry) => originParts(entry).some((part) => !isUncertain(part))),
      wholeOrigin: number((entry) => entry.origin !== undefined && !originParts(entry).some(isUncertain)),
      uncertain: number((entry) => originParts(entry).some(isUncertain)),
      reviewed: number(({ reviewed }) => reviewed !== undefined),
      readings: number(({ readings }) => readings.length > 0),
      distinctive: number(({ distinctive }) => distinctive),
    },
  };
}

type LexiconStatistics = ReturnType<typeof statisticsOfLexicon>;

const WITH_TITLES: Record<keyof LexiconStatistics['entriesWith'], string> = {
  sources: 'official usage with sources',
  origin: 'origin known at least in part',
  wholeOrigin: 'origin known: who, where and when',
  uncertain: 'some part of the origin uncertain',
  reviewed: 'reviewed by a second reader',
  readings: 'with readings',
  distinctive: 'distinctive: stands without evidence',
};

function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? padTo(String(cell), widths[i] ?? 0) : String(cell).padStart(widths[i] ?? 0)))
      .join('  '),
  );
}

const named = (counts: Counts) =>
  Object.entries(counts)
    .map(([key, number]) => `${key} ${number}`)
    .join(', ');

function pretty(stats: LexiconStatistics): string {
  const { entries, subjects, layers, forms, formStatuses, chinese, entriesWith } = stats;
  const rows = [
    ['subject', ...LAYER_IDS, 'all'],
    ...subjects.map((row) => [row.subject, ...LAYER_IDS.map((layer) => row.layers[layer] ?? 0), row.entries]),
    ['all', ...LAYER_IDS.map((layer) => layers[layer] ?? 0), entries],
  ];
  const [head = '', ...body] = table(rows);
  const shares = Object.entries(entriesWith).map(([key, number]) => [
    WITH_TITLES[key as keyof typeof WITH_TITLES],
    number,
    `${entries === 0 ? 0 : Math.round((100 * number) / entries)} %`,
  ]);
  return [
    paint('bold', `Lexicon ${stats.version}: ${entries} entries, ${stats.sources} sources, ${stats.lenses} lenses`),
    '',
    paint('dim', head),
    ...body,
    '',
    `Forms: English ${forms.en} (${named(formStatuses)}), Chinese ${forms.zh}`,
    `Chinese wording: ${named(chinese)}`,
    `Readings: ${stats.readings} · examples: ${stats.examples} · retired ids: ${stats.retired}`,
    '',
    ...table(shares),
    '',
  ].join('\n');
}

/**
 * Prints the counts.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function stats(path: string | undefined, flags: StatsFlags): Promise<void> {
  const format = await oneOf('--format', flags.format ?? 'pretty', ['pretty', 'json']);
  const counted = statisticsOfLexicon(await lexiconAt(path));
  await new Output().write(format === 'json' ? formatJson(counted) : pretty(counted));
}
