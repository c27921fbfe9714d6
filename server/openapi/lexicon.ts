/** The OpenAPI description of the lexicon as data, and of what whoever runs the server asks. Examples are run by a test. */
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  LensAnswerSchema,
  LexiconAnswerSchema,
  TermSchema,
  TermsAnswerSchema,
  TermsQuerySchema,
} from '../schemas/terms.ts';
import { problems } from './problems.ts';

const idOf = (what: string, example: string) =>
  z.object({ id: z.string().meta({ description: `Id of the ${what}.`, example }) });

const cached = { description: 'The copy that you have is still right: `If-None-Match` fits.' };

const text = (description: string, type = 'text/plain') => ({
  description,
  content: { [type]: { schema: { type: 'string' as const } } },
});

export const lexiconPaths: ZodOpenApiPathsObject = {
  '/v1/terms': {
    get: {
      operationId: 'findTerms',
      tags: ['Lexicon'],
      summary: 'Look terms up',
      description: 'Best first. `Link: rel="next"` and `next` lead to the terms that follow.',
      requestParams: { query: TermsQuerySchema.extend({ q: TermsQuerySchema.shape.q.meta({ example: 'xin zhi' }) }) },
      responses: {
        '200': { description: 'The terms found.', content: { 'application/json': { schema: TermsAnswerSchema } } },
        '304': cached,
        ...problems(406, 422, 429, 500, 503),
      },
    },
  },
  '/v1/terms/{id}': {
    get: {
      operationId: 'getTerm',
      tags: ['Lexicon'],
      summary: 'One entry, whole',
      requestParams: { path: idOf('entry', 'new-quality-productive-forces') },
      responses: {
        '200': { description: 'The entry.', content: { 'application/json': { schema: TermSchema } } },
        '301': { description: 'The id is retired: `Location` is that of its successor.' },
        '304': cached,
        ...problems(404, 406, 410, 429, 500, 503),
      },
    },
  },
  '/v1/lenses/{id}': {
    get: {
      operationId: 'getLens',
      tags: ['Lexicon'],
      summary: 'One lens: a source, its themes and the terms they read',
      requestParams: { path: idOf('lens', 'reex-baogang-2025') },
      responses: {
        '200': { description: 'The lens.', content: { 'application/json': { schema: LensAnswerSchema } } },
        '304': cached,
        ...problems(404, 406, 429, 500, 503),
      },
    },
  },
  '/v1/lexicon': {
    get: {
      operationId: 'getLexicon',
      tags: ['Lexicon'],
      summary: 'Version, digest, licence and size of the loaded lexicon',
      responses: {
        '200': { description: 'The lexicon.', content: { 'application/json': { schema: LexiconAnswerSchema } } },
        '304': cached,
        ...problems(406, 429, 500, 503),
      },
    },
  },
};

export const operationPaths: ZodOpenApiPathsObject = {
  '/livez': {
    get: {
      operationId: 'isAlive',
      tags: ['Operation'],
      summary: 'Whether the process answers',
      responses: { '200': text('It does.') },
    },
  },
  '/readyz': {
    get: {
      operationId: 'isReady',
      tags: ['Operation'],
      summary: 'Whether new requests are welcome',
      responses: { '200': text('They are.'), ...problems(503) },
    },
  },
  '/metrics': {
    get: {
      operationId: 'getMetrics',
      tags: ['Operation'],
      summary: 'Figures for Prometheus',
      responses: { '200': text('The figures.') },
    },
  },
};
