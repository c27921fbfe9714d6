/** The table at the end of a batch: a row for each document, a column for each term that occurs in any of them. */
import type { AnnotateResult } from '../annotate/result.ts';
import { type CsvCell, csvRow } from './csv.ts';

/** What the table keeps of one document. */
interface DocumentRow {
  cells: CsvCell[];
  metadata: Record<string, string>;
  counts: ReadonlyMap<string, number>;
}

const FIXED_COLUMNS = ['path', 'language', 'words', 'han', 'mentions', 'terms', 'perThousand', 'unit'];

/** Collects results and writes the table; it keeps counts, not texts. */
export class SummaryTable {
  private readonly rows: DocumentRow[] = [];

  add({ id, document, statistics, mentions }: AnnotateResult): void {
    const counts = new Map<string, number>();
    for (const { term } of mentions) counts.set(term, (counts.get(term) ?? 0) + 1);
    const { language, words, han, metadata } = document;
    const { mentions: number, terms, perThousand, unit } = statistics;
    this.rows.push({ cells: [id, language, words, han, number, terms, perThousand, unit], metadata, counts });
  }

  /**
   * The table as CSV. Columns: path, language, words, han, mentions, terms, perThousand, unit, then one for each of `metadataKeys`
   * (named `metadata.<key>`), then one for each term id, alphabetically, with the number of its mentions.
   */
  toCsv(metadataKeys: readonly string[] = []): string {
    const terms = [...new Set(this.rows.flatMap(({ counts }) => [...counts.keys()]))].sort();
    const header = csvRow([...FIXED_COLUMNS, ...metadataKeys.map((key) => `metadata.${key}`), ...terms]);
    const rows = this.rows.map(({ cells, metadata, counts }) =>
      csvRow([...cells, ...metadataKeys.map((key) => metadata[key]), ...terms.map((id) => counts.get(id) ?? 0)]),
    );
    return header + rows.join('');
  }
}
