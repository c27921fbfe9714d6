import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createOpenApi } from '../../server/openapi/document.ts';
import { PROBLEMS } from '../../server/problems.ts';
import { BatchLineSchema } from '../../server/schemas/problem.ts';
import { AnnotateResultSchema } from '../../server/schemas/result.ts';
import { LensAnswerSchema, LexiconAnswerSchema, TermSchema, TermsAnswerSchema } from '../../server/schemas/terms.ts';
import { createDetector } from '../../src/annotate/detector.ts';
import { loadLexicon } from '../../src/node/load-lexicon.ts';
import { type AppUnderTest, startApp } from './app-under-test.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; schema: { example?: string }; example?: string }[];
  requestBody?: { content: Record<string, { examples: Record<string, { value: unknown }> }> };
  responses: Record<string, unknown>;
}

const paths = createOpenApi({ publicUrl: '' }).paths as Record<string, Record<string, Operation>>;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: operation.operationId })),
);

const ANSWERS: Record<string, z.ZodType> = {
  annotate: AnnotateResultSchema,
  findTerms: TermsAnswerSchema,
  getTerm: TermSchema,
  getLens: LensAnswerSchema,
  getLexicon: LexiconAnswerSchema,
};

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp({}, createDetector(loadLexicon()));
});
afterAll(() => app[Symbol.asyncDispose]());

test('the document is served as it is made', async () => {
  const response = await fetch(`${app.url}/openapi.json`);
  const document = (await response.json()) as { openapi: string; servers: unknown; components: { schemas: object } };
  expect(document.openapi).toBe('3.1.0');
  expect(document.servers).toEqual([{ url: '/' }]);
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['AnnotateRequest', 'AnnotateResult', 'BatchLine', 'Mention', 'Problem', 'Reading', 'Term']),
  );
  expect(JSON.stringify(document)).not.toContain('"$ref":"#/definitions');
});

test('servers name PUBLIC_URL', () => {
  expect(createOpenApi({ publicUrl: 'https://tifa.example.org' }).servers).toEqual([
    { url: 'https://tifa.example.org' },
  ]);
});

test('every address of the interface is described, and every problem has a response somewhere', () => {
  expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'post /v1/annotate',
    'post /v1/annotate/batch',
    'get /v1/terms',
    'get /v1/terms/{id}',
    'get /v1/lenses/{id}',
    'get /v1/lexicon',
    'get /livez',
    'get /readyz',
    'get /metrics',
  ]);
  const described = new Set(operations.flatMap(({ operation }) => Object.keys(operation.responses)));
  const statuses = Object.values(PROBLEMS).map(([status]) => String(status));
  expect(statuses.filter((status) => !described.has(status) && status !== '405')).toEqual([]);
});

describe('examples', () => {
  const bodies = operations.flatMap(({ name, path, operation }) =>
    Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { examples }]) =>
      Object.entries(examples).map(([example, { value }]) => ({ name, path, type, example, value })),
    ),
  );

  test('there is one for every type of body', () => {
    expect(new Set(bodies.map(({ name, type }) => `${name} ${type}`)).size).toBe(5);
  });

  test.each(bodies)('$name, $type, $example', async ({ name, path, type, value }) => {
    const body = typeof value === 'string' ? value : JSON.stringify(value);
    const response = await fetch(app.url + path, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(response.status).toBe(200);
    if (name === 'annotate') {
      expect(AnnotateResultSchema.parse(await response.json()).mentions.length).toBeGreaterThan(0);
    } else {
      const lines = (await response.text()).trimEnd().split('\n');
      for (const line of lines) BatchLineSchema.parse(JSON.parse(line));
      expect(lines.at(-1)).toContain('"annotated":2');
    }
  });

  test.each(operations.filter(({ method }) => method === 'get'))('$name', async ({ name, path, operation }) => {
    const exampleOf = (one: { schema: { example?: string }; example?: string }) => one.example ?? one.schema.example;
    const url = new URL(app.url + path);
    for (const parameter of operation.parameters ?? []) {
      const example = exampleOf(parameter);
      if (parameter.in === 'path') url.pathname = decodeURI(url.pathname).replace(`{${parameter.name}}`, example ?? '');
      else if (example !== undefined) url.searchParams.set(parameter.name, example);
    }
    const response = await fetch(url);
    expect(response.status).toBe(200);
    const answer = await response.text();
    const schema = ANSWERS[name];
    if (schema !== undefined) schema.parse(JSON.parse(answer));
    if (name === 'findTerms') expect(answer).toContain('"new-quality-productive-forces"');
  });

  test('every entry and every lens of the lexicon fits its schema', async () => {
    for (const { id } of app.detector.lexicon.entries) {
      TermSchema.parse(await (await fetch(`${app.url}/v1/terms/${id}`)).json());
    }
    for (const { id } of app.detector.lexicon.lenses) {
      LensAnswerSchema.parse(await (await fetch(`${app.url}/v1/lenses/${id}`)).json());
    }
  });
});
