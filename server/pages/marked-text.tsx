/** A text with its mentions marked. Joined, what is shown is the text and nothing else, so that it can be copied clean. */
import type { VNode } from 'preact';
import type { AnnotateResult, Mention } from '../../src/annotate/result.ts';
import { type Segment, segmentsOf } from '../../src/formats/segments.ts';

const LANG = { en: 'en', zh: 'zh', mixed: undefined } as const;

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
  const anchor = begun.has(number) ? {} : { id: `m-${number + 1}` };
  begun.add(number);
  return (
    <mark class={`s-${result.terms?.[mention.term]?.subject ?? 'ideology'}`} {...anchor}>
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

function Piece({ segment, result, begun }: { segment: Segment; result: AnnotateResult; begun: Set<number> }) {
  // The innermost mention is the most particular: the link leads to its card, the title names all.
  const innermost = result.mentions[segment.mentions.at(-1) ?? -1];
  if (innermost === undefined) return <>{segment.text}</>;
  const labels = segment.mentions.map((number) => {
    const id = result.mentions[number]?.term ?? '';
    return result.terms?.[id]?.label ?? id;
  });
  return (
    <Mark numbers={segment.mentions} result={result} begun={begun}>
      <a href={`#term-${innermost.term}`} title={labels.join('; ')}>
        {segment.text}
      </a>
    </Mark>
  );
}

/** `text` is the text view that the UTF-16 offsets of `result` index. */
export function MarkedText({ text, result }: { text: string; result: AnnotateResult }) {
  const begun = new Set<number>();
  const lang = LANG[result.document.language];
  return (
    <div class="text" {...(lang === undefined ? {} : { lang })}>
      {segmentsOf(text, result.mentions).map((segment) => (
        <Piece segment={segment} result={result} begun={begun} />
      ))}
    </div>
  );
}
