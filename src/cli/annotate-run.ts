/** One run of `annotate`: takes what was found, one by one, and keeps count. */
import type { Detector } from '../annotate/detector.ts';
import { type DocumentError, toDocumentError } from '../node/document-error.ts';
import { documentInputOf } from '../node/read-document.ts';
import type { AnnotateRequest } from './annotate-request.ts';
import { ClosedOutputError, CommandError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { FailOn } from './fail-on.ts';
import type { Input, InputDocument } from './inputs.ts';
import type { Progress } from './progress.ts';
import type { Sink } from './sinks.ts';
import { warnOfDocument, warnOfMetadata } from './warnings.ts';

export interface RunParts {
  request: AnnotateRequest;
  detector: Detector;
  sink: Sink;
  failOn: FailOn;
  progress: Progress;
  signal: AbortSignal;
}

export class AnnotateRun {
  hasFound = false;
  private readonly request: AnnotateRequest;
  private readonly detector: Detector;
  private readonly sink: Sink;
  private readonly failOn: FailOn;
  private readonly progress: Progress;
  private readonly signal: AbortSignal;
  private readonly withoutMetadata: string[] = [];

  constructor({ request, detector, sink, failOn, progress, signal }: RunParts) {
    this.request = request;
    this.detector = detector;
    this.sink = sink;
    this.failOn = failOn;
    this.progress = progress;
    this.signal = signal;
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
      const result = this.detector.annotate(content.text, this.request.options, {
        id: input.id,
        ...documentInputOf(content, this.metadataOf(input)),
      });
      await this.sink.add(result, content, input);
      warnOfDocument(input.path, content.warnings, this.progress);
      this.hasFound ||= this.failOn(result);
      this.progress.done++;
      this.progress.mentions += result.mentions.length;
    } catch (error) {
      // Interrupting closes standard input in the middle of a document; output that fails ends the run. All else is this document's.
      const isOfRun = error instanceof ClosedOutputError || error instanceof CommandError || this.signal.aborted;
      if (isOfRun) throw error;
      await this.fail(input, toDocumentError(error, 'unexpected'));
    }
  }

  /** Rows of the metadata that fit no document, and documents without a row. */
  warnOfMetadata(): void {
    warnOfMetadata(this.request, this.withoutMetadata, this.progress);
  }

  exitCode(wasInterrupted: boolean): ExitCode {
    const { done, failed } = this.progress;
    if (wasInterrupted) return EXIT.interrupted;
    if (failed > 0) return done === 0 ? EXIT.allFailed : EXIT.someFailed;
    return this.hasFound ? EXIT.found : EXIT.ok;
  }
}
