/** `GET /v1/terms`, `/v1/terms/{id}`, `/v1/lenses/{id}`, `/v1/lexicon`: the lexicon as data. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { describeLens, describeLexicon, describeTerm, findEntry } from '../answers/entries.ts';
import { findTerms } from '../answers/lookup.ts';
import { cacheable } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { RequestProblem } from '../problems.ts';
import { TermsQuerySchema } from '../schemas/terms.ts';
import type { Services } from '../services.ts';
import { readAs } from '../validation.ts';

const requireJson: RequestHandler = (request, _response, next) => {
  next(
    request.accepts('application/json') ? undefined : new RequestProblem('not-acceptable', 'Accept application/json.'),
  );
};

function nextPage(request: Request, publicUrl: string, cursor: string): string {
  const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
  query.set('cursor', cursor);
  return `<${publicUrl}/v1/terms?${query}>; rel="next"`;
}

export function lexiconRoutes(services: Services): Router {
  const { lexicon } = services.detector;
  const { publicUrl } = services.config;
  const router = Router();
  const get = (path: string, answer: (request: Request, response: Response) => unknown) => {
    router
      .route(path)
      .get(requireJson, cacheable(services), (request, response) => {
        const body = answer(request, response);
        if (body !== undefined) response.type('application/json').send(JSON.stringify(body));
      })
      .all(refuseMethods('GET'));
  };

  get('/v1/terms', (request, response) => {
    const answer = findTerms(services, readAs(TermsQuerySchema, request.query, 'query'));
    if (answer.next !== null) response.set('Link', nextPage(request, publicUrl, answer.next));
    return answer;
  });
  get('/v1/terms/:id', (request, response) => {
    const place = findEntry(lexicon, String(request.params.id));
    if ('entry' in place) return describeTerm(services, place.entry);
    response.redirect(301, `${publicUrl}/v1/terms/${place.successor}`);
  });
  get('/v1/lenses/:id', (request) => describeLens(services, String(request.params.id)));
  get('/v1/lexicon', () => describeLexicon(services));
  return router;
}
