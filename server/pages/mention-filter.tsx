/** The legend of an annotated text. Its boxes hide marks and cards by style alone, so that they work without a script. */
import type { AnnotateResult, Mention } from '../../src/annotate/result.ts';
import { LAYER_IDS, LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { SUBJECT_IDS } from '../../src/lexicon/subjects.ts';
import { CONFIDENCE_STEPS, confidenceClass, layerClass, SubjectSwatch, subjectClass } from './subject-mark.tsx';

const STEP_TITLES = ['Confidence 0.8 or more', '0.5 to 0.8', 'Under 0.5'];

function countBy(mentions: readonly Mention[], keyOf: (mention: Mention) => string | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    const key = keyOf(mention) ?? '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface BoxProps {
  /** Class of what the box shows; `f-` and it are the id of the box, which the style sheet knows. */
  name: string;
  count: number | undefined;
  children: preact.ComponentChildren;
}

function Box({ name, count, children }: BoxProps) {
  if (count === undefined) return null;
  return (
    <label>
      <input type="checkbox" id={`f-${name}`} checked autocomplete="off" /> {children} <small>{count}</small>
    </label>
  );
}

export function MentionFilter({ result }: { result: AnnotateResult }) {
  const { mentions, terms, statistics } = result;
  const layers = countBy(mentions, ({ term }) => terms?.[term]?.layer);
  const steps = countBy(mentions, ({ confidence }) => confidenceClass(confidence));
  return (
    <fieldset class="filter">
      <legend>Show these mentions</legend>
      {SUBJECT_IDS.map((subject) => (
        <Box name={subjectClass(subject)} count={statistics.bySubject[subject]}>
          <SubjectSwatch subject={subject} />
        </Box>
      ))}
      <hr />
      {LAYER_IDS.map((layer) => (
        <Box name={layerClass(layer)} count={layers.get(layer)}>
          {LAYER_TITLES[layer]}
        </Box>
      ))}
      <hr />
      {CONFIDENCE_STEPS.map((least, step) => (
        <Box name={confidenceClass(least)} count={steps.get(confidenceClass(least))}>
          {STEP_TITLES[step]}
        </Box>
      ))}
    </fieldset>
  );
}
