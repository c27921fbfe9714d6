/** `tifa annotate`: reads documents, annotates them one by one, and writes each result before the next is made. */
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import type { Command } from 'commander';
import { toDocumentError } from '../node/document-error.ts';
import { loadDetector } from '../node/load.ts';
import { OutputFolder } from '../node/output-folder.ts';
import { READABLE_EXTENSIONS } from '../node/readers.ts';
import { type AnnotateFlags, type AnnotateRequest, requestOf } from './annotate-request.ts';
import { AnnotateRun } from './annotate-run.ts';
import { CommandError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { failOnOf } from './fail-on.ts';
import { type Input, inputsOfLines, inputsOfPaths } from './inputs.ts';
import { type Interruption, watchInterruption } from './interruption.ts';
import { Output, say } from './output.ts';
import { Progress } from './progress.ts';
import { arraySink, folderSink, lineSink, type Sink, type SinkOptions, streamSink } from './sinks.ts';

export type { AnnotateFlags };

async function openSink(request: AnnotateRequest): Promise<Sink> {
  const { format, metadata, byteOrderMark, out, isBatch, notes } = request;
  const metadataKeys = metadata?.keys ?? [];
  const options: SinkOptions = { format, metadataKeys, byteOrderMark, isBatch, notes };
  if (out !== undefined) {
    try {
      return folderSink(await OutputFolder.open(out, { metadataKeys, byteOrderMark }), options);
    } catch (error) {
      throw new CommandError(`--out: ${out}: ${toDocumentError(error).message}`, { cause: error });
    }
  }
  const output = new Output();
  if (request.isJsonLines && format.id === 'jsonl') return lineSink(output, options);
  return format.layout === 'array' && isBatch ? arraySink(output, options) : streamSink(output, options);
}

function inputsOf(request: AnnotateRequest, { signal }: Interruption): AsyncGenerator<Input> {
  if (request.isJsonLines) return inputsOfLines(signal);
  const exclude = request.out === undefined ? undefined : resolve(request.out);
  return inputsOfPaths(request.paths, { encoding: request.encoding, exclude, signal });
}

async function runAll(
  run: AnnotateRun,
  sink: Sink,
  request: AnnotateRequest,
  interruption: Interruption,
): Promise<void> {
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
  if (paths.length === 0 && flags.from !== 'jsonl' && flags.filesFrom === undefined && isKeyboard) {
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
    if (request.out !== undefined && !request.paths.includes('-')) {
      const { runBatch } = await import('./batch/run.ts');
      return await runBatch({ ...request, out: request.out }, detector.lexicon, interruption);
    }
    const sink = await openSink(request);
    const run = new AnnotateRun({ request, detector, sink, failOn, progress, signal: interruption.signal });
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
