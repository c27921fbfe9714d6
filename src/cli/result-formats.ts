/** The formats of annotated documents: how each is laid out, and what loads it. */
import type { AnnotateResult } from '../annotate/result.ts';
import type { NoteOptions } from '../documents/notes.ts';
import type { DocumentContent } from '../node/read-document.ts';
import { paint } from './paint.ts';

export const FORMAT_IDS = ['pretty', 'line', 'json', 'jsonl', 'csv', 'html', 'md', 'webanno', 'same'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What a formatter knows of a document besides its result. */
export interface DocumentPlace {
  /** The text view. */
  text: string;
  /** As the user would write it. */
  path: string;
  /** Whether it may be one of several. */
  isBatch: boolean;
  /** As it was read, for formats that need more than its text. */
  content: DocumentContent;
  notes: NoteOptions;
}

/** What a formatter gives: text, or text in UTF-8 or another document as bytes. */
type Written = string | Uint8Array;

export interface ResultFormat {
  id: FormatId;
  /**
   * `stream`: documents follow one another; `array`: elements of a JSON array where there are several; `page`: one document only.
   */
  layout: 'stream' | 'array' | 'page';
  /** Of files in an output folder; a format without one is for reading on the spot. */
  extension?: string;
  /** Name of the file in an output folder, where it is not the document's with the extension behind it. */
  fileName?(output: string): string;
  /** Whether it prints offsets, so that their unit matters. */
  hasOffsets?: true;
  /** Whether it shows what was turned down. */
  hasRejected?: true;
  /** Whether it shows what `--discover` finds. */
  hasDiscoveries?: true;
  /** Whether it is nothing without the entries behind the mentions. */
  needsTerms?: true;
  /** What comes once before all documents. */
  header?(metadataKeys: readonly string[]): string;
  /** One document. */
  format(result: AnnotateResult, place: DocumentPlace, metadataKeys: readonly string[]): Written | Promise<Written>;
  /** The same in pieces, where it is long and they are cheaper to write. */
  pieces?(result: AnnotateResult, place: DocumentPlace): Iterable<string | Uint8Array>;
}

const LINE_END = Buffer.from('\n');
const withLineEnd = (pieces: readonly Uint8Array[]) => Buffer.concat([...pieces, LINE_END]);

const LOADERS: Record<FormatId, () => Promise<ResultFormat>> = {
  async pretty() {
    const { formatPretty } = await import('../formats/pretty.ts');
    const format = (result: AnnotateResult, { path, isBatch }: DocumentPlace) =>
      formatPretty(result, path, paint, !isBatch);
    return { id: 'pretty', layout: 'stream', hasRejected: true, hasDiscoveries: true, format };
  },
  async line() {
    const { formatLines } = await import('../formats/line.ts');
    const format = (result: AnnotateResult, { path }: DocumentPlace) => formatLines(result, path);
    return { id: 'line', layout: 'stream', hasRejected: true, hasDiscoveries: true, format };
  },
  async json() {
    const { indentedResultJson } = await import('../formats/result-json.ts');
    return {
      id: 'json',
      layout: 'array',
      extension: '.json',
      hasOffsets: true,
      hasRejected: true,
      hasDiscoveries: true,
      format: (result) => withLineEnd(indentedResultJson(result)),
      pieces: (result) => [...indentedResultJson(result), LINE_END],
    };
  },
  async jsonl() {
    const { resultJson } = await import('../formats/result-json.ts');
    return {
      id: 'jsonl',
      layout: 'stream',
      extension: '.jsonl',
      hasOffsets: true,
      hasRejected: true,
      hasDiscoveries: true,
      format: (result) => withLineEnd(resultJson(result)),
    };
  },
  async csv() {
    const { mentionCsvHeader, mentionCsvRows } = await import('../formats/mention-csv.ts');
    return {
      id: 'csv',
      layout: 'stream',
      extension: '.csv',
      hasOffsets: true,
      header: mentionCsvHeader,
      format: (result, _place, metadataKeys) => mentionCsvRows(result, metadataKeys),
    };
  },
  async html() {
    const { formatHtmlPage } = await import('../formats/html-page.ts');
    const format = (result: AnnotateResult, { text }: DocumentPlace) => formatHtmlPage(result, text);
    return { id: 'html', layout: 'page', extension: '.html', hasRejected: true, needsTerms: true, format };
  },
  async md() {
    const { formatMarkdown } = await import('../formats/markdown.ts');
    const format = (result: AnnotateResult, { text }: DocumentPlace) => formatMarkdown(result, text);
    return { id: 'md', layout: 'page', extension: '.md', needsTerms: true, format };
  },
  async webanno() {
    const [{ toWebAnnotations }, { formatJson }] = await Promise.all([
      import('../formats/web-annotation.ts'),
      import('../formats/json.ts'),
    ]);
    const format = (result: AnnotateResult, { text }: DocumentPlace) => formatJson(toWebAnnotations(result, text));
    return { id: 'webanno', layout: 'array', extension: '.jsonld', format };
  },
  async same() {
    const { annotatedBytes } = await import('../node/annotate-file.ts');
    return {
      id: 'same',
      layout: 'page',
      extension: '',
      needsTerms: true,
      fileName: (output) => output.replace(/(\.[^./]*)?$/, '.annotated$1'),
      format: (result, { content, notes }) => annotatedBytes(content, result, notes),
    };
  },
};

/** Loads one format and nothing of the others. */
export function loadFormat(id: FormatId): Promise<ResultFormat> {
  return LOADERS[id]();
}
