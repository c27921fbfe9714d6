/** Our own files for pages. */
import { extname } from 'node:path';
import { Router } from 'express';
import { SCRIPT, STYLE } from '../assets/files.ts';
import { refuseMethods } from '../middleware/errors.ts';

export function assetRoutes(): Router {
  const router = Router();
  for (const { route, content } of [STYLE, SCRIPT]) {
    router
      .route(route)
      .get((_request, response) => {
        response.set('Cache-Control', 'public, max-age=31536000, immutable').type(extname(route)).send(content);
      })
      .all(refuseMethods('GET'));
  }
  return router;
}
