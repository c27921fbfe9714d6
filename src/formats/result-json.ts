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

type Terms = NonNullable<AnnotateResult['terms']>;

const encoder = new TextEncoder();

/** Items of an array that are written at a time, and characters from which a piece is long: a string of more than 128 KB takes several times as long. */
const SLICE = 16;
const LONG = 1 << 14;

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

  /** A value as it is written at a depth. */
  private json(value: unknown, depth: number): string {
    const json = JSON.stringify(value, null, this.indent);
    return this.indent === 0 ? json : json.replaceAll('\n', this.lineBreak(depth));
  }

  /** The items of an array one level down, without its brackets. */
  private itemsJson(items: readonly unknown[]): string {
    const json = this.json(items, 1);
    return json.slice(1, -1 - this.lineBreak(1).length);
  }

  /** A member of `terms`, with the comma that parts it from the one before. */
  private termJson(id: string, summary: TermSummary): Uint8Array {
    return encoder.encode(`,${this.lineBreak(2)}${this.member(id, this.json(summary, 2))}`);
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
    const pieces: Uint8Array[] = [];
    let text = '{';
    const add = (more: string) => {
      text += more;
      if (text.length < LONG) return;
      pieces.push(encoder.encode(text));
      text = '';
    };
    let comma = '';
    for (const [key, value] of Object.entries(result)) {
      if (value === undefined) continue;
      add(`${comma}${this.lineBreak(1)}${this.member(key, '')}`);
      comma = ',';
      if (Array.isArray(value) && value.length > 0) {
        for (let i = 0; i < value.length; i += SLICE) {
          add(`${i === 0 ? '[' : ','}${this.itemsJson(value.slice(i, i + SLICE))}`);
        }
        add(`${this.lineBreak(1)}]`);
      } else if (key === 'terms' && Object.keys(value).length > 0) {
        const [first, ...others] = Object.entries(value as Terms).map(([id, term]) => this.keptTermJson(id, term));
        pieces.push(encoder.encode(`${text}{`), (first as Uint8Array).subarray(1), ...others);
        text = `${this.lineBreak(1)}}`;
      } else add(this.json(value, 1));
    }
    pieces.push(encoder.encode(`${text}${this.lineBreak(0)}}`));
    return pieces;
  }
}

const compact = new ResultWriter(0);
const indented = new ResultWriter(2);

/** The pieces of the JSON of a result, in their order, on one line. They are kept: read them only. */
export const resultJson = (result: AnnotateResult) => compact.pieces(result);

/** As {@link resultJson}, indented by two spaces. */
export const indentedResultJson = (result: AnnotateResult) => indented.pieces(result);
