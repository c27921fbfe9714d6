/** Compresses answers for callers that take them so. */
import compression from 'compression';
import type { RequestHandler } from 'express';
import { BATCH_TYPES } from '../routes/annotate-batch.ts';

/** The usual types, and NDJSON, whose lines the batch flushes one by one. */
const compress = compression({
  filter: (request, response) =>
    BATCH_TYPES.some((type) => type === response.getHeader('Content-Type')) || compression.filter(request, response),
});

/** A caller that takes nothing compressed has no use for a compressor: it is only told that others get other bytes. */
export const compressAnswers: RequestHandler = (request, response, next) => {
  if (request.headers['accept-encoding'] !== undefined) return compress(request, response, next);
  response.vary('Accept-Encoding');
  response.flush = () => undefined;
  next();
};
