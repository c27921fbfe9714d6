/** Values of options: checked, with the nearest valid one named where a value is misspelt. */
import { LAYER_IDS, type LayerId } from '../lexicon/layers.ts';
import { SUBJECT_IDS, type Subject } from '../lexicon/subjects.ts';
import { UsageError } from './errors.ts';

/** The candidate that is spelt most like `typed`, unless none is near. */
export async function nearestSpelling(typed: string, candidates: readonly string[]): Promise<string | undefined> {
  const { default: levenshtein } = await import('natural/lib/natural/distance/levenshtein_distance.js');
  const lower = typed.toLowerCase();
  const [best] = candidates
    .map((candidate) => {
      const edits = levenshtein.DamerauLevenshteinDistance(lower, candidate, { restricted: true });
      return { candidate, edits: lower !== '' && candidate.startsWith(lower) ? 0 : edits };
    })
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= Math.max(2, typed.length / 3) ? best.candidate : undefined;
}

/** ` (Did you mean …?)`, or nothing. */
export async function didYouMean(typed: string, candidates: readonly string[]): Promise<string> {
  const nearest = await nearestSpelling(typed, candidates);
  return nearest === undefined ? '' : ` (Did you mean ${nearest}?)`;
}

/** Allowed values that a message lists; more would bury it. */
const MOST_NAMED = 30;

/**
 * One of the allowed values, in any case.
 * @throws {UsageError}
 */
export async function oneOf<T extends string>(option: string, typed: string, allowed: readonly T[]): Promise<T> {
  const found = allowed.find((value) => value === typed.toLowerCase());
  if (found !== undefined) return found;
  const hint = await didYouMean(typed, allowed);
  const what = allowed.length > MOST_NAMED ? 'is not known' : `is none of ${allowed.join(', ')}`;
  throw new UsageError(`${option}: "${typed}" ${what}${hint}`);
}

/** Values given one by one or with commas. */
const split = (values: readonly string[]) =>
  values.flatMap((value) => value.split(',').map((part) => part.trim())).filter((part) => part !== '');

async function listOf<T extends string>(option: string, typed: readonly string[], allowed: readonly T[]): Promise<T[]> {
  const values = split(typed);
  if (values.length === 0) throw new UsageError(`${option}: give at least one of ${allowed.join(', ')}`);
  const wanted = new Set<T>();
  for (const value of values) wanted.add(await oneOf(option, value, allowed));
  return allowed.filter((value) => wanted.has(value));
}

/**
 * Layers as `--layer` gives them; `all` is every one.
 * @throws {UsageError}
 */
export async function layersOf(typed: readonly string[]): Promise<LayerId[]> {
  const all = ['all', ...LAYER_IDS] as const;
  const layers = await listOf('--layer', typed, all);
  return layers.includes('all') ? [...LAYER_IDS] : layers.filter((layer) => layer !== 'all');
}

/**
 * Subjects as `--subject` gives them.
 * @throws {UsageError}
 */
export function subjectsOf(typed: readonly string[]): Promise<Subject[]> {
  return listOf('--subject', typed, SUBJECT_IDS);
}

/**
 * A number from 0 to 1.
 * @throws {UsageError}
 */
export function shareOf(option: string, typed: string): number {
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  if (!(value >= 0 && value <= 1)) throw new UsageError(`${option}: "${typed}" is not a number from 0 to 1`);
  return value;
}

/**
 * A whole number from `least` to `most`.
 * @throws {UsageError}
 */
export function wholeNumberOf(option: string, typed: string, least: number, most: number): number {
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`${option}: "${typed}" is not a whole number from ${least} to ${most}`);
  }
  return value;
}
