/** Our own files for pages. Their addresses carry a digest, so that they may be kept for ever. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { sha256 } from '../../src/node/digest.ts';
import { refuseMethods } from '../middleware/errors.ts';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../assets/${name}`, import.meta.url)));

const STYLE = read('style.css');

/** Address of the style sheet. */
export const STYLE_PATH = `/assets/style.css?v=${sha256(STYLE).slice(7, 19).replaceAll(/[+/]/g, '-')}`;

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
