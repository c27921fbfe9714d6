/** Lookup, page by page. */
import type { z } from 'zod';
import { type FoundTerm, nearestTerms, searchTerms } from '../../src/search/search-terms.ts';
import { RequestProblem } from '../problems.ts';
import type { FoundTermSchema, TermsAnswerSchema, TermsQuery } from '../schemas/terms.ts';
import type { Services } from '../services.ts';

type FoundTermAnswer = z.infer<typeof FoundTermSchema>;
export type TermsAnswer = z.infer<typeof TermsAnswerSchema>;

/** Suggestions where nothing was found. */
const SUGGESTIONS = 5;

/** A cursor holds the offset and a piece of the lexicon's digest: after a change of the lexicon the order may be another. */
export function cursorAt(offset: number, digest: string): string {
  return Buffer.from(`${offset} ${digest.slice(-12)}`).toString('base64url');
}

export function offsetOf(cursor: string | undefined, digest: string): number {
  if (cursor === undefined) return 0;
  const [offset = '', mark] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (/^\d{1,9}$/.test(offset) && mark === digest.slice(-12)) return Number(offset);
  throw new RequestProblem('invalid-request', '1 part of the query cannot be accepted; nothing was done.', {
    errors: [
      {
        pointer: '#/cursor',
        code: 'stale-cursor',
        detail: 'Not a cursor of this lexicon: it may have changed meanwhile. Begin again without one.',
      },
    ],
  });
}

function describeFound({ entry, why }: FoundTerm, publicUrl: string): FoundTermAnswer {
  const { id, label, zh, gloss, subject, layer } = entry;
  return {
    id,
    label,
    ...(zh === undefined ? {} : { zh }),
    gloss,
    subject,
    layer,
    matched: why,
    url: `${publicUrl}/terms/${id}`,
  };
}

/**
 * The terms that answer a query.
 * @throws {RequestProblem} `invalid-request` for a cursor of another lexicon.
 */
export function findTerms({ detector, config }: Services, query: TermsQuery): TermsAnswer {
  const { lexicon } = detector;
  const offset = offsetOf(query.cursor, lexicon.digest);
  const { terms, total } = searchTerms(lexicon, query.q, {
    limit: query.limit,
    offset,
    order: query.order,
    ...(query.number === undefined ? {} : { number: query.number }),
    ...(query.subject === undefined ? {} : { subjects: query.subject }),
    ...(query.layer === undefined ? {} : { layers: query.layer }),
  });
  const after = offset + terms.length;
  const describe = (found: FoundTerm) => describeFound(found, config.publicUrl);
  return {
    terms: terms.map(describe),
    total,
    next: after < total && terms.length > 0 ? cursorAt(after, lexicon.digest) : null,
    ...(total === 0 && query.q !== '' ? { nearest: nearestTerms(lexicon, query.q, SUGGESTIONS).map(describe) } : {}),
  };
}
