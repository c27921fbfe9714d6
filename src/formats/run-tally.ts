/** Counts over the documents of a batch, for its report. Memory grows with terms, companies and months, not with documents. */
import type { SummaryDocument } from './summary-csv.ts';

/** A line of a manifest, as far as a report needs it. */
export type TallyLine =
  | (SummaryDocument & { status: 'ok'; format?: string })
  | { path: string; status: 'failed'; error: { code: string; detail: string } }
  | { path: string; status: 'skipped'; detail: string };

/** Sums over some documents. */
export interface Sums {
  documents: number;
  mentions: number;
  /** Words, and two for every three Chinese characters. */
  words: number;
}

export interface TermSums {
  mentions: number;
  documents: number;
  byMonth: Map<string, number>;
}

/** Documents that the report lists by name. */
const LISTED = 500;

const emptySums = (): Sums => ({ documents: 0, mentions: 0, words: 0 });

function addTo<Key>(map: Map<Key, Sums>, key: Key, words: number, mentions: number): void {
  const sums = map.get(key) ?? emptySums();
  sums.documents++;
  sums.mentions += mentions;
  sums.words += words;
  map.set(key, sums);
}

/** `2025-01` of a date in one of the usual forms. */
function monthOf(date: string | undefined): string | undefined {
  const found = /\b(\d{4})[-/.年](\d{1,2})(?!\d)/.exec(date ?? '') ?? /\b(\d{4})\b/.exec(date ?? '');
  if (found === null) return undefined;
  return found[2] === undefined ? found[1] : `${found[1]}-${found[2].padStart(2, '0')}`;
}

export class RunTally {
  readonly all = emptySums();
  readonly terms = new Map<string, TermSums>();
  readonly companies = new Map<string, Sums>();
  readonly months = new Map<string, Sums>();
  readonly formats = new Map<string, number>();
  readonly metadataKeys = new Set<string>();
  readonly failures: { path: string; code: string; detail: string }[] = [];
  failed = 0;
  skipped = 0;
  private documents: SummaryDocument[] = [];

  add(line: TallyLine): void {
    if (line.status === 'skipped') this.skipped++;
    else if (line.status === 'failed') {
      this.failed++;
      if (this.failures.length < LISTED) this.failures.push({ path: line.path, ...line.error });
    } else this.addDocument(line);
  }

  private addDocument(line: SummaryDocument & { format?: string }): void {
    const { metadata, counts, mentions } = line;
    const words = line.words + Math.round((line.han * 2) / 3);
    this.all.documents++;
    this.all.mentions += mentions;
    this.all.words += words;
    for (const key of Object.keys(metadata)) this.metadataKeys.add(key);
    this.formats.set(line.format ?? 'text', (this.formats.get(line.format ?? 'text') ?? 0) + 1);
    if (metadata.company !== undefined) addTo(this.companies, metadata.company, words, mentions);
    const month = monthOf(metadata.date);
    if (month !== undefined) addTo(this.months, month, words, mentions);
    for (const [id, count] of Object.entries(counts)) {
      const sums = this.terms.get(id) ?? { mentions: 0, documents: 0, byMonth: new Map<string, number>() };
      sums.mentions += count;
      sums.documents++;
      if (month !== undefined) sums.byMonth.set(month, (sums.byMonth.get(month) ?? 0) + count);
      this.terms.set(id, sums);
    }
    this.documents.push(line);
    if (this.documents.length >= 2 * LISTED) this.documents = this.mostMentions();
  }

  /** The documents with most mentions, at most those that are listed. */
  mostMentions(): SummaryDocument[] {
    return [...this.documents].sort((a, b) => b.mentions - a.mentions || (a.path < b.path ? -1 : 1)).slice(0, LISTED);
  }
}
