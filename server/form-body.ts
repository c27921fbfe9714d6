/** Reads what an HTML form sends: fields and files, urlencoded or multipart. */
import type { Request } from 'express';
import { formatOfPath } from '../src/node/readers.ts';
import { bytesOf, decodeUtf8, requireType } from './body.ts';
import { readBody } from './documents.ts';
import { RequestProblem } from './problems.ts';

/** Most fields and files of one form. */
const MOST_PARTS = 60;

export interface FormFile {
  name: string;
  /** The text view of the file. */
  text: string;
}

export interface FormBody {
  /** Values by name. Line ends are as they were typed: browsers send CRLF. */
  fields: Map<string, string[]>;
  /** Files that hold anything, by the name of their field. */
  files: Map<string, FormFile[]>;
}

async function multipart(request: Request): Promise<Iterable<[string, string | File]>> {
  const headers = { 'Content-Type': request.get('Content-Type') ?? '' };
  try {
    // A copy: the body's own bytes may lie in memory that is shared.
    return (await new Response(Uint8Array.from(bytesOf(request)), { headers }).formData()).entries();
  } catch {
    throw new RequestProblem('malformed-request', 'The form is not well-formed multipart/form-data.');
  }
}

/** What a reader sees of a file: its format is that of its name, text where the name says none. */
async function textOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await readBody(bytes, formatOfPath(file.name) ?? 'text', undefined)).text;
}

/**
 * The form in the body, as `takeBytes` left it.
 * @throws {RequestProblem} for another type of body, a form that is not well-formed, too many parts, or a file that cannot be read.
 */
export async function readForm(request: Request): Promise<FormBody> {
  const { type } = requireType(request, ['application/x-www-form-urlencoded', 'multipart/form-data']);
  const parts =
    type === 'multipart/form-data'
      ? await multipart(request)
      : new URLSearchParams(decodeUtf8(bytesOf(request))).entries();
  const fields: FormBody['fields'] = new Map();
  const files: FormBody['files'] = new Map();
  let count = 0;
  for (const [name, value] of parts) {
    if (++count > MOST_PARTS) throw new RequestProblem('malformed-request', `A form has ${MOST_PARTS} parts at most.`);
    if (typeof value === 'string') {
      fields.set(name, [...(fields.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
    } else if (value.size > 0) {
      files.set(name, [...(files.get(name) ?? []), { name: value.name, text: await textOf(value) }]);
    }
  }
  return { fields, files };
}

/** The fields as a schema takes them: those in `lists` as lists, the others by their last value. */
export function fieldValues({ fields }: FormBody, lists: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, lists.includes(name) ? values : (values.at(-1) ?? '')]),
  );
}
