/** `/openapi.json` and `/docs`. */
import { Router } from 'express';
import { cacheable } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { createOpenApi } from '../openapi/document.ts';
import { documentationPage } from '../pages/documentation-page.tsx';
import type { Services } from '../services.ts';

export function documentationRoutes(services: Services): Router {
  const document = createOpenApi(services.config);
  const json = JSON.stringify(document);
  const page = documentationPage(services, document);
  const router = Router();
  router
    .route('/openapi.json')
    .get(cacheable(services), (_request, response) => void response.type('application/json').send(json))
    .all(refuseMethods('GET'));
  router
    .route('/docs')
    .get(cacheable(services), (_request, response) => void response.type('html').send(page))
    .all(refuseMethods('GET'));
  return router;
}
