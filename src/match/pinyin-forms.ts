/** How English prose writes a Chinese term in pinyin: without tones, its syllables joined to words or not. */
import { plainOf, type Syllable, syllablesOf } from '../text/pinyin.ts';

/** Syllables up to which every way to join them is written out; longer terms are joined by the words of their transcription. */
const MOST_FREE_SYLLABLES = 5;
/** Words of a transcription up to which every way to join them is written out. */
const MOST_FREE_WORDS = 5;
/** Syllables from which pinyin is told from an English word. */
const FEWEST_SYLLABLES = 2;

/** Every way to join neighbours: `xin zhi` and `xinzhi`. */
function joinings(parts: readonly string[]): string[] {
  let written = [parts[0] as string];
  for (const part of parts.slice(1)) written = written.flatMap((left) => [`${left} ${part}`, left + part]);
  return written;
}

/**
 * The spellings of a transcription without its tones: `xīn zhì shēngchǎnlì` gives xin zhi shengchanli, xinzhi shengchanli and the other
 * joinings. Empty for what is too short to tell from English, or no pinyin.
 */
export function romanisationsOf(transcription: string): string[] {
  const words = transcription.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((word) => word !== '');
  const read: Syllable[][] = [];
  for (const word of words) {
    const syllables = syllablesOf(word, true);
    if (syllables === undefined || syllables.length === 0) return [];
    read.push(syllables);
  }
  const syllables = read.flat().map(({ plain }) => plain);
  if (syllables.length < FEWEST_SYLLABLES || syllables.some((syllable) => syllable === '')) return [];
  if (syllables.length <= MOST_FREE_SYLLABLES) return [...new Set(joinings(syllables))];
  const plainWords = read.map(plainOf);
  const byWord = plainWords.length <= MOST_FREE_WORDS ? joinings(plainWords) : [plainWords.join(' ')];
  return [...new Set([...byWord, syllables.join(' ')])];
}
