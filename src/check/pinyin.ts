/** Whether a pinyin transcription fits its ideographs, syllable by syllable. */
import { pinyin as readingsOf } from 'pinyin-pro';

const isHan = (character: string) => /\p{Script=Han}/u.test(character);

/** Readings that dictionaries of single characters leave out. */
const FURTHER: Record<string, string[]> = { 不: ['bù'], 一: ['yī'], 〇: ['líng'], 两: ['liǎng'], 个: ['gè'] };

/** Characters that stand without a tone as the second of a word: 班子 bānzi, 规矩 guīju. */
const OFTEN_NEUTRAL = new Set('子头们着了过的地得么矩伍识事处情方面上里边个道夫气');

const withoutTone = (syllable: string) =>
  syllable
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');

function syllablesOf(character: string): string[] {
  const known = readingsOf(character, { multiple: true, type: 'array' });
  const all = [...known, ...(FURTHER[character] ?? [])].map((syllable) => syllable.toLowerCase().normalize('NFC'));
  return OFTEN_NEUTRAL.has(character) ? [...all, ...all.map(withoutTone)] : all;
}

/**
 * The first ideograph whose syllable the transcription does not have, or undefined when it fits. Spaces, hyphens, apostrophes and quotation marks
 * are passed over; letters and digits of a mixed term (5G) must stand in both.
 */
export function misfittingIdeograph(hans: string, pinyin: string): string | undefined {
  const letters = pinyin
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const characters = [...hans].filter((character) => /[\p{L}\p{N}]/u.test(character));
  let farthest = 0;
  const fits = (at: number, index: number): boolean => {
    if (index === characters.length) return at === letters.length;
    farthest = Math.max(farthest, index);
    const character = characters[index] as string;
    const options = isHan(character) ? syllablesOf(character) : [character.toLowerCase()];
    return options.some((option) => letters.startsWith(option, at) && fits(at + option.length, index + 1));
  };
  if (fits(0, 0)) return undefined;
  return characters[farthest] ?? characters[0] ?? hans;
}
