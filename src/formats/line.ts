/** One line for each mention, as editors and grep users expect: `path:line:column: term [layer subject rendering confidence] "text"`. */
import type { AnnotateResult, Mention } from '../annotate/result.ts';
import { printable } from './printable.ts';

function describe(mention: Mention, result: AnnotateResult): string {
  const term = result.terms?.[mention.term];
  return [
    ...(term === undefined ? [] : [term.layer, term.subject]),
    mention.rendering,
    mention.confidence.toFixed(2),
  ].join(' ');
}

/**
 * The lines of one document; `path` stands first in each. Rejected candidates, where the result has them, follow as
 * `not <term>`, discoveries as `new`.
 */
export function formatLines(result: AnnotateResult, path: string): string {
  const place = ({ line, column }: { line: number; column: number }) => `${printable(path)}:${line}:${column}`;
  const mentions = result.mentions.map(
    (mention) => `${place(mention)}: ${mention.term} [${describe(mention, result)}] "${printable(mention.text)}"\n`,
  );
  const rejected = (result.rejected ?? []).map(
    (candidate) =>
      `${place(candidate)}: not ${candidate.term} [${candidate.reason}] "${printable(candidate.text)}": ${printable(candidate.detail)}\n`,
  );
  const discoveries = (result.discoveries ?? []).map(
    (one) => `${place(one)}: new [${one.kind} ${one.confidence.toFixed(2)}] "${printable(one.text)}"\n`,
  );
  return [...mentions, ...rejected, ...discoveries].join('');
}
