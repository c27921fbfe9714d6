/** Gives the offsets of a result in the encoding that its options ask for. */
import { offsetConverter } from '../text/encoding.ts';
import type { AnnotateResult } from './result.ts';

interface Ranged {
  start?: number;
  end?: number;
}

/** Collects every object of a result whose `start` and `end` lie in the text view. */
function rangesOf(result: AnnotateResult): Ranged[] {
  const found: Ranged[] = [
    ...result.mentions,
    ...result.mentions.flatMap(({ voiceBecause }) => voiceBecause ?? []),
    ...(result.rejected ?? []),
    ...(result.discoveries ?? []),
    ...(result.sets ?? []).flatMap(({ named }) => named),
  ];
  for (const { because } of [...result.mentions, ...(result.rejected ?? [])]) {
    found.push(...because.filter(({ start }) => start !== undefined));
  }
  return found;
}

/** Rewrites UTF-16 offsets in place where another encoding is asked for, walking the text once. Returns the result. */
export function withEncoding(result: AnnotateResult, text: string): AnnotateResult {
  if (result.offsetEncoding === 'utf-16') return result;
  const ranges = rangesOf(result);
  const offsets = [...new Set(ranges.flatMap(({ start = 0, end = 0 }) => [start, end]))].sort((a, b) => a - b);
  const convert = offsetConverter(text, result.offsetEncoding);
  const converted = new Map(offsets.map((offset) => [offset, convert(offset)]));
  for (const range of ranges) {
    range.start = converted.get(range.start ?? 0) ?? 0;
    range.end = converted.get(range.end ?? 0) ?? 0;
  }
  return result;
}
