/** A card for each term of an annotated text. */
import type { AnnotateResult, Because, Mention, TermSummary } from '../../src/annotate/result.ts';
import { count } from '../../src/formats/wording.ts';
import { LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { SUBJECTS } from '../../src/lexicon/subjects.ts';
import { Chinese, Statements, type ThemePlaces } from './statements.tsx';

/** What the codes of evidence mean to a reader. */
const REASONS: Record<string, string> = {
  distinctive: 'ordinary text never says this',
  formulation: 'starting point of a formulation that needs evidence',
  policy: 'starting point of a policy term',
  institution: 'starting point of an institution',
  analyst: 'starting point of a commentator’s word',
  chinese: 'in running Chinese',
  length: 'a long wording',
  misleading: 'a misleading wording',
  inflected: 'inflected',
  reordered: 'words in another order',
  cue: 'the sentence has',
  furtherCue: 'and also',
  quoted: 'in quotation marks',
  capitals: 'capitals',
  neighbour: 'another sure mention in the sentence',
  document: 'the rest of the document',
  partOfName: 'part of a longer name',
  unless: 'speaks against it',
  boundary: 'belongs to another number',
};

function Reason({ because }: { because: Because }) {
  const { code, text, weight } = because;
  return (
    <li>
      {REASONS[code] ?? code}
      {text !== undefined && ` “${text}”`}{' '}
      <span class="weight">{weight > 0 ? `+${weight}` : `−${Math.abs(weight)}`}</span>
    </li>
  );
}

function Occurrence({ mention, number }: { mention: Mention; number: number }) {
  const { line, text, rendering, confidence, because, voice, alternatives } = mention;
  const labels = Object.keys(voice);
  return (
    <li>
      <a href={`#m-${number + 1}`}>line {line}</a>: “{text}”, {rendering}
      {labels.length > 0 && `, ${labels.join(', ')}`}, confidence {confidence.toFixed(2)}
      <ul class="reasons">
        {because.map((one) => (
          <Reason because={one} />
        ))}
        {alternatives?.map(({ term, confidence: other }) => (
          <li>
            could also be <code>{term}</code> ({other.toFixed(2)})
          </li>
        ))}
      </ul>
    </li>
  );
}

interface TermCardProps {
  id: string;
  term: TermSummary;
  /** Numbers of its mentions in the result. */
  numbers: readonly number[];
  result: AnnotateResult;
  base: string;
  places: ThemePlaces;
}

export function TermCard({ id, term, numbers, result, base, places }: TermCardProps) {
  const mentions = numbers.map((number) => ({ number, mention: result.mentions[number] as Mention }));
  const confidences = mentions.map(({ mention }) => mention.confidence);
  const least = Math.min(...confidences).toFixed(2);
  const most = Math.max(...confidences).toFixed(2);
  return (
    <article class="card" id={`term-${id}`}>
      <h3>
        <a href={`${base}/terms/${id}`}>{term.label}</a>
      </h3>
      <Chinese zh={term.zh} />
      <p>{term.gloss}</p>
      <p class="soft">
        <span class={`swatch s-${term.subject}`}>{SUBJECTS[term.subject]}</span> · {LAYER_TITLES[term.layer]}
      </p>
      <p class="places">
        {count(numbers.length, 'mention')}:{' '}
        {mentions.map(({ number, mention }, i) => (
          <>
            {i > 0 && ', '}
            <a href={`#m-${number + 1}`}>line {mention.line}</a>
          </>
        ))}
      </p>
      <Statements term={term} official={mentions[0]?.mention.official} base={base} places={places} level={4} />
      <details>
        <summary>Confidence {least === most ? least : `${least} to ${most}`} and its reasons</summary>
        <ul>
          {mentions.map(({ number, mention }) => (
            <Occurrence mention={mention} number={number} />
          ))}
        </ul>
      </details>
    </article>
  );
}
