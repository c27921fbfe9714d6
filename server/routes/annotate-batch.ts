/**
 * `POST /v1/annotate/batch`: NDJSON in, NDJSON out, line by line as it comes. A line that cannot be annotated costs only itself; the
 * last line of the answer is a summary. Reading waits while the caller does not read, and stops when the caller goes away.
 */
import { pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { resultJson } from '../../src/formats/result-json.ts';
import { annotateContent, plainContent } from '../answers/annotation.ts';
import { decodeUtf8, parseJson, requireType } from '../body.ts';
import { neverStored } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { linesOf, type StreamedLine } from '../ndjson.ts';
import { type Problem, RequestProblem } from '../problems.ts';
import { AnnotateQuerySchema, AnnotateRequestSchema, partsOf } from '../schemas/annotate.ts';
import type { Services } from '../services.ts';
import { readAs, refuseLoneSurrogates } from '../validation.ts';

export const BATCH_PATH = '/v1/annotate/batch';

export const BATCH_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'] as const;

type Defaults = z.infer<typeof AnnotateQuerySchema>;
type BatchLine =
  | { line: number; id: string; status: 200; result: AnnotateResult }
  | { line: number; id?: string; status: number; problem: Problem };

const DECODERS = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress };

function bodyOf(request: Request): AsyncIterable<Uint8Array> {
  const encoding = (request.get('Content-Encoding') ?? 'identity').toLowerCase();
  if (encoding === 'identity') return request;
  if (!Object.hasOwn(DECODERS, encoding)) {
    throw new RequestProblem(
      'unsupported-media-type',
      'Send the body plain or with Content-Encoding gzip, deflate or br.',
    );
  }
  const decoder = DECODERS[encoding as keyof typeof DECODERS]();
  // Errors come out of the decoder, which whoever reads it sees.
  return pipeline(request, decoder, () => undefined);
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isBadZip = (error: unknown) => /^(?:Z_|ERR_BROTLI|ERR__ERROR)/.test(codeOf(error));
const isGone = (error: unknown) => /^(?:ECONNRESET|ABORT_ERR|ERR_STREAM_PREMATURE_CLOSE)$/.test(codeOf(error));

/** Id of a line that was refused, where it has a usable one. */
function idOf(value: unknown): { id?: string } {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id.length <= 1024 ? { id } : {};
}

function annotateLine(services: Services, { number, bytes }: StreamedLine, defaults: Defaults): BatchLine {
  let value: unknown;
  try {
    if (bytes === undefined) {
      throw new RequestProblem(
        'body-too-large',
        `A line may have ${services.config.bodyLimit} bytes: split the document.`,
      );
    }
    value = parseJson(decodeUtf8(bytes));
    const { text, ...rest } = readAs(AnnotateRequestSchema, value, 'body');
    refuseLoneSurrogates(text, '#/text');
    const result = annotateContent(services, { content: plainContent(text), ...partsOf({ ...defaults, ...rest }) });
    return { line: number, id: result.id, status: 200, result };
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error;
    return { line: number, ...idOf(value), status: error.status, problem: error.toDocument(services.config.publicUrl) };
  }
}

type Summary = Record<'lines' | 'annotated' | 'failed' | 'mentions', number>;

/** A line of the answer, with its line end. */
function lineOf(answer: BatchLine | { summary: Summary }): Uint8Array {
  if (!('result' in answer)) return Buffer.from(`${JSON.stringify(answer)}\n`);
  const { result, ...members } = answer;
  const before = JSON.stringify(members).slice(0, -1);
  return Buffer.concat([Buffer.from(`${before},"result":`), ...resultJson(result), Buffer.from('}\n')]);
}

/** Writes lines, and waits after each until the caller has room for the next. */
class LineWriter {
  private readonly response: Response;
  private hasRoom = () => {};

  constructor(response: Response) {
    this.response = response;
    // Once for all lines: a compressor takes listeners, but does not give them back.
    response.on('drain', () => this.hasRoom());
    response.once('close', () => this.hasRoom());
  }

  async write(line: Uint8Array): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.hasRoom = resolve;
    const hasRoom = this.response.write(line);
    this.response.flush();
    if (!hasRoom && !this.response.destroyed) await promise;
  }
}

async function streamBatch(
  services: Services,
  body: AsyncIterable<Uint8Array>,
  response: Response,
  defaults: Defaults,
) {
  const lines = new LineWriter(response);
  const summary: Summary = { lines: 0, annotated: 0, failed: 0, mentions: 0 };
  for await (const line of linesOf(body, services.config.bodyLimit)) {
    if (response.destroyed) return;
    const answer = annotateLine(services, line, defaults);
    summary.lines++;
    if ('result' in answer) {
      summary.annotated++;
      summary.mentions += answer.result.mentions.length;
    } else {
      summary.failed++;
    }
    await lines.write(lineOf(answer));
    // Other requests get their turn between two documents.
    await setImmediate();
  }
  await lines.write(lineOf({ summary }));
  response.end();
}

export function annotateBatchRoute(services: Services): Router {
  const router = Router();
  router
    .route(BATCH_PATH)
    .post(neverStored, async (request, response) => {
      const type = request.accepts([...BATCH_TYPES]);
      if (type === false) throw new RequestProblem('not-acceptable', `Accept one of ${BATCH_TYPES.join(', ')}.`);
      requireType(request, BATCH_TYPES);
      const defaults = readAs(AnnotateQuerySchema, request.query, 'query');
      const body = bodyOf(request);
      response.type(type).set({ 'X-Accel-Buffering': 'no' });
      try {
        await streamBatch(services, body, response, defaults);
      } catch (error) {
        if (!isBadZip(error) || response.headersSent) {
          // The caller went away or what it sent broke off: an answer cut short says so.
          if (isGone(error) || isBadZip(error)) return void response.destroy();
          throw error;
        }
        throw new RequestProblem('malformed-text', 'The body is not what its Content-Encoding says.');
      }
    })
    .all(refuseMethods('POST'));
  return router;
}
