/** How a subject looks: one class gives its hue and the style of its underline, wherever it stands. */
import { LAYER_IDS, type LayerId } from '../../src/lexicon/layers.ts';
import { SUBJECT_IDS, SUBJECTS, type Subject } from '../../src/lexicon/subjects.ts';

/** Class of a subject: short, since every mention carries it. */
export const subjectClass = (subject: Subject) => `s${SUBJECT_IDS.indexOf(subject)}`;

/** Class of a layer; the usual one has none, so that pages stay small. */
export const layerClass = (layer: LayerId) => `l${LAYER_IDS.indexOf(layer)}`;

/** Least confidences of the steps that a reader can filter by, the highest first. */
export const CONFIDENCE_STEPS = [0.8, 0.5, 0] as const;

/** Class of a confidence: `c0` for the surest. */
export function confidenceClass(confidence: number): string {
  return `c${CONFIDENCE_STEPS.findIndex((least) => confidence >= least)}`;
}

/** Classes of a mark or a card; those of fixed wording of high confidence are left out. */
export function filterClasses(subject: Subject, layer: LayerId, confidence: number): string {
  const rest = [layerClass(layer), confidenceClass(confidence)].filter((name) => name !== 'l0' && name !== 'c0');
  return [subjectClass(subject), ...rest].join(' ');
}

export function SubjectSwatch({ subject }: { subject: Subject }) {
  return <span class={`swatch ${subjectClass(subject)}`}>{SUBJECTS[subject]}</span>;
}
