/** Where results go: one after another to standard output, or each to a file of an output folder. */
import type { AnnotateResult } from '../annotate/result.ts';
import { BYTE_ORDER_MARK } from '../formats/csv.ts';
import type { DocumentError } from '../node/document-error.ts';
import type { OutputFolder } from '../node/output-folder.ts';
import type { DocumentContent } from '../node/read-document.ts';
import type { Input } from './inputs.ts';
import type { Output } from './output.ts';
import type { ResultFormat } from './result-formats.ts';

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
}

const markOf = ({ format, byteOrderMark }: SinkOptions) =>
  format.id === 'csv' && byteOrderMark ? BYTE_ORDER_MARK : '';

async function nothing(): Promise<void> {}

/** Results follow one another on standard output, each flushed before the next is made. */
export function streamSink(output: Output, options: SinkOptions): Sink {
  const { format, metadataKeys, isBatch } = options;
  return {
    begin: () => output.write(markOf(options) + (format.header?.(metadataKeys) ?? '')),
    add: (result, { text }, { path }) => output.write(format.format(result, { text, path, isBatch }, metadataKeys)),
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

/** Results are the elements of a JSON array. */
export function arraySink(output: Output, { format, metadataKeys, isBatch }: SinkOptions): Sink {
  let before = '[\n';
  return {
    begin: nothing,
    async add(result, { text }, { path }) {
      await output.write(before + format.format(result, { text, path, isBatch }, metadataKeys).trimEnd());
      before = ',\n';
    },
    fail: nothing,
    skip: nothing,
    end: () => output.write(before === '[\n' ? '[]\n' : '\n]\n'),
  };
}

/** Each result is a file. */
export function folderSink(folder: OutputFolder, options: SinkOptions): Sink {
  const { format, metadataKeys, isBatch } = options;
  return {
    begin: nothing,
    add(result, { text }, { path, output }) {
      const head = markOf(options) + (format.header?.(metadataKeys) ?? '');
      const content = head + format.format(result, { text, path, isBatch }, metadataKeys);
      return folder.add(output, format.extension ?? '', content, result);
    },
    fail: ({ output }, error) => folder.addFailure(output, error),
    skip: ({ output }, why) => folder.addSkipped(output, why),
    end: () => folder.close(),
  };
}
