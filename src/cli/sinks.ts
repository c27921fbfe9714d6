/** Where results go: one after another to standard output, or each to a file of an output folder. */
import type { AnnotateResult } from '../annotate/result.ts';
import type { NoteOptions } from '../documents/notes.ts';
import { BYTE_ORDER_MARK } from '../formats/csv.ts';
import type { DocumentError } from '../node/document-error.ts';
import type { OutputFolder } from '../node/output-folder.ts';
import type { DocumentContent } from '../node/read-document.ts';
import type { Input } from './inputs.ts';
import type { Output } from './output.ts';
import type { DocumentPlace, ResultFormat } from './result-formats.ts';

export interface Sink {
  begin(): Promise<void>;
  /** @throws {DocumentError} when this one result cannot be written, though others may be. */
  add(result: AnnotateResult, content: DocumentContent, input: Input): Promise<void>;
  fail(input: Input, error: DocumentError): Promise<void>;
  skip(input: Input, why: string): Promise<void>;
  end(): Promise<void>;
}

export interface SinkOptions {
  format: ResultFormat;
  metadataKeys: readonly string[];
  /** Whether there may be more than one document. */
  isBatch: boolean;
  /** Whether CSV begins with a byte order mark. */
  byteOrderMark: boolean;
  notes: NoteOptions;
}

const markOf = ({ format, byteOrderMark }: Pick<SinkOptions, 'format' | 'byteOrderMark'>) =>
  format.id === 'csv' && byteOrderMark ? BYTE_ORDER_MARK : '';

async function nothing(): Promise<void> {}

/** Results follow one another on standard output, each flushed before the next is made. */
export function streamSink(output: Output, options: SinkOptions): Sink {
  const { format, metadataKeys } = options;
  return {
    begin: () => output.write(markOf(options) + (format.header?.(metadataKeys) ?? '')),
    add: async (result, content, input) =>
      output.write(await format.format(result, placeOf(content, input, options), metadataKeys)),
    fail: nothing,
    skip: nothing,
    end: nothing,
  };
}

/** As {@link streamSink}, and a line that cannot be read gives a line with its error. */
export function lineSink(output: Output, options: SinkOptions): Sink {
  const fail: Sink['fail'] = (input, { code, message }) => {
    const { id, line } = input;
    return output.write(
      format({
        ...(id === '' ? {} : { id }),
        ...(line === undefined ? {} : { line }),
        error: { code, detail: message },
      }),
    );
  };
  const format = (value: unknown) => `${JSON.stringify(value)}\n`;
  return { ...streamSink(output, options), fail };
}

/** What a formatter gave, without the line end. */
const elementOf = (written: string | Uint8Array) =>
  typeof written === 'string' ? written.trimEnd() : written.subarray(0, -1);

/** Results are the elements of a JSON array. */
export function arraySink(output: Output, options: SinkOptions): Sink {
  const { format, metadataKeys } = options;
  let before = '[\n';
  return {
    begin: nothing,
    async add(result, content, input) {
      const written = await format.format(result, placeOf(content, input, options), metadataKeys);
      await output.write(before);
      await output.write(elementOf(written));
      before = ',\n';
    },
    fail: nothing,
    skip: nothing,
    end: () => output.write(before === '[\n' ? '[]\n' : '\n]\n'),
  };
}

/** What a formatter is told of a document. */
export function placeOf(
  content: DocumentContent,
  { path }: Pick<Input, 'path'>,
  { isBatch, notes }: Pick<SinkOptions, 'isBatch' | 'notes'>,
): DocumentPlace {
  return { text: content.text, path, isBatch, content, notes };
}

/** What a file of an output folder holds. */
export async function fileContent(
  result: AnnotateResult,
  place: DocumentPlace,
  options: Pick<SinkOptions, 'format' | 'metadataKeys' | 'byteOrderMark'>,
): Promise<string | Uint8Array> {
  const { format, metadataKeys } = options;
  const content = await format.format(result, place, metadataKeys);
  return typeof content === 'string' ? markOf(options) + (format.header?.(metadataKeys) ?? '') + content : content;
}

/** Name of the file of a document in an output folder. */
export const fileNameOf = (format: ResultFormat, output: string): string =>
  format.fileName?.(output) ?? output + (format.extension ?? '');

/** Each result is a file. */
export function folderSink(folder: OutputFolder, options: SinkOptions): Sink {
  const { format } = options;
  return {
    begin: nothing,
    async add(result, content, input) {
      const file = await fileContent(result, placeOf(content, input, options), options);
      await folder.add(input.output, fileNameOf(format, input.output), file, result);
    },
    fail: ({ output }, error) => folder.addFailure(output, error),
    skip: ({ output }, why) => folder.addSkipped(output, why),
    end: () => folder.close(),
  };
}
