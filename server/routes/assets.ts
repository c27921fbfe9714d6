/** Our own files for pages. */
import { Router } from 'express';
import { STYLE } from '../assets/files.ts';
import { refuseMethods } from '../middleware/errors.ts';

export function assetRoutes(): Router {
  const router = Router();
  router
    .route('/assets/style.css')
    .get((_request, response) => {
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type('css').send(STYLE);
    })
    .all(refuseMethods('GET'));
  return router;
}
