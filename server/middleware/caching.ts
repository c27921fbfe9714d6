/** What may be kept and for how long. The lexicon's digest and the engine's version stand for everything that pages are made of. */
import type { RequestHandler } from 'express';
import { sha256 } from '../../src/node/digest.ts';
import { ENGINE_VERSION } from '../../src/version.ts';
import type { Services } from '../services.ts';

/** Weak, since the same page may go out compressed in several ways. */
export function entityTag({ detector, config }: Services, variant = ''): string {
  const digest = sha256(`${detector.lexicon.digest} ${ENGINE_VERSION} ${config.publicUrl} ${variant}`);
  return `W/"${digest.slice('sha256-'.length, 30).replaceAll('/', '_').replaceAll('+', '-')}"`;
}

/** For answers that change with the lexicon or the engine only. Express answers 304 where the caller has the same. */
export function cacheable(services: Services): RequestHandler {
  return (request, response, next) => {
    // Whoever asks past the caches in between has come to the origin: if its copy is right, that is the answer.
    delete request.headers['cache-control'];
    const variant = String(request.accepts(['application/json', 'text/html']));
    response.set({
      ETag: entityTag(services, variant),
      'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
    });
    response.vary('Accept');
    next();
  };
}

/** For answers made from what a caller sent, and for the state of the server. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
