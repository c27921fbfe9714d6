/**
 * The part of the style sheet that follows from the lists of subjects, layers and steps of confidence: how each subject is marked, and what a
 * box of the legend switches off.
 */
import { LAYER_IDS } from '../../src/lexicon/layers.ts';
import { SUBJECT_IDS } from '../../src/lexicon/subjects.ts';

/** Neighbouring subjects differ in hue and in the style of their underline, so that colour is never alone. */
const HUE_STEP = 86;
const LINE_STYLES = ['solid', 'double', 'dashed', 'dotted', 'wavy'];

/** Steps of confidence, see `CONFIDENCE_STEPS` of the pages. */
const STEPS = 3;

function subjectRule(index: number): string {
  return `.s${index}{--hue:${(index * HUE_STEP) % 360};--stroke:${LINE_STYLES[index % LINE_STYLES.length]}}`;
}

/** Selector of a class; the usual layer and step carry none, so they are what carries no other. */
function classSelector(kind: 's' | 'l' | 'c', index: number, count: number): string {
  if (kind === 's' || index > 0) return `.${kind}${index}`;
  const others = Array.from({ length: count - 1 }, (_, i) => `.${kind}${i + 1}`);
  return `:not(${others.join(',')})`;
}

/** Subjects, and marks and cards that lose their look or go when their box is not checked: no script is needed for it. */
export function subjectStyles(): string {
  const kinds = [
    ['s', SUBJECT_IDS.length],
    ['l', LAYER_IDS.length],
    ['c', STEPS],
  ] as const;
  const boxes = kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => [`#f-${kind}${i}:not(:checked)`, classSelector(kind, i, count)] as const),
  );
  const marks = boxes.map(([box, classes]) => `body:has(${box}) mark${classes}>a`);
  const cards = boxes.map(([box, classes]) => `body:has(${box}) .card${classes}`);
  return [
    ...SUBJECT_IDS.map((_, index) => subjectRule(index)),
    `${marks.join(',')}{background:none;text-decoration:none}`,
    `${cards.join(',')}{display:none}`,
  ].join('\n');
}
