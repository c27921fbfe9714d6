/**
 * A result as JSON in UTF-8, byte for byte what `JSON.stringify` gives. Entries are most of it, and the same in every result: the JSON of
 * those that results share is kept, at most once for each entry.
 */
import type { AnnotateResult, TermSummary } from '../annotate/result.ts';
import { isShared } from '../annotate/shared.ts';

interface KeptMember {
  id: string;
  json: Uint8Array;
}

const kept = new WeakMap<TermSummary, KeptMember>();
const encoder = new TextEncoder();

const memberJson = (id: string, summary: TermSummary) =>
  encoder.encode(`,${JSON.stringify(id)}:${JSON.stringify(summary)}`);

/** A member of `terms`, with the comma that parts it from the one before. */
function memberOf(id: string, summary: TermSummary): Uint8Array {
  if (!isShared(summary)) return memberJson(id, summary);
  let member = kept.get(summary);
  if (member?.id !== id) {
    member = { id, json: memberJson(id, summary) };
    kept.set(summary, member);
  }
  return member.json;
}

/** What stands between the braces of an object. */
const inside = (value: object) => JSON.stringify(value).slice(1, -1);

/** The pieces of the JSON of a result, in their order. They are kept: read them only. */
export function resultJson(result: AnnotateResult): readonly Uint8Array[] {
  const { terms } = result;
  if (terms === undefined || Object.keys(terms).length === 0) return [encoder.encode(JSON.stringify(result))];
  const members = Object.entries(result);
  const at = members.findIndex(([key]) => key === 'terms');
  const before = inside(Object.fromEntries(members.slice(0, at)));
  const after = inside(Object.fromEntries(members.slice(at + 1)));
  const [first, ...others] = Object.entries(terms).map(([id, summary]) => memberOf(id, summary)) as [Uint8Array];
  return [
    encoder.encode(`{${before}${before === '' ? '' : ','}"terms":{`),
    first.subarray(1),
    ...others,
    encoder.encode(`}${after === '' ? '' : ','}${after}}`),
  ];
}
