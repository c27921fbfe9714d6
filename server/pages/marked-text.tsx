/** A text with its mentions marked. Joined, what is shown is the text and nothing else, so that it can be copied clean. */
import type { VNode } from 'preact';
import type { AnnotateResult, Mention } from '../../src/annotate/result.ts';
import { type Segment, segmentsOf } from '../../src/formats/segments.ts';
import { filterClasses } from './subject-mark.tsx';

const LANG = { en: 'en', zh: 'zh', mixed: undefined } as const;

interface MarkedTextProps {
  /** The text view that the UTF-16 offsets of `result` index. */
  text: string;
  result: AnnotateResult;
  /** Where the mark of a term leads. */
  linkTo(term: string): string;
}

interface MarkProps {
  /** Numbers of the mentions, the outermost first. */
  numbers: readonly number[];
  result: AnnotateResult;
  /** Mentions that have begun before: their anchors stand there. */
  begun: Set<number>;
  children: VNode | string;
}

/** One `mark` in another for mentions that lie on each other. Mentions that cross are cut at each other's borders beforehand. */
function Mark({ numbers, result, begun, children }: MarkProps): VNode {
  const [number = 0, ...inner] = numbers;
  const mention = result.mentions[number] as Mention;
  const { subject = 'ideology', layer = 'formulation' } = result.terms?.[mention.term] ?? {};
  const anchor = begun.has(number) ? {} : { id: `m${number + 1}` };
  begun.add(number);
  return (
    <mark class={filterClasses(subject, layer, mention.confidence)} {...anchor}>
      {inner.length === 0 ? (
        children
      ) : (
        <Mark numbers={inner} result={result} begun={begun}>
          {children}
        </Mark>
      )}
    </mark>
  );
}

interface PieceProps extends Omit<MarkedTextProps, 'text'> {
  segment: Segment;
  begun: Set<number>;
}

function Piece({ segment, result, begun, linkTo }: PieceProps) {
  // The innermost mention is the most particular: the link leads to its card.
  const innermost = result.mentions[segment.mentions.at(-1) ?? -1];
  if (innermost === undefined) return <>{segment.text}</>;
  return (
    <Mark numbers={segment.mentions} result={result} begun={begun}>
      <a href={linkTo(innermost.term)}>{segment.text}</a>
    </Mark>
  );
}

export function MarkedText({ text, result, linkTo }: MarkedTextProps) {
  const begun = new Set<number>();
  const lang = LANG[result.document.language];
  return (
    <div class="text" {...(lang === undefined ? {} : { lang })}>
      {segmentsOf(text, result.mentions).map((segment) => (
        <Piece segment={segment} result={result} begun={begun} linkTo={linkTo} />
      ))}
    </div>
  );
}
