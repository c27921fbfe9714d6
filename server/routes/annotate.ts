/** `POST /v1/annotate`: one document in, its annotations out, as JSON, HTML, CSV or Web Annotation, or as the document itself with notes. */
import { type Request, type Response, Router } from 'express';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { DEFAULT_NOTES, type NoteOptions } from '../../src/documents/notes.ts';
import type { DocumentFormat } from '../../src/documents/text-view.ts';
import { formatHtmlPage } from '../../src/formats/html-page.ts';
import { formatMentionCsv } from '../../src/formats/mention-csv.ts';
import { resultJson } from '../../src/formats/result-json.ts';
import { toWebAnnotations, WEB_ANNOTATION_TYPE } from '../../src/formats/web-annotation.ts';
import { sha256 } from '../../src/node/digest.ts';
import { type Annotation, annotateContent, plainContent } from '../answers/annotation.ts';
import { bytesOf, decodeDocument, decodeUtf8, mediaTypeOf, parseJson, requireType, takeBytes } from '../body.ts';
import { DOCUMENT_TYPES, documentPool, readBody, sendDocument, withProblems } from '../documents.ts';
import { neverStored } from '../middleware/caching.ts';
import { refuseMethods } from '../middleware/errors.ts';
import { sendPieces } from '../pieces.ts';
import { RequestProblem } from '../problems.ts';
import { AnnotateRequestSchema, DocumentQuerySchema, partsOf } from '../schemas/annotate.ts';
import type { Services } from '../services.ts';
import { readAs, refuseLoneSurrogates } from '../validation.ts';

/** Types of body: a JSON request, or the document itself. */
export const REQUEST_TYPES: readonly string[] = ['application/json', ...Object.keys(DOCUMENT_TYPES)];

interface Format {
  /** What the answer says it is, where that is more than the type that was accepted. */
  contentType?: string;
  /** Made from UTF-16 offsets and the entries: both are seen to. */
  isWhole: boolean;
  write(result: AnnotateResult, text: string): string | readonly Uint8Array[];
}

/** Types of answer, the usual one first. */
const FORMATS: Record<string, Format> = {
  'application/json': { isWhole: false, write: resultJson },
  'text/html': { isWhole: true, write: formatHtmlPage },
  'text/csv': { isWhole: false, write: formatMentionCsv },
  'application/ld+json': {
    contentType: WEB_ANNOTATION_TYPE,
    isWhole: true,
    write: (result, text) => JSON.stringify(toWebAnnotations(result, text)),
  },
};

export const ANSWER_TYPES = Object.keys(FORMATS);

/** What is answered: a type of answer, or the type of the body for the document itself with notes. */
function chooseType(request: Request): string {
  const { type: own } = mediaTypeOf(request);
  const type = request.accepts([...ANSWER_TYPES, ...(own in DOCUMENT_TYPES ? [own] : [])]);
  if (type !== false) return type;
  throw new RequestProblem('not-acceptable', `Accept one of ${ANSWER_TYPES.join(', ')}, or the type of the body.`);
}

/** The options as the format of the answer needs them. */
function fitOptions(
  { options, ...annotation }: Annotation,
  type: string,
  { isWhole }: Pick<Format, 'isWhole'>,
): Annotation {
  if (!isWhole) return { options, ...annotation };
  if ((options.offsetEncoding ?? 'utf-16') === 'utf-16')
    return { options: { ...options, terms: 'used' }, ...annotation };
  throw new RequestProblem('invalid-request', `An answer in ${type} is made from UTF-16 offsets; nothing was done.`, {
    errors: [{ pointer: '#/offsetEncoding', code: 'unfit-value', detail: 'Leave it out, or accept application/json.' }],
  });
}

/** Lets the page that stands for itself keep its own style sheet, and nothing else. */
function allowStyleOf(page: string, response: Response): void {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  response.set(
    'Content-Security-Policy',
    `default-src 'none'; style-src '${sha256(style)}'; base-uri 'none'; frame-ancestors 'none'`,
  );
}

function readJsonRequest(request: Request): Annotation {
  if (Object.keys(request.query).length > 0) {
    throw new RequestProblem('invalid-request', 'Options of a JSON request are members of its body, beside text.', {
      errors: [{ pointer: '#', code: 'options-in-query', detail: 'Leave the query out.' }],
    });
  }
  const { text, ...rest } = readAs(AnnotateRequestSchema, parseJson(decodeUtf8(bytesOf(request))), 'body');
  refuseLoneSurrogates(text, '#/text');
  return { content: plainContent(text), ...partsOf(rest) };
}

interface DocumentRequest extends Annotation {
  notes: NoteOptions;
}

async function readAnnotation(request: Request): Promise<DocumentRequest> {
  const { type, charset } = requireType(request, REQUEST_TYPES);
  if (type === 'application/json') return { ...readJsonRequest(request), notes: DEFAULT_NOTES };
  const { notes = DEFAULT_NOTES.notes, mrk = false, ...query } = readAs(DocumentQuerySchema, request.query, 'query');
  const parts = { ...partsOf(query), notes: { notes, markTerms: mrk } };
  const format = DOCUMENT_TYPES[type] as DocumentFormat;
  const bytes = bytesOf(request);
  const content = format === 'text' ? decodeDocument(bytes, charset) : await readBody(bytes, format, charset);
  return { content: { ...content, bytes }, ...parts };
}

async function answerWith(
  services: Services,
  request: Request,
  response: Response,
  { notes, ...read }: DocumentRequest,
): Promise<void> {
  const type = chooseType(request);
  response.vary('Accept');
  if (type === mediaTypeOf(request).type && type in DOCUMENT_TYPES) {
    const annotation = fitOptions(read, type, { isWhole: true });
    const result = annotateContent(services, annotation);
    const bytes = await withProblems(
      documentPool().write({ ...annotation.content, format: DOCUMENT_TYPES[type] as DocumentFormat }, result, notes),
    );
    sendDocument(response, type, bytes, annotation.content.encoding);
    return;
  }
  const format = FORMATS[type] as Format;
  const annotation = fitOptions(read, type, format);
  const answer = format.write(annotateContent(services, annotation), annotation.content.text);
  response.type(format.contentType ?? type);
  if (typeof answer !== 'string') {
    sendPieces(response, answer);
    return;
  }
  if (type === 'text/html') allowStyleOf(answer, response);
  response.send(answer);
}

export function annotateRoute(services: Services): Router {
  const router = Router();
  router
    .route('/v1/annotate')
    .post(neverStored, takeBytes(services.config.bodyLimit), async (request, response) => {
      // What cannot be answered is refused before anything is read.
      chooseType(request);
      await answerWith(services, request, response, await readAnnotation(request));
    })
    .all(refuseMethods('POST'));
  return router;
}
