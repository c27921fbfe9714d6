import { expect, test } from 'vitest';
import { LexiconAnswerSchema } from '../../server/schemas/terms.ts';
import { ENGINE_VERSION } from '../../src/version.ts';
import { startApp } from './app-under-test.ts';

test('version, digest, licence and counts', async () => {
  await using app = await startApp();
  const lexicon = LexiconAnswerSchema.parse(await (await fetch(`${app.url}/v1/lexicon`)).json());
  expect(lexicon).toMatchObject({
    version: '2026.11.0',
    digest: 'sha256-digestOfTheSmallLexicon=',
    licence: 'CC-BY-4.0',
    engine: { name: 'tifa', version: ENGINE_VERSION },
    entries: 5,
    byLayer: { formulation: 5, analyst: 0 },
    bySubject: { innovation: 1, 'party-building': 3, 'soe-reform': 1, finance: 0 },
    forms: { en: 5, zh: 2 },
    readings: 1,
    sources: 1,
    lenses: [{ id: 'gazette-2025', url: '/lenses/gazette-2025' }],
    retired: 2,
  });
});
