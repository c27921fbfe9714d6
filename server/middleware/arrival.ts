/**
 * How long a request may take to arrive. A batch is read only as fast as it is annotated, so that its length says nothing: there it is a pause
 * that ends it.
 */
import type { RequestHandler } from 'express';
import { RequestProblem } from '../problems.ts';
import { BATCH_PATH } from '../routes/annotate-batch.ts';

/** Cuts requests that have not arrived after so many seconds with status 408, and batches in which nothing moved for as long. */
export function limitArrival(seconds: number): RequestHandler {
  const milliseconds = seconds * 1000;
  return (request, response, next) => {
    if (request.path === BATCH_PATH) {
      // Nobody listens for it, so that Node ends the connection; the next request on it begins without.
      request.socket.setTimeout(milliseconds);
    } else {
      const timer = setTimeout(() => {
        if (response.headersSent) return request.destroy();
        response.once('finish', () => request.destroy());
        const detail = `A request has ${seconds} seconds to arrive: send it faster, or in parts.`;
        next(new RequestProblem('request-timeout', detail, { headers: { Connection: 'close' } }));
      }, milliseconds);
      const stop = () => clearTimeout(timer);
      request.once('end', stop);
      response.once('close', stop);
    }
    next();
  };
}
