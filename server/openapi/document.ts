/** The OpenAPI 3.1 document, made from the schemas that the routes read and write by. */
import { createDocument } from 'zod-openapi';
import { ENGINE_VERSION } from '../../src/version.ts';
import type { Config } from '../config.ts';
import { annotatePaths } from './annotate.ts';
import { lexiconPaths, operationPaths } from './lexicon.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

export function createOpenApi({ publicUrl }: Pick<Config, 'publicUrl'>): OpenApiDocument {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Tifa',
      version: ENGINE_VERSION,
      summary: 'Finds and explains formulations of Chinese Party and industrial-policy language.',
      description:
        'Texts are processed in memory and not stored. Errors are problem documents (RFC 9457). What belongs to the lexicon may be cached: its entity tags change with the lexicon and the engine.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl === '' ? '/' : publicUrl }],
    tags: [
      { name: 'Annotate', description: 'Find formulations in texts.' },
      { name: 'Lexicon', description: 'The entries, as data.' },
      { name: 'Operation', description: 'For whoever runs the server.' },
    ],
    paths: { ...annotatePaths, ...lexiconPaths, ...operationPaths },
  });
}
