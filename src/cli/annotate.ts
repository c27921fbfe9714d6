/** `tifa annotate`: reads documents, annotates them one by one, and writes each result before the next is made. */
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import type { Command } from 'commander';
import type { Detector } from '../annotate/detector.ts';
import { DocumentError, toDocumentError } from '../node/document-error.ts';
import { loadDetector } from '../node/load.ts';
import { OutputFolder } from '../node/output-folder.ts';
import { READABLE_EXTENSIONS } from '../node/readers.ts';
import { type AnnotateFlags, type AnnotateRequest, requestOf } from './annotate-request.ts';
import { CommandError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type FailOn, failOnOf } from './fail-on.ts';
import { type Input, type InputDocument, inputsOfLines, inputsOfPaths } from './inputs.ts';
import { type Interruption, watchInterruption } from './interruption.ts';
import { Output, say } from './output.ts';
import { Progress } from './progress.ts';
import { arraySink, folderSink, lineSink, type Sink, type SinkOptions, streamSink } from './sinks.ts';

export type { AnnotateFlags };

/** Warnings that say nothing is amiss: they stay in the result. */
const SILENT_WARNINGS = new Set(['byte-order-mark']);

class Run {
  hasFound = false;
  private readonly request: AnnotateRequest;
  private readonly detector: Detector;
  private readonly sink: Sink;
  private readonly failOn: FailOn;
  private readonly progress: Progress;
  private readonly withoutMetadata: string[] = [];

  constructor(request: AnnotateRequest, detector: Detector, sink: Sink, failOn: FailOn, progress: Progress) {
    this.request = request;
    this.detector = detector;
    this.sink = sink;
    this.failOn = failOn;
    this.progress = progress;
  }

  async take(input: Input): Promise<void> {
    if (input.kind === 'skipped') {
      this.progress.skipped++;
      this.progress.warn('files passed over', `${input.path}: passed over: ${input.why}`);
      await this.sink.skip(input, input.why);
    } else if (input.kind === 'failed') {
      await this.fail(input, input.error);
    } else {
      await this.annotate(input);
    }
    this.progress.show();
  }

  private async fail(input: Input, error: DocumentError): Promise<void> {
    this.progress.failed++;
    this.progress.error(input.path, error.message);
    await this.sink.fail(input, error);
  }

  private metadataOf({ id, path }: InputDocument): Record<string, string> {
    const { metadata } = this.request;
    const found = metadata?.find(id, path);
    if (metadata !== undefined && found === undefined) this.withoutMetadata.push(path);
    return found ?? {};
  }

  private async annotate(input: InputDocument): Promise<void> {
    try {
      const content = await input.read();
      const { digest, sourceDigest, skipped, warnings } = content;
      const result = this.detector.annotate(content.text, this.request.options, {
        id: input.id,
        metadata: content.metadata ?? this.metadataOf(input),
        skipped,
        digest,
        ...(sourceDigest === undefined ? {} : { sourceDigest }),
        warnings,
      });
      await this.sink.add(result, content.text, input);
      for (const { code, detail } of warnings) {
        if (!SILENT_WARNINGS.has(code)) this.progress.warn(code, `${input.path}: ${detail}`);
      }
      this.hasFound ||= this.failOn(result);
      this.progress.done++;
      this.progress.mentions += result.mentions.length;
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      await this.fail(input, error);
    }
  }

  /** Rows of the metadata that fit no document, and documents without a row. */
  warnOfMetadata(): void {
    const { metadata } = this.request;
    if (metadata === undefined) return;
    for (const path of metadata.unused)
      this.progress.warn('rows of --metadata without a document', `--metadata: no document "${path}"`);
    for (const path of this.withoutMetadata) {
      this.progress.warn('documents without a row in --metadata', `${path}: no row in --metadata`);
    }
  }

  exitCode(wasInterrupted: boolean): ExitCode {
    const { done, failed } = this.progress;
    if (wasInterrupted) return EXIT.interrupted;
    if (failed > 0) return done === 0 ? EXIT.allFailed : EXIT.someFailed;
    return this.hasFound ? EXIT.found : EXIT.ok;
  }
}

async function openSink(request: AnnotateRequest): Promise<Sink> {
  const { format, metadata, byteOrderMark, out } = request;
  const metadataKeys = metadata?.keys ?? [];
  const options: SinkOptions = { format, metadataKeys, byteOrderMark };
  if (out !== undefined) {
    try {
      return folderSink(await OutputFolder.open(out, { metadataKeys, byteOrderMark }), options);
    } catch (error) {
      throw new CommandError(`--out: ${out}: ${toDocumentError(error).message}`, { cause: error });
    }
  }
  const output = new Output();
  if (request.isJsonLines && format.id === 'jsonl') return lineSink(output, options);
  return format.layout === 'array' && request.isBatch ? arraySink(output, options) : streamSink(output, options);
}

function inputsOf(request: AnnotateRequest, { signal }: Interruption): AsyncGenerator<Input> {
  if (request.isJsonLines) return inputsOfLines(signal);
  const exclude = request.out === undefined ? undefined : resolve(request.out);
  return inputsOfPaths(request.paths, { encoding: request.encoding, exclude, signal });
}

async function runAll(run: Run, sink: Sink, request: AnnotateRequest, interruption: Interruption): Promise<void> {
  await sink.begin();
  try {
    for await (const input of inputsOf(request, interruption)) {
      if (interruption.signal.aborted) break;
      await run.take(input);
      if (interruption.signal.aborted) break;
    }
  } catch (error) {
    // Interrupting closes standard input, which whoever reads it reports as an error.
    if (!interruption.signal.aborted) throw error;
  }
  await sink.end();
}

/**
 * Annotates what the paths name.
 * @returns the exit code.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function annotate(paths: readonly string[], flags: AnnotateFlags, command: Command): Promise<ExitCode> {
  // The getter of process.stdin would open it, also where nothing is read from it.
  const isKeyboard = isatty(0);
  if (paths.length === 0 && flags.from !== 'jsonl' && isKeyboard) {
    command.outputHelp({ error: true });
    throw new UsageError('give a file, a folder, or - to type the text here');
  }
  const request = await requestOf(paths, flags);
  if (isKeyboard && (request.isJsonLines || request.paths.includes('-'))) {
    say('reading from the keyboard: end with Ctrl-D');
  }
  const detector = loadDetector();
  const failOn = await failOnOf(request.failOn, detector.lexicon.entries);
  const progress = new Progress(request.isQuiet);
  const interruption = watchInterruption();
  try {
    const sink = await openSink(request);
    const run = new Run(request, detector, sink, failOn, progress);
    await runAll(run, sink, request, interruption);
    const wasInterrupted = interruption.signal.aborted;
    if (!wasInterrupted) run.warnOfMetadata();
    const isEmpty = progress.done + progress.failed === 0 && !request.isJsonLines && !wasInterrupted;
    progress.finish(request.isBatch && !isEmpty, request.out, wasInterrupted);
    if (isEmpty) {
      say(`no document found; folders are read for ${READABLE_EXTENSIONS.join(' ')}`);
      return EXIT.allFailed;
    }
    return run.exitCode(wasInterrupted);
  } finally {
    interruption.stop();
  }
}
