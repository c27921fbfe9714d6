/** Compresses answers for callers that take them so. */
import compression from 'compression';
import type { Request, RequestHandler } from 'express';
import { BATCH_TYPES } from '../routes/annotate-batch.ts';

/** The usual types, and NDJSON, whose lines the batch flushes one by one. */
const compress = compression({
  filter: (request, response) =>
    BATCH_TYPES.some((type) => type === response.getHeader('Content-Type')) || compression.filter(request, response),
});

/** Whether a compressor stands before the answer. */
export const mayCompress = (request: Request) => request.headers['accept-encoding'] !== undefined;

/** A caller that takes nothing compressed has no use for a compressor: it is only told that others get other bytes. */
export const compressAnswers: RequestHandler = (request, response, next) => {
  if (mayCompress(request)) return compress(request, response, next);
  response.vary('Accept-Encoding');
  response.flush = () => undefined;
  next();
};
