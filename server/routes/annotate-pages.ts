/** The pages that take a text: `/annotate` and `/compare`. They work without JavaScript, and keep nothing. */
import { type Request, type Response, Router } from 'express';
import type { AnnotateOptions } from '../../src/annotate/options.ts';
import { annotateContent, plainContent } from '../answers/annotation.ts';
import { DOWNLOAD_FORMATS, downloadName } from '../answers/formats.ts';
import { readSamples } from '../answers/samples.ts';
import { takeBytes } from '../body.ts';
import { type FormBody, fieldValues, readForm } from '../form-body.ts';
import { cacheable, neverStored } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { annotateFormPage } from '../pages/annotate-form.tsx';
import { annotatedPage } from '../pages/annotate-page.tsx';
import { comparedPage, compareFormPage } from '../pages/compare-page.tsx';
import { RequestProblem } from '../problems.ts';
import { AnnotateFormSchema } from '../schemas/annotate-form.ts';
import { CompareFormSchema, textsOf } from '../schemas/compare-form.ts';
import type { Services } from '../services.ts';
import { findLoneSurrogate, readAs } from '../validation.ts';

const NO_TEXT = 'There is no text to annotate: paste one into the box, or choose a file.';

/** Codes of what can be wrong with a file. */
const FILE_FAULTS = new Set<string>(['malformed-text', 'unreadable-document', 'body-too-large', 'busy']);

const isEmpty = (text: string) => text.trim() === '' || findLoneSurrogate(text) >= 0;

/** A form, or what is wrong with a file in it, so that the page can say so and keep the rest. */
async function readFormOrFault(request: Request): Promise<FormBody | { fault: string }> {
  try {
    return await readForm(request);
  } catch (error) {
    if (!(error instanceof RequestProblem) || !FILE_FAULTS.has(error.code)) throw error;
    return { fault: `The file could not be read. ${error.detail} Choose another, or paste its text into the box.` };
  }
}

function annotate(services: Services, text: string, options: AnnotateOptions = {}) {
  return annotateContent(services, { content: plainContent(text), options, document: {} });
}

function annotateRoutes(services: Services, router: Router): void {
  const samples = readSamples();
  const emptyForm = AnnotateFormSchema.parse({});
  const answer = async (request: Request, response: Response) => {
    const body = await readFormOrFault(request);
    if ('fault' in body) {
      response
        .status(422)
        .type('html')
        .send(annotateFormPage(services, { form: emptyForm, samples, fault: body.fault }));
      return;
    }
    const fields = readAs(AnnotateFormSchema, fieldValues(body, ['layer']), 'body');
    const file = body.files.get('file')?.[0];
    const form = file === undefined ? fields : { ...fields, text: file.text, name: file.name };
    if (isEmpty(form.text)) {
      response
        .status(422)
        .type('html')
        .send(annotateFormPage(services, { form, samples, fault: NO_TEXT }));
      return;
    }
    const result = annotate(services, form.text, {
      minConfidence: Number(form.minConfidence),
      layers: form.layer,
      discover: true,
    });
    if (form.as === undefined) {
      response.type('html').send(annotatedPage(services, { form, text: form.text, result }));
      return;
    }
    const format = DOWNLOAD_FORMATS[form.as];
    response.attachment(downloadName(form.name, format)).type(format.contentType).send(format.write(result, form.text));
  };
  router
    .route('/annotate')
    .get(cacheable(services), (request, response) => {
      const sample = samples.find(({ id }) => id === request.query.example);
      const form = { ...emptyForm, text: sample?.text ?? '' };
      response.type('html').send(annotateFormPage(services, { form, samples }));
    })
    .post(neverStored, takeBytes(services.config.bodyLimit), answer)
    .all(refuseMethods('GET', 'POST'));
}

/**
 * The fields of the form with the texts of its files. The text of an annotated page becomes the first; its options are those of all. Empty
 * further texts are left out.
 */
function compareFields(body: FormBody): Record<string, unknown> {
  const { text, name, minConfidence: _, layer: __, ...fields } = fieldValues(body, ['more', 'nameMore']);
  const [fileA] = body.files.get('fileA') ?? [];
  const [fileB] = body.files.get('fileB') ?? [];
  const further = body.files.get('fileMore') ?? [];
  const texts = (body.fields.get('more') ?? []).map((more, i) => ({
    text: more,
    name: body.fields.get('nameMore')?.[i] ?? '',
  }));
  const more = [...texts, ...further].filter((one) => !isEmpty(one.text));
  return {
    ...(text === undefined ? {} : { a: text, ...(name === undefined ? {} : { nameA: name }) }),
    ...fields,
    ...(fileA === undefined ? {} : { a: fileA.text, nameA: fileA.name }),
    ...(fileB === undefined ? {} : { b: fileB.text, nameB: fileB.name }),
    more: more.map((one) => one.text),
    nameMore: more.map((one) => one.name),
  };
}

function compareRoutes(services: Services, router: Router): void {
  const emptyForm = CompareFormSchema.parse({});
  const answer = async (request: Request, response: Response) => {
    const body = await readFormOrFault(request);
    if ('fault' in body) {
      response
        .status(422)
        .type('html')
        .send(compareFormPage(services, emptyForm, body.fault));
      return;
    }
    const form = readAs(CompareFormSchema, compareFields(body), 'body');
    if (isEmpty(form.a) || isEmpty(form.b)) {
      // Whoever comes from an annotated text has only one so far, which is no fault.
      if (body.fields.has('text')) response.type('html').send(compareFormPage(services, form));
      else
        response
          .status(422)
          .type('html')
          .send(compareFormPage(services, form, 'Two texts are needed.'));
      return;
    }
    const results = textsOf(form).map(({ text }) => annotate(services, text));
    response.type('html').send(comparedPage(services, { form, results }));
  };
  router
    .route('/compare')
    .get(cacheable(services), (_request, response) => {
      response.type('html').send(compareFormPage(services, emptyForm));
    })
    .post(neverStored, takeBytes(services.config.bodyLimit), answer)
    .all(refuseMethods('GET', 'POST'));
}

export function annotatePageRoutes(services: Services): Router {
  const router = Router();
  annotateRoutes(services, router);
  compareRoutes(services, router);
  return router;
}
