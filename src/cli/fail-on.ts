/** `--fail-on`: which mentions make the command end with 1. */
import type { AnnotateResult, Mention } from '../annotate/result.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import { UsageError } from './errors.ts';
import { layersOf, oneOf, shareOf, subjectsOf } from './option-values.ts';

type Fits = (mention: Mention, entry: LexiconEntry | undefined) => boolean;

/** Says whether a result holds a mention that fits. */
export type FailOn = (result: AnnotateResult) => boolean;

const KINDS = ['any', 'layer', 'subject', 'term', 'confidence'] as const;

async function conditionOf(typed: string, entryById: ReadonlyMap<string, LexiconEntry>): Promise<Fits> {
  const colon = typed.indexOf(':');
  const kind = await oneOf('--fail-on', colon < 0 ? typed : typed.slice(0, colon), KINDS);
  const value = colon < 0 ? '' : typed.slice(colon + 1);
  if ((kind === 'any') !== colon < 0) {
    throw new UsageError(`--fail-on: write ${kind === 'any' ? 'any' : `${kind}:<value>`}, not "${typed}"`);
  }
  if (kind === 'any') return () => true;
  if (kind === 'confidence') {
    const least = shareOf('--fail-on confidence', value);
    return ({ confidence }) => confidence >= least;
  }
  if (kind === 'layer') {
    const layers = await layersOf([value]);
    return (_, entry) => entry !== undefined && layers.includes(entry.layer);
  }
  if (kind === 'subject') {
    const subjects = await subjectsOf([value]);
    return (_, entry) => entry !== undefined && subjects.includes(entry.subject);
  }
  await oneOf('--fail-on term', value, [...entryById.keys()]);
  return ({ term }) => term === value;
}

/**
 * Reads the conditions: those joined by commas must hold of one mention together, each further option is an alternative.
 * @throws {UsageError}
 */
export async function failOnOf(typed: readonly string[], entries: readonly LexiconEntry[]): Promise<FailOn> {
  // Without a condition no entry is read for it.
  if (typed.length === 0) return () => false;
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  const alternatives: Fits[][] = [];
  for (const option of typed) {
    alternatives.push(await Promise.all(option.split(',').map((part) => conditionOf(part.trim(), entryById))));
  }
  return ({ mentions }) =>
    mentions.some((mention) => {
      const entry = entryById.get(mention.term);
      return alternatives.some((conditions) => conditions.every((fits) => fits(mention, entry)));
    });
}
