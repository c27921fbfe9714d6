/**
 * How long a request may take to arrive. A batch is read only as fast as it is annotated, so that its length says nothing: there it is a pause
 * that ends it.
 */
import type { RequestHandler } from 'express';
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
        if (response.headersSent) request.destroy();
        else
          response
            .status(408)
            .set('Connection', 'close')
            .end(() => request.destroy());
      }, milliseconds);
      const stop = () => clearTimeout(timer);
      request.once('end', stop);
      response.once('close', stop);
    }
    next();
  };
}
