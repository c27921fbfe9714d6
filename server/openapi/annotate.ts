/** The OpenAPI description of annotating. Examples are run by a test. */
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { DOCUMENT_TYPES } from '../documents.ts';
import { AnnotateQuerySchema, AnnotateRequestSchema, DocumentQuerySchema } from '../schemas/annotate.ts';
import { BatchLineSchema } from '../schemas/problem.ts';
import { AnnotateResultSchema } from '../schemas/result.ts';
import { problems } from './problems.ts';

const ENGLISH = 'The group will develop new quality productive forces in the light of local conditions.';
const CHINESE = '公司因地制宜发展新质生产力，全年研发投入增长一成。';

/** Types of documents that are no text to look at. */
const FILE_TYPES = Object.keys(DOCUMENT_TYPES).filter((type) => type.startsWith('application/'));

const batch = [
  JSON.stringify({ id: 'release.en.txt', text: ENGLISH }),
  JSON.stringify({ id: 'release.zh.txt', text: CHINESE, terms: 'none' }),
].join('\n');

export const annotatePaths: ZodOpenApiPathsObject = {
  '/v1/annotate': {
    post: {
      operationId: 'annotate',
      tags: ['Annotate'],
      summary: 'Annotate one document',
      description:
        'Finds the formulations of a document. The body is a JSON request with a text, or the document itself with the options in the query: plain text, Markdown, HTML, DOCX, PDF with a text layer, XLIFF. Accept the type of the body to get the document back with notes. Documents are processed in memory and not stored.',
      requestParams: { query: DocumentQuerySchema },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: AnnotateRequestSchema,
            examples: {
              plain: { summary: 'A sentence, with the usual options', value: { text: ENGLISH } },
              chosen: {
                summary: 'Chinese, with options',
                value: {
                  id: 'release.zh.txt',
                  text: CHINESE,
                  minConfidence: 0.7,
                  layers: ['formulation', 'policy', 'institution'],
                  explain: true,
                  offsetEncoding: 'utf-8',
                  metadata: { company: 'Example Steel' },
                },
              },
            },
          },
          'text/plain': { schema: { type: 'string' }, examples: { plain: { value: ENGLISH } } },
          'text/markdown': { schema: { type: 'string' }, examples: { heading: { value: `# News\n\n${ENGLISH}` } } },
          'text/html': { schema: { type: 'string' }, examples: { page: { value: `<p>${ENGLISH}</p>` } } },
          ...Object.fromEntries(
            FILE_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' }, examples: {} }]),
          ),
        },
      },
      responses: {
        '200': {
          description: 'The annotations, in the type that is accepted; JSON where any is.',
          content: {
            'application/json': { schema: AnnotateResultSchema },
            'text/html': { schema: { type: 'string', description: 'A page of its own with the marked text.' } },
            'text/csv': { schema: { type: 'string', description: 'One row for each mention, with a header.' } },
            'application/ld+json': { schema: { type: 'object', description: 'W3C Web Annotations.' } },
            ...Object.fromEntries(
              FILE_TYPES.map((type) => [
                type,
                { schema: { type: 'string', format: 'binary', description: 'The body of this type, with notes.' } },
              ]),
            ),
          },
        },
        ...problems(400, 406, 408, 413, 415, 422, 429, 500, 503),
      },
    },
  },
  '/v1/annotate/batch': {
    post: {
      operationId: 'annotateBatch',
      tags: ['Annotate'],
      summary: 'Annotate many documents, one per line',
      description:
        'NDJSON in, NDJSON out, in order, each line as soon as it is ready. A line is a request as for `/v1/annotate`; options in the query hold where a line has none. A line that cannot be annotated gets a problem with its status and costs only itself. The last line is a summary: an answer without it was cut short. Each line may be as long as a body.',
      requestParams: { query: AnnotateQuerySchema },
      requestBody: {
        required: true,
        content: {
          'application/x-ndjson': {
            schema: { type: 'string', description: 'Lines, each an AnnotateRequest.' },
            examples: { two: { summary: 'Two documents', value: `${batch}\n` } },
          },
        },
      },
      responses: {
        '200': {
          description: 'Lines, each a BatchLine.',
          content: { 'application/x-ndjson': { schema: BatchLineSchema } },
        },
        ...problems(400, 406, 415, 422, 429, 500, 503),
      },
    },
  },
};
