/** Request ids and one JSON line per request. Neither bodies nor queries nor addresses are logged: queries and texts are the caller's own. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** Ids that a caller may give a request with `X-Request-Id`. */
const CALLERS_ID = /^[\w.:-]{1,64}$/;

const QUIET = new Set(['/livez', '/readyz', '/metrics']);

const pathOf = (url: string | undefined) => (url ?? '').replace(/\?.*/s, '');

export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId(request, response) {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && CALLERS_ID.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    autoLogging: { ignore: (request) => QUIET.has(pathOf(request.url)) },
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: pathOf(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
    customLogLevel: (_request, response, error) => {
      if (error !== undefined || response.statusCode >= 500) return 'error';
      return response.statusCode >= 400 ? 'warn' : 'info';
    },
  });
}
