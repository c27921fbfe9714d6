/** Documents one by one, each result written before the next is made: to standard output, or from standard input to a folder. */
import { resolve } from 'node:path';
import type { CompiledLexicon } from '../context/compiled.ts';
import { toDocumentError } from '../node/document-error.ts';
import { loadDetector } from '../node/load.ts';
import { OutputFolder } from '../node/output-folder.ts';
import { READABLE_EXTENSIONS } from '../node/readers.ts';
import type { AnnotateRequest } from './annotate-request.ts';
import { AnnotateRun } from './annotate-run.ts';
import { CommandError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { FailOn } from './fail-on.ts';
import { type Input, inputsOfLines, inputsOfPaths } from './inputs.ts';
import type { Interruption } from './interruption.ts';
import { Output, say } from './output.ts';
import { Progress } from './progress.ts';
import { arraySink, folderSink, lineSink, type Sink, type SinkOptions, streamSink } from './sinks.ts';

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
 * Annotates what the request names.
 * @throws {CommandError | ClosedOutputError}
 */
export async function annotateInTurn(
  request: AnnotateRequest,
  lexicon: CompiledLexicon,
  failOn: FailOn,
  interruption: Interruption,
): Promise<ExitCode> {
  const progress = new Progress(request.isQuiet);
  const sink = await openSink(request);
  const { signal } = interruption;
  const run = new AnnotateRun({ request, detector: loadDetector(lexicon), sink, failOn, progress, signal });
  await runAll(run, sink, request, interruption);
  const wasInterrupted = signal.aborted;
  if (!wasInterrupted) run.warnOfMetadata();
  const isEmpty = progress.done + progress.failed === 0 && !request.isJsonLines && !wasInterrupted;
  progress.finish(request.isBatch && !isEmpty, request.out, wasInterrupted);
  if (isEmpty) {
    say(`no document found; folders are read for ${READABLE_EXTENSIONS.join(' ')}`);
    return EXIT.allFailed;
  }
  return run.exitCode(wasInterrupted);
}
