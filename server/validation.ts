/** Reads what a request says against a schema; faults come back as problems with JSON pointers. */
import type { z } from 'zod';
import { type Fault, RequestProblem } from './problems.ts';

/** JSON pointer of a path as a URI fragment: `#/layers/0`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return `#${steps.map((step) => `/${encodeURIComponent(step)}`).join('')}`;
}

const quoted = (words: readonly unknown[]) => words.map(String).join(', ');

/** One fault for each thing that a caller has to change. Wrong values are not repeated: they may hold the submitted text. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const pointer = pointerTo(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: pointerTo([...issue.path, key.slice(0, 64)]),
        code: 'unknown-member',
        detail: 'No such member is known here: mend its spelling or leave it out.',
      }));
    case 'invalid_value':
      return [
        {
          pointer,
          code: 'unknown-value',
          detail: `Use ${issue.values.length > 1 ? 'one of ' : ''}${quoted(issue.values)}.`,
        },
      ];
    case 'invalid_type':
      return [
        issue.message.endsWith('received undefined')
          ? { pointer, code: 'missing', detail: `Required: ${article(issue.expected)}.` }
          : { pointer, code: 'wrong-type', detail: `Must be ${article(issue.expected)}.` },
      ];
    case 'too_big':
    case 'too_small':
      return [{ pointer, code: 'out-of-range', detail: `${issue.message.replace(/\.$/, '')}.` }];
    default:
      return [{ pointer, code: 'invalid', detail: `${issue.message.replace(/\.$/, '')}.` }];
  }
}

const article = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

/**
 * The value as the schema reads it.
 * @throws {RequestProblem} `invalid-request` with one fault for each thing to change.
 */
export function readAs<T>(schema: z.ZodType<T>, value: unknown, where: 'body' | 'query'): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.flatMap(faultsOf);
  const count = errors.length === 1 ? '1 part' : `${errors.length} parts`;
  throw new RequestProblem('invalid-request', `${count} of the ${where} cannot be accepted; nothing was done.`, {
    errors,
  });
}

/** UTF-16 offset of the first surrogate without its partner; -1 where there is none. */
export function findLoneSurrogate(text: string): number {
  if (text.isWellFormed()) return -1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
    i++;
  }
  return -1;
}

/**
 * Refuses text that no encoding can carry.
 * @throws {RequestProblem} `invalid-request` that points at the member and names the UTF-16 offset.
 */
export function refuseLoneSurrogates(text: string, pointer: string): void {
  const at = findLoneSurrogate(text);
  if (at < 0) return;
  const detail = `Unpaired UTF-16 surrogate at code unit ${at}: it stands for no character. Was the text cut in the middle of one?`;
  throw new RequestProblem('invalid-request', 'The text is not well-formed Unicode; nothing was done.', {
    errors: [{ pointer, code: 'lone-surrogate', detail }],
  });
}
