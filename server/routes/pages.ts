/** The pages. They work without JavaScript; `/terms` and `/terms/{id}` also answer with data where that is what is accepted. */
import { type Request, type Response, Router } from 'express';
import { browse } from '../answers/browse.ts';
import { describeLens, describeTerm, findEntry } from '../answers/entries.ts';
import { findTerms } from '../answers/lookup.ts';
import { cacheable } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { aboutPage } from '../pages/about-page.tsx';
import { lensPage } from '../pages/lens-page.tsx';
import { frontPage, termsPage } from '../pages/lookup-page.tsx';
import { problemTypePage } from '../pages/problem-page.tsx';
import { termPage } from '../pages/term-page.tsx';
import { RequestProblem } from '../problems.ts';
import { TermsQuerySchema } from '../schemas/terms.ts';
import type { Services } from '../services.ts';
import { readAs } from '../validation.ts';
import { annotatePageRoutes } from './annotate-pages.ts';

const EVERYTHING = TermsQuerySchema.parse({});

/** A page, or the data behind it where JSON is preferred. */
function sendPage(request: Request, response: Response, page: () => string, data: () => unknown): void {
  const type = request.accepts(['text/html', 'application/json']);
  if (type === 'application/json') response.type(type).send(JSON.stringify(data()));
  else response.type('html').send(page());
}

function glossaryRoutes(services: Services, router: Router): void {
  const { lexicon } = services.detector;
  const { basePath } = services.config;
  const cached = cacheable(services);
  router
    .route('/')
    .get(cached, (_request, response) => {
      response.type('html').send(frontPage(services, browse(services, EVERYTHING)));
    })
    .all(refuseMethods('GET'));
  router
    .route('/terms')
    .get(cached, (request, response) => {
      const query = readAs(TermsQuerySchema, request.query, 'query');
      const answer = findTerms(services, query);
      const page = () => termsPage(services, { query, answer, browse: browse(services, query) });
      sendPage(request, response, page, () => answer);
    })
    .all(refuseMethods('GET'));
  router
    .route('/terms/:id')
    .get(cached, (request, response) => {
      const place = findEntry(lexicon, String(request.params.id));
      if ('successor' in place) return response.redirect(301, `${basePath}/terms/${place.successor}`);
      const term = describeTerm(services, place.entry);
      sendPage(
        request,
        response,
        () => termPage(services, term),
        () => term,
      );
    })
    .all(refuseMethods('GET'));
  router
    .route('/lenses/:id')
    .get(cached, (request, response) => {
      const lens = describeLens(services, String(request.params.id));
      sendPage(
        request,
        response,
        () => lensPage(services, lens),
        () => lens,
      );
    })
    .all(refuseMethods('GET'));
}

export function pageRoutes(services: Services): Router {
  const router = Router();
  glossaryRoutes(services, router);
  router.use(annotatePageRoutes(services));
  router
    .route('/about')
    .get(cacheable(services), (_request, response) => void response.type('html').send(aboutPage(services)))
    .all(refuseMethods('GET'));
  router
    .route('/problems/:code')
    .get(cacheable(services), (request, response) => {
      const page = problemTypePage(services, String(request.params.code));
      if (page === undefined) throw new RequestProblem('not-found', 'No type of problem has this name.');
      response.type('html').send(page);
    })
    .all(refuseMethods('GET'));
  return router;
}
