import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the public library has these names and no others', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([
    'DEFAULT_OPTIONS',
    'ENGINE_VERSION',
    'LAYER_TITLES',
    'OptionError',
    'SUBJECTS',
    'createDetector',
    'decodeArtefact',
    'discover',
    'encodeArtefact',
    'summarizeTerm',
  ]);
});

test('the engine has the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect((await import('../src/version.ts')).ENGINE_VERSION).toBe(version);
});
