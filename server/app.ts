/** The HTTP interface and the pages as one Express app. It listens nowhere: `main.ts` and the tests see to that. */
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Detector } from '../src/annotate/detector.ts';
import type { Config } from './config.ts';
import { createMetrics } from './metrics.ts';
import { limitArrival } from './middleware/arrival.ts';
import { compressAnswers } from './middleware/compression.ts';
import { answerErrors, refuseUnknown } from './middleware/errors.ts';
import { limitRate } from './middleware/rate-limit.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security.ts';
import { annotateRoute } from './routes/annotate.ts';
import { annotateBatchRoute } from './routes/annotate-batch.ts';
import { assetRoutes } from './routes/assets.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { lexiconRoutes } from './routes/lexicon.ts';
import { operationRoutes, refuseWhileDraining } from './routes/operations.ts';
import { pageRoutes } from './routes/pages.ts';
import type { Lifecycle, Services } from './services.ts';

export interface AppSetup {
  detector: Detector;
  config: Config;
  logger: Logger;
  /** Set `isDraining` to have new requests refused. */
  lifecycle?: Lifecycle;
}

/** An app over a detector. It keeps nothing of what it is sent. */
export function createApp({ detector, config, logger, lifecycle = { isDraining: false } }: AppSetup): Express {
  const services: Services = { detector, config, logger, lifecycle, metrics: createMetrics(detector.lexicon) };
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.trustProxy);

  app.use(requestLog(logger), services.metrics.timeRequests, limitArrival(config.requestTimeout));
  app.use(securityHeaders(config.publicUrl), compressAnswers);
  app.use(operationRoutes(services));
  app.use(refuseWhileDraining(services));
  app.use(assetRoutes());
  app.use(limitRate(config.rateLimit));
  app.use(annotateRoute(services), annotateBatchRoute(services), lexiconRoutes(services));
  app.use(documentationRoutes(services), pageRoutes(services));
  app.use(refuseUnknown);
  app.use(answerErrors(services));
  return app;
}
