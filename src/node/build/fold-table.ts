/**
 * Writes `src/text/fold-data.ts`: how each UTF-16 unit is classed and what it is folded to.
 * Run with `npm run generate:fold`; a test makes it anew and compares.
 */
import { Converter } from 'opencc-js/t2cn';
import { RADICAL_PAIRS } from './radicals.ts';

const SEPARATOR = 0;
const WORD = 1;
const IGNORED = 2;
const IDEOGRAPH = 3;

/** Apostrophes stand inside words (`Party's`); U+0E42 is what a broken conversion makes of one (`Chinaโs`). */
const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ', '＇', '`', '´', '‛', '\u0e42']);

/** A token of its own: 互联网+ is a slogan, 互联网 is not. */
const PLUS_SIGNS = new Set(['+', '＋', '﹢']);

const radicals = new Map(
  Array.from({ length: RADICAL_PAIRS.length / 2 }, (_, i) => [RADICAL_PAIRS[2 * i], RADICAL_PAIRS[2 * i + 1]]),
);
const toMainland = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

function simplifyOnce(ideograph: string): string {
  for (const convert of toMainland) {
    const simplified = convert(ideograph);
    if (simplified !== ideograph && simplified.length === 1) return simplified;
  }
  return ideograph;
}

/** The regions' tables overlap (麼 → 么, 么 → 幺): followed to the end, so that folding what is folded changes nothing. */
function simplify(ideograph: string): string {
  let folded = ideograph;
  for (let next = simplifyOnce(folded), steps = 0; next !== folded && steps < 4; next = simplifyOnce(folded), steps++) {
    folded = next;
  }
  return folded;
}

function foldIdeograph(unit: string): string {
  const unified = radicals.get(unit) ?? unit.normalize('NFKC');
  return unified.length === 1 ? simplify(unified) : unit;
}

const isIdeograph = (unit: string) => /\p{Script=Han}/u.test(unit) && !/[々〻]/u.test(unit);

/** Only Latin letters and digits are unified further than by case: the lexicon has no others. */
function foldLetter(unit: string): string {
  const compatible = unit.normalize('NFKC');
  if (!/^[\p{Script=Latin}\p{Nd}]+$/u.test(compatible))
    return unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit;
  return compatible.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function classify(code: number): { unitClass: number; fold: number; expansion?: string } {
  const unit = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return { unitClass: IDEOGRAPH, fold: code };
  if (APOSTROPHES.has(unit) || /[\p{M}\p{Cf}]/u.test(unit)) return { unitClass: IGNORED, fold: 0 };
  if (PLUS_SIGNS.has(unit)) return { unitClass: IDEOGRAPH, fold: 0x2b };
  if (isIdeograph(unit)) return { unitClass: IDEOGRAPH, fold: foldIdeograph(unit).charCodeAt(0) };
  if (!/[\p{L}\p{N}]/u.test(unit)) return { unitClass: SEPARATOR, fold: 0 };
  const folded = foldLetter(unit);
  if (/^[\p{L}\p{N}]$/u.test(folded)) {
    const isRaised = folded !== unit && /\p{No}/u.test(unit);
    return isRaised ? { unitClass: SEPARATOR, fold: 0 } : { unitClass: WORD, fold: folded.charCodeAt(0) };
  }
  if (/^\p{L}+$/u.test(folded)) return { unitClass: WORD, fold: folded.charCodeAt(0), expansion: folded };
  return { unitClass: /\p{L}/u.test(unit) ? WORD : SEPARATOR, fold: /\p{L}/u.test(unit) ? code : 0 };
}

/** The text of `src/text/fold-data.ts`. */
export function renderFoldData(): string {
  const runs: string[] = [];
  const folds: string[] = [];
  const expansions: string[] = [];
  let runClass = -1;
  let runStart = 0;
  let lastFolded = 0;
  for (let code = 0; code <= 0xffff; code++) {
    const { unitClass, fold, expansion } = classify(code);
    if (unitClass !== runClass) {
      runs.push(`${(code - runStart).toString(36)}${'swih'[unitClass]}`);
      runStart = code;
      runClass = unitClass;
    }
    if (fold !== 0 && fold !== code) {
      folds.push(`${(code - lastFolded).toString(36)},${(fold - code).toString(36)}`);
      lastFolded = code;
    }
    if (expansion !== undefined) expansions.push(`  [0x${code.toString(16)}, '${expansion}'],`);
  }
  return `/** Made by \`npm run generate:fold\` from Unicode ${process.versions.unicode} and OpenCC's character tables; do not edit. */

/** Where each class begins, as base-36 distance from the run before and its letter: separator, word, ignored, ideograph. */
export const CLASS_RUNS =
  '${runs.join(' ')}';

/** Folded units: base-36 distance from the one before, base-36 difference to what it is folded to. */
export const FOLDED_UNITS =
  '${folds.join(' ')}';

/** Units that stand for several letters. */
export const EXPANSIONS: readonly (readonly [number, string])[] = [
${expansions.join('\n')}
];
`;
}

if (import.meta.main) {
  const { writeFileSync } = await import('node:fs');
  writeFileSync(new URL('../../text/fold-data.ts', import.meta.url), renderFoldData());
}
