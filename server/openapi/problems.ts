/** Responses that are problem documents. */
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { PROBLEMS } from '../problems.ts';
import { ProblemSchema } from '../schemas/problem.ts';

/** The responses for some statuses, described by the titles of the problems that have them. */
export function problems(...statuses: number[]): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    statuses.map((status) => {
      const titles = Object.values(PROBLEMS).flatMap(([own, title]) => (own === status ? [title] : []));
      return [
        String(status),
        { description: titles.join(' '), content: { 'application/problem+json': { schema: ProblemSchema } } },
      ];
    }),
  );
}
