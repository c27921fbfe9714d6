/** The pages. They work without JavaScript; `/terms` and `/terms/{id}` also answer with data where that is what is accepted. */
import { type Request, type Response, Router } from 'express';
import type { Subject } from '../../src/lexicon/subjects.ts';
import { searchTerms } from '../../src/search/search-terms.ts';
import { annotateContent, plainContent } from '../answers/annotation.ts';
import { describeLens, describeTerm, findEntry } from '../answers/entries.ts';
import { findTerms } from '../answers/lookup.ts';
import { readSamples } from '../answers/samples.ts';
import { bytesOf, decodeUtf8, requireType, takeBytes } from '../body.ts';
import { cacheable, neverStored } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { aboutPage } from '../pages/about-page.tsx';
import { annotatedPage, annotateFormPage } from '../pages/annotate-page.tsx';
import { lensPage } from '../pages/lens-page.tsx';
import { frontPage, termsPage } from '../pages/lookup-page.tsx';
import { problemTypePage } from '../pages/problem-page.tsx';
import { termPage } from '../pages/term-page.tsx';
import { RequestProblem } from '../problems.ts';
import { AnnotateFormSchema, formFields } from '../schemas/annotate-form.ts';
import { type TermsQuery, TermsQuerySchema } from '../schemas/terms.ts';
import type { Services } from '../services.ts';
import { findLoneSurrogate, readAs } from '../validation.ts';

/** How many terms of each subject a query finds, whatever subject it asks for. */
function countSubjects({ detector }: Services, { q, layer }: TermsQuery): Partial<Record<Subject, number>> {
  const { terms } = searchTerms(detector.lexicon, q, layer === undefined ? {} : { layers: layer });
  const counts: Partial<Record<Subject, number>> = {};
  for (const { entry } of terms) counts[entry.subject] = (counts[entry.subject] ?? 0) + 1;
  return counts;
}

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
      response.type('html').send(frontPage(services, countSubjects(services, { q: '', limit: 1 })));
    })
    .all(refuseMethods('GET'));
  router
    .route('/terms')
    .get(cached, (request, response) => {
      const query = readAs(TermsQuerySchema, request.query, 'query');
      const answer = findTerms(services, query);
      const page = () => termsPage(services, { query, answer, counts: countSubjects(services, query) });
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

function annotateRoutes(services: Services, router: Router): void {
  const samples = readSamples();
  const emptyForm = AnnotateFormSchema.parse({ text: '' });
  router
    .route('/annotate')
    .get(cacheable(services), (request, response) => {
      const sample = samples.find(({ id }) => id === request.query.example);
      const form = { ...emptyForm, text: sample?.text ?? '' };
      response.type('html').send(annotateFormPage(services, { form, samples }));
    })
    .post(neverStored, takeBytes(services.config.bodyLimit), (request, response) => {
      requireType(request, ['application/x-www-form-urlencoded']);
      const form = readAs(AnnotateFormSchema, formFields(decodeUtf8(bytesOf(request))), 'body');
      if (form.text.trim() === '' || findLoneSurrogate(form.text) >= 0) {
        const fault = 'There is no text to annotate: paste one into the box.';
        response.status(422).type('html').send(annotateFormPage(services, { form, samples, fault }));
        return;
      }
      const options = { minConfidence: Number(form.minConfidence), layers: form.layer };
      const result = annotateContent(services, { content: plainContent(form.text), options, document: {} });
      response.type('html').send(annotatedPage(services, form.text, result));
    })
    .all(refuseMethods('GET', 'POST'));
}

export function pageRoutes(services: Services): Router {
  const router = Router();
  glossaryRoutes(services, router);
  annotateRoutes(services, router);
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
