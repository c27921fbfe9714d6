/** Which words pass for misspellings of each other. */
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js';

/** Edits that a word of this many letters may hold: none below four letters. Two neighbours swapped are one edit. */
function editsAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/** Insertions, deletions, changes and swaps of neighbours between two words. */
export function editsBetween(a: string, b: string): number {
  return levenshtein.DamerauLevenshteinDistance(a, b, { restricted: true });
}

/** One bit for each letter and digit of a word: a quick look at what two words share. */
export function lettersMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Whether `typed` is `meant` with so few edits that it passes for a slip. First letters of short words are seldom mistyped.
 * The masks are those of {@link lettersMask}, where the caller keeps them.
 */
export function isMisspelling(
  typed: string,
  meant: string,
  typedMask = lettersMask(typed),
  meantMask = lettersMask(meant),
): boolean {
  const allowed = editsAllowed(typed.length);
  if (allowed === 0 || Math.abs(typed.length - meant.length) > allowed) return false;
  if (typed[0] !== meant[0] && typed.length < 6) return false;
  return bitCount(typedMask ^ meantMask) <= 2 * allowed && editsBetween(typed, meant) <= allowed;
}
