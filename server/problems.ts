/** RFC 9457 problems: one table of codes, and the error that carries one. */

export const PROBLEMS = {
  'malformed-json': [400, 'The body is not valid JSON.'],
  'malformed-text': [400, 'The body cannot be decoded as text.'],
  'malformed-request': [400, 'The request cannot be read.'],
  'not-found': [404, 'There is nothing at this address.'],
  'method-not-allowed': [405, 'This address does not answer to this method.'],
  'not-acceptable': [406, 'The answer cannot be given in any of the accepted types.'],
  'request-timeout': [408, 'The request did not arrive in time.'],
  gone: [410, 'The entry has been removed.'],
  'body-too-large': [413, 'The body is too large.'],
  'unsupported-media-type': [415, 'The type or encoding of the body is not supported.'],
  'invalid-request': [422, 'The request is not valid.'],
  'unreadable-document': [422, 'The document cannot be read.'],
  'too-many-requests': [429, 'Too many requests have come from this address.'],
  'internal-error': [500, 'The server has failed.'],
  busy: [503, 'The server has too much to do.'],
  unavailable: [503, 'The server is stopping and takes no more requests.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One fault of a request. */
export interface Fault {
  /** JSON pointer (RFC 6901) as a URI fragment: into the body, or into the query read as an object. `#` is the whole. */
  pointer: string;
  code: string;
  detail: string;
}

/** A problem document. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance?: string;
  errors?: Fault[];
}

export interface ProblemExtras {
  errors?: Fault[];
  /** Headers that go with the answer, as in Allow. */
  headers?: Record<string, string>;
}

/** Thrown by whatever cannot answer a request. `detail` says what is wrong and the way out; it never quotes what was sent. */
export class RequestProblem extends Error {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: Fault[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(`${code}: ${detail}`);
    this.name = 'RequestProblem';
    this.code = code;
    this.detail = detail;
    this.errors = extras.errors;
    this.headers = extras.headers ?? {};
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  /** The document; `base` goes before the path of the type, `requestId` names the occurrence. */
  toDocument(base: string, requestId?: string): Problem {
    const [status, title] = PROBLEMS[this.code];
    return {
      type: `${base}/problems/${this.code}`,
      title,
      status,
      detail: this.detail,
      ...(requestId === undefined ? {} : { instance: `${base}/problems/occurrences/${requestId}` }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

/** Whether a word is the code of a problem. */
export function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(PROBLEMS, word);
}
