/** Turns whatever went wrong into a problem document, or for a browser into a page. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { OptionError } from '../../src/annotate/options.ts';
import { problemPage } from '../pages/problem-page.tsx';
import { RequestProblem } from '../problems.ts';
import type { Services } from '../services.ts';
import { pointerTo } from '../validation.ts';

/** Errors of Express and its body parsers carry a status and some a type. */
interface HttpError {
  status?: number;
  type?: string;
  limit?: number;
}

function fromHttpError({ status, type, limit }: HttpError): RequestProblem | undefined {
  if (type === 'entity.too.large') {
    return new RequestProblem(
      'body-too-large',
      `The limit is ${limit} bytes: send parts, or a batch with one document per line.`,
    );
  }
  if (type === 'encoding.unsupported') {
    return new RequestProblem(
      'unsupported-media-type',
      'Send the body plain or with Content-Encoding gzip, deflate or br.',
    );
  }
  if (status === undefined || status < 400 || status > 499) return undefined;
  return new RequestProblem(
    'malformed-request',
    'The address, a header or the encoding of the body is not well-formed.',
  );
}

function toProblem(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  if (error instanceof OptionError) {
    const errors = [{ pointer: pointerTo([error.option]), code: 'invalid', detail: 'This option cannot be followed.' }];
    return new RequestProblem('invalid-request', '1 part of the request cannot be accepted; nothing was done.', {
      errors,
    });
  }
  return (
    fromHttpError(error as HttpError) ??
    new RequestProblem('internal-error', 'The fault is ours. Report it with the id in X-Request-Id.')
  );
}

/** The interface speaks problem documents only; pages do so unless a browser asks. */
const wantsPage = (request: Request) =>
  !request.path.startsWith('/v1/') && request.accepts(['application/problem+json', 'text/html']) === 'text/html';

function sendProblem(services: Services, request: Request, response: Response, problem: RequestProblem): void {
  const { config } = services;
  response.removeHeader('ETag');
  response.status(problem.status).set({ 'Cache-Control': 'no-store', ...problem.headers });
  response.vary('Accept');
  const document = problem.toDocument(config.publicUrl, String(request.id));
  if (wantsPage(request)) response.type('html').send(problemPage(services, document));
  else response.type('application/problem+json').send(JSON.stringify(document));
}

/** The last handler of the app. */
export function answerErrors(services: Services): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = toProblem(error);
    // The cause is logged without its message: a parser's message may quote the body.
    if (problem.status >= 500) request.log.error({ stack: stackOf(error) }, problem.code);
    if (response.headersSent) response.destroy();
    else sendProblem(services, request, response, problem);
  };
}

const stackOf = (error: unknown) =>
  error instanceof Error
    ? `${error.name}\n${(error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')}`
    : '';

/** For addresses that nothing answers to. */
export const refuseUnknown: RequestHandler = (_request, _response, next) => {
  next(new RequestProblem('not-found', 'See /docs for the addresses of the interface and /terms for the glossary.'));
};

/** For methods that an address does not answer to; `methods` are those it does. OPTIONS is answered. */
export function refuseMethods(...methods: string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response, next) => {
    if (request.method === 'OPTIONS') response.set('Allow', allow).status(204).end();
    else next(new RequestProblem('method-not-allowed', `Use ${methods.join(' or ')}.`, { headers: { Allow: allow } }));
  };
}
