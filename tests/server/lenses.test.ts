import { afterAll, beforeAll, expect, test } from 'vitest';
import { LensAnswerSchema } from '../../server/schemas/terms.ts';
import { type AppUnderTest, startApp } from './app-under-test.ts';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app[Symbol.asyncDispose]());

test('a lens comes with its source and the terms that each theme reads', async () => {
  const lens = LensAnswerSchema.parse(await (await fetch(`${app.url}/v1/lenses/gazette-2025`)).json());
  expect(lens).toMatchObject({
    id: 'gazette-2025',
    date: { value: '2025', status: 'inferred' },
    source: { id: 'source', title: 'A report' },
    themes: [
      {
        id: 'first',
        claim: 'It claims this.',
        terms: [{ id: 'new-quality-productive-forces', basis: 'passage', url: '/terms/new-quality-productive-forces' }],
      },
    ],
  });
});

test('an unknown lens is not found, another method is refused', async () => {
  expect((await fetch(`${app.url}/v1/lenses/none`)).status).toBe(404);
  expect((await fetch(`${app.url}/v1/lenses/gazette-2025`, { method: 'PUT' })).status).toBe(405);
});
