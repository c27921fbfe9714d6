/** Our own files for pages. */
import { extname } from 'node:path';
import { Router } from 'express';
import { ASSETS } from '../assets/files.ts';
import { refuseMethods } from '../middleware/errors.ts';

/** An address with the digest never changes what it names; one without, as scripts import each other, may with the next version. */
const cacheControl = (hasDigest: boolean) =>
  hasDigest ? 'public, max-age=31536000, immutable' : 'public, max-age=300';

export function assetRoutes(): Router {
  const router = Router();
  for (const { route, content } of ASSETS) {
    router
      .route(route)
      .get((request, response) => {
        response.set('Cache-Control', cacheControl(request.query.v !== undefined));
        response.type(extname(route)).send(content);
      })
      .all(refuseMethods('GET'));
  }
  return router;
}
