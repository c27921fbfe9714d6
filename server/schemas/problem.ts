/** The shape of problem documents and of the lines of a batch. */
import { z } from 'zod';
import { AnnotateResultSchema } from './result.ts';

export const ProblemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({ description: 'JSON pointer as a URI fragment, as in `#/layers/0`.' }),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document of RFC 9457.' });

export const BatchLineSchema = z
  .union([
    z.strictObject({ line: z.int().min(1), id: z.string(), status: z.literal(200), result: AnnotateResultSchema }),
    z.strictObject({ line: z.int().min(1), id: z.string().optional(), status: z.int(), problem: ProblemSchema }),
    z.strictObject({
      summary: z.strictObject({
        lines: z.int().min(0),
        annotated: z.int().min(0),
        failed: z.int().min(0),
        mentions: z.int().min(0),
      }),
    }),
  ])
  .meta({ id: 'BatchLine', description: 'One line of the answer: a result, a problem, or at the end the summary.' });
