/** `/livez`, `/readyz`, `/metrics`: for whoever runs the server. No rate limit, no request log. */
import { type RequestHandler, Router } from 'express';
import { neverStored } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { RequestProblem } from '../problems.ts';
import type { Services } from '../services.ts';

/** Refuses new work while the server stops; running requests go on. */
export function refuseWhileDraining({ lifecycle }: Services): RequestHandler {
  return (_request, response, next) => {
    if (!lifecycle.isDraining) return next();
    response.set('Connection', 'close');
    next(
      new RequestProblem('unavailable', 'Try again in a moment: another instance may answer.', {
        headers: { 'Retry-After': '5' },
      }),
    );
  };
}

export function operationRoutes(services: Services): Router {
  const { metrics } = services;
  const router = Router();
  router
    .route('/livez')
    .get(neverStored, (_request, response) => void response.type('text/plain').send('ok\n'))
    .all(refuseMethods('GET'));
  router
    .route('/readyz')
    .get(
      neverStored,
      refuseWhileDraining(services),
      (_request, response) => void response.type('text/plain').send('ready\n'),
    )
    .all(refuseMethods('GET'));
  router
    .route('/metrics')
    .get(neverStored, async (_request, response) => {
      response.set('Content-Type', metrics.registry.contentType).send(await metrics.registry.metrics());
    })
    .all(refuseMethods('GET'));
  return router;
}
