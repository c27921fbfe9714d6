/** Mentions as a table: one row each. */
import type { AnnotateResult, Mention, TermSummary } from '../annotate/result.ts';
import { type CsvCell, csvRow } from './csv.ts';

interface Column {
  name: string;
  /** What the column holds, as help texts and the README print it. */
  holds: string;
  cell(mention: Mention, result: AnnotateResult, term: TermSummary | undefined): CsvCell;
}

/** The columns, in order; `metadata.<key>` columns come after them. Columns about the entry are empty with `--terms none`. */
export const MENTION_COLUMNS: readonly Column[] = [
  { name: 'id', holds: 'the document', cell: (_, { id }) => id },
  { name: 'line', holds: 'line of the mention, from 1', cell: ({ line }) => line },
  { name: 'column', holds: 'column in UTF-16 units, from 1', cell: ({ column }) => column },
  { name: 'start', holds: 'offset of its first unit', cell: ({ start }) => start },
  { name: 'end', holds: 'offset after its last unit', cell: ({ end }) => end },
  { name: 'offsetEncoding', holds: 'unit of start and end', cell: (_, result) => result.offsetEncoding },
  { name: 'text', holds: 'the mention as the document words it', cell: ({ text }) => text },
  { name: 'term', holds: 'id of the entry', cell: (mention) => mention.term },
  { name: 'label', holds: 'English headword of the entry', cell: (_, __, term) => term?.label },
  { name: 'zh', holds: 'simplified Chinese of the entry', cell: (_, __, term) => term?.zh?.hans },
  { name: 'zhStatus', holds: 'attested, inferred or back-translated', cell: (_, __, term) => term?.zh?.status },
  { name: 'layer', holds: 'formulation, policy, institution, analyst', cell: (_, __, term) => term?.layer },
  { name: 'subject', holds: 'subject of the entry', cell: (_, __, term) => term?.subject },
  { name: 'language', holds: 'en or zh', cell: ({ language }) => language },
  { name: 'form', holds: 'the listed form that fits', cell: ({ form }) => form },
  { name: 'rendering', holds: 'official, listed, inflected, reordered …', cell: ({ rendering }) => rendering },
  { name: 'official', holds: 'preferred official English', cell: ({ official }) => official },
  { name: 'confidence', holds: '0 to 1', cell: ({ confidence }) => confidence },
  { name: 'quoted', holds: 'true in quotation marks', cell: ({ voice }) => voice.quoted },
  { name: 'heading', holds: 'true in a heading', cell: ({ voice }) => voice.heading },
  { name: 'negated', holds: 'true under a negation', cell: ({ voice }) => voice.negated },
  { name: 'attributed', holds: 'true where a speaker is named', cell: ({ voice }) => voice.attributed },
  { name: 'prefix', holds: 'up to 32 characters before', cell: ({ context }) => context.prefix },
  { name: 'suffix', holds: 'up to 32 characters after', cell: ({ context }) => context.suffix },
  { name: 'gloss', holds: 'the entry in one sentence', cell: (_, __, term) => term?.gloss },
];

/** The header row; `metadataKeys` are the metadata that get a column. */
export function mentionCsvHeader(metadataKeys: readonly string[] = []): string {
  return csvRow([...MENTION_COLUMNS.map(({ name }) => name), ...metadataKeys.map((key) => `metadata.${key}`)]);
}

/** The rows of one document, without the header. */
export function mentionCsvRows(result: AnnotateResult, metadataKeys: readonly string[] = []): string {
  const metadata = metadataKeys.map((key) => result.document.metadata[key]);
  return result.mentions
    .map((mention) => {
      const term = result.terms?.[mention.term];
      return csvRow([...MENTION_COLUMNS.map((column) => column.cell(mention, result, term)), ...metadata]);
    })
    .join('');
}

/** The table of one document with its header; all its metadata get columns. */
export function formatMentionCsv(result: AnnotateResult): string {
  const keys = Object.keys(result.document.metadata);
  return mentionCsvHeader(keys) + mentionCsvRows(result, keys);
}
