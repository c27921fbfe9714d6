/** What a caller may ask of {@link annotate}; every option has a default, and a result prints all that were in force. */
import { LAYER_IDS, type LayerId } from '../lexicon/layers.ts';
import { SUBJECT_IDS, type Subject } from '../lexicon/subjects.ts';
import { OFFSET_ENCODINGS, type OffsetEncoding } from '../text/encoding.ts';

export type OverlapPolicy = 'longest' | 'all';

export interface AnnotateOptions {
  /**
   * `longest`: leftmost-longest, disjoint mentions; `all`: every mention, also inside others. Another wording of a form that lies in a longer
   * listed one is a mention under neither.
   */
  overlap?: OverlapPolicy;
  /** Least confidence of a mention, 0 to 1. */
  minConfidence?: number;
  /** Layers to report. */
  layers?: readonly LayerId[];
  /** Subjects to report. */
  subjects?: readonly Subject[];
  /** `used`: the entries behind the mentions come with the result; `none`: they do not. */
  terms?: 'used' | 'none';
  /** Whether to say which candidates were turned down, and why. */
  explain?: boolean;
  /** Whether to look for likely formulations that no entry lists. */
  discover?: boolean;
  offsetEncoding?: OffsetEncoding;
}

/** Results print the same lists, which nobody may change. */
export const DEFAULT_OPTIONS: Required<AnnotateOptions> = {
  overlap: 'longest',
  minConfidence: 0.5,
  layers: Object.freeze<LayerId[]>(['formulation', 'policy']),
  subjects: Object.freeze([...SUBJECT_IDS]),
  terms: 'used',
  explain: false,
  discover: false,
  offsetEncoding: 'utf-16',
};

/** An option that cannot be followed; `option` is its name. */
export class OptionError extends TypeError {
  readonly option: keyof AnnotateOptions;
  constructor(option: keyof AnnotateOptions, message: string) {
    super(`${option}: ${message}`);
    this.name = 'OptionError';
    this.option = option;
  }
}

function oneOf<T extends string>(option: keyof AnnotateOptions, value: T, allowed: readonly T[]): T {
  if (!allowed.includes(value)) throw new OptionError(option, `"${value}" is none of ${allowed.join(', ')}`);
  return value;
}

/**
 * The options in force: defaults, and the caller's over them.
 * @throws {OptionError} for a value outside its range.
 */
export function resolveOptions(options: AnnotateOptions): Required<AnnotateOptions> {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const resolved = { ...DEFAULT_OPTIONS, ...given } as Required<AnnotateOptions>;
  oneOf('overlap', resolved.overlap, ['longest', 'all']);
  oneOf('terms', resolved.terms, ['used', 'none']);
  oneOf('offsetEncoding', resolved.offsetEncoding, OFFSET_ENCODINGS);
  for (const layer of resolved.layers) oneOf('layers', layer, LAYER_IDS);
  for (const subject of resolved.subjects) oneOf('subjects', subject, SUBJECT_IDS);
  if (!(resolved.minConfidence >= 0 && resolved.minConfidence <= 1)) {
    throw new OptionError('minConfidence', `${resolved.minConfidence} is not a number from 0 to 1`);
  }
  return resolved;
}
