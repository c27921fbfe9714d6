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

const encoder = new TextEncoder();

/** Writes results with `indent` spaces for each depth, or on one line where it is 0. */
class ResultWriter {
  private readonly indent: number;
  private readonly kept = new WeakMap<TermSummary, KeptMember>();

  constructor(indent: number) {
    this.indent = indent;
  }

  /** What stands before a member of an object at this depth, after the comma. */
  private lineBreak(depth: number): string {
    return this.indent === 0 ? '' : `\n${' '.repeat(this.indent * depth)}`;
  }

  private member(id: string, json: string): string {
    return `${JSON.stringify(id)}:${this.indent === 0 ? '' : ' '}${json}`;
  }

  /** The members of an object without the braces around them. */
  private membersOf(value: object): string {
    const json = JSON.stringify(value, null, this.indent);
    return json.slice(1 + this.lineBreak(1).length, -1 - this.lineBreak(0).length);
  }

  /** A member of `terms`, with the comma that parts it from the one before. */
  private termJson(id: string, summary: TermSummary): Uint8Array {
    const json = JSON.stringify(summary, null, this.indent).replaceAll('\n', this.lineBreak(2));
    return encoder.encode(`,${this.lineBreak(2)}${this.member(id, json)}`);
  }

  private keptTermJson(id: string, summary: TermSummary): Uint8Array {
    if (!isShared(summary)) return this.termJson(id, summary);
    let member = this.kept.get(summary);
    if (member?.id !== id) {
      member = { id, json: this.termJson(id, summary) };
      this.kept.set(summary, member);
    }
    return member.json;
  }

  pieces(result: AnnotateResult): readonly Uint8Array[] {
    const { terms } = result;
    if (terms === undefined || Object.keys(terms).length === 0) {
      return [encoder.encode(JSON.stringify(result, null, this.indent))];
    }
    const members = Object.entries(result);
    const at = members.findIndex(([key]) => key === 'terms');
    const before = this.membersOf(Object.fromEntries(members.slice(0, at)));
    const after = this.membersOf(Object.fromEntries(members.slice(at + 1)));
    const [first, ...others] = Object.entries(terms).map(([id, summary]) => this.keptTermJson(id, summary));
    const comma = `,${this.lineBreak(1)}`;
    return [
      encoder.encode(`{${this.lineBreak(1)}${before}${before === '' ? '' : comma}${this.member('terms', '{')}`),
      (first as Uint8Array).subarray(1),
      ...others,
      encoder.encode(`${this.lineBreak(1)}}${after === '' ? '' : comma}${after}${this.lineBreak(0)}}`),
    ];
  }
}

const compact = new ResultWriter(0);
const indented = new ResultWriter(2);

/** The pieces of the JSON of a result, in their order, on one line. They are kept: read them only. */
export const resultJson = (result: AnnotateResult) => compact.pieces(result);

/** As {@link resultJson}, indented by two spaces. */
export const indentedResultJson = (result: AnnotateResult) => indented.pieces(result);
