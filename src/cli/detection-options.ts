/** The options that say what is detected, shared by `annotate` and `explain`. */
import type { Command } from 'commander';
import type { AnnotateOptions } from '../annotate/options.ts';
import { layersOf, oneOf, shareOf, subjectsOf } from './option-values.ts';

/** As they were typed. */
export interface DetectionFlags {
  overlap?: string;
  minConfidence?: string;
  layer?: string[];
  subject?: string[];
}

/** Collects an option that may be given more than once. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Adds the options to a command. */
export function addDetectionOptions(command: Command): Command {
  return command
    .option('--overlap <policy>', 'longest: disjoint mentions; all: also those inside others', 'longest')
    .option('--min-confidence <number>', 'least confidence of a mention, 0 to 1', '0.5')
    .option('--layer <layers>', 'formulation, policy, institution, analyst, all (default: formulation,policy)', collect)
    .option('--subject <subjects>', 'only these subjects, as in rare-earths,innovation', collect);
}

/**
 * The detector's options.
 * @throws {UsageError}
 */
export async function detectionOptions(flags: DetectionFlags): Promise<AnnotateOptions> {
  return {
    overlap: await oneOf('--overlap', flags.overlap ?? 'longest', ['longest', 'all']),
    minConfidence: shareOf('--min-confidence', flags.minConfidence ?? '0.5'),
    ...(flags.layer === undefined ? {} : { layers: await layersOf(flags.layer) }),
    ...(flags.subject === undefined ? {} : { subjects: await subjectsOf(flags.subject) }),
  };
}
