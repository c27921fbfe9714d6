/** Requests a minute from one address, with the RateLimit headers of the IETF draft. */
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { RequestProblem } from '../problems.ts';

const WINDOW = 60_000;

/** Lets everything pass where `limit` is 0. */
export function limitRate(limit: number): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: WINDOW,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // A proxy that is not trusted may send its header: the connection's own address counts.
    validate: { xForwardedForHeader: false },
    handler(_request, response, next) {
      const seconds = Number(response.getHeader('Retry-After') ?? WINDOW / 1000);
      next(
        new RequestProblem('too-many-requests', `Wait ${seconds} seconds, or send many documents in one batch.`, {
          headers: { 'Retry-After': String(seconds) },
        }),
      );
    },
  });
}
