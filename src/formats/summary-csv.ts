/** The table at the end of a batch: a row for each document, a column for each term that occurs in any of them. */
import { csvRow } from './csv.ts';

/** What the table says of one document. */
export interface SummaryDocument {
  path: string;
  language: string;
  words: number;
  han: number;
  mentions: number;
  terms: number;
  perThousand: number;
  unit: string;
  metadata: Record<string, string>;
  /** Mentions by term. */
  counts: Record<string, number>;
}

const FIXED_COLUMNS = ['path', 'language', 'words', 'han', 'mentions', 'terms', 'perThousand', 'unit'] as const;

/**
 * The columns of a table: path, language, words, han, mentions, terms, perThousand, unit, then one for each key of metadata (named
 * `metadata.<key>`), then one for each term id, alphabetically, with the number of its mentions.
 */
export class SummaryColumns {
  readonly metadataKeys: readonly string[];
  readonly terms: readonly string[];

  constructor(metadataKeys: Iterable<string>, terms: Iterable<string>) {
    this.metadataKeys = [...metadataKeys];
    this.terms = [...terms].sort();
  }

  header(): string {
    return csvRow([...FIXED_COLUMNS, ...this.metadataKeys.map((key) => `metadata.${key}`), ...this.terms]);
  }

  row(document: SummaryDocument): string {
    const { metadata, counts } = document;
    return csvRow([
      ...FIXED_COLUMNS.map((column) => document[column]),
      ...this.metadataKeys.map((key) => metadata[key]),
      ...this.terms.map((id) => counts[id] ?? 0),
    ]);
  }
}

/** Collects documents and writes the table; it keeps counts, not texts. */
export class SummaryTable {
  private readonly rows: SummaryDocument[] = [];

  add(document: SummaryDocument): void {
    this.rows.push(document);
  }

  /** The table as CSV. */
  toCsv(metadataKeys: readonly string[] = []): string {
    const columns = new SummaryColumns(metadataKeys, new Set(this.rows.flatMap(({ counts }) => Object.keys(counts))));
    return columns.header() + this.rows.map((row) => columns.row(row)).join('');
  }
}
