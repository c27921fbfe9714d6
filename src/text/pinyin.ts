/** Pinyin in queries and in the lexicon: by syllable, with and without tones. */

export interface Syllable {
  /** Letters without tone; ü as u. */
  plain: string;
  /** 1 to 4; 0 where none is written. */
  tone: number;
}

const TONE_OF_MARK: Record<string, number> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };

/**
 * One syllable of decomposed pinyin: a consonant, vowels with their marks, and n, ng or r unless a vowel follows. That is where the
 * orthography puts the border: what begins with a vowel inside a word has an apostrophe before it.
 */
const MARKED_VOWEL = '[aeiou][\\u0300-\\u030f]*';
const SYLLABLE = new RegExp(
  `(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:${MARKED_VOWEL})+(?:ng(?!${MARKED_VOWEL})|n(?!${MARKED_VOWEL})|r(?!${MARKED_VOWEL}))?[1-5]?`,
  'y',
);

/** What stands between the words of decomposed pinyin. */
const NO_PINYIN = /(?:(?![a-z0-9]|\p{Mn}).)+/su;

function syllableOf(written: string): Syllable {
  let tone = 0;
  let plain = '';
  for (const unit of written) {
    if (unit >= 'a' && unit <= 'z') plain += unit;
    else tone = TONE_OF_MARK[unit] ?? (unit >= '1' && unit <= '4' ? Number(unit) : tone);
  }
  return { plain, tone };
}

/**
 * Splits pinyin, with tone marks, tone digits or neither, spaced or joined. Words that are no pinyin (*5G*) stay whole when
 * `keepOthers` is set.
 * @returns undefined when some word cannot be read as pinyin.
 */
export function syllablesOf(text: string, keepOthers = false): Syllable[] | undefined {
  const decomposed = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/u:/g, 'u')
    .replace(/([ln])v/g, '$1u');
  const syllables: Syllable[] = [];
  for (const word of decomposed.split(NO_PINYIN)) {
    const read = readWord(word);
    if (read !== undefined) syllables.push(...read);
    else if (keepOthers) syllables.push({ plain: word.replace(/[^a-z0-9]/g, ''), tone: 0 });
    else return undefined;
  }
  return syllables;
}

function readWord(word: string): Syllable[] | undefined {
  const syllables: Syllable[] = [];
  for (let at = 0; at < word.length; ) {
    SYLLABLE.lastIndex = at;
    const found = SYLLABLE.exec(word)?.[0];
    if (found === undefined) return undefined;
    syllables.push(syllableOf(found));
    at += found.length;
  }
  return syllables;
}

export const plainOf = (syllables: readonly Syllable[]) => syllables.map(({ plain }) => plain).join('');
export const initialsOf = (syllables: readonly Syllable[]) => syllables.map(({ plain }) => plain[0]).join('');
export const spacedOf = (syllables: readonly Syllable[]) => syllables.map(({ plain }) => plain).join(' ');

/** Whether written tones agree; a syllable without one agrees with all. `from` is the first syllable of `whole` to compare. */
export function tonesAgree(part: readonly Syllable[], whole: readonly Syllable[], from: number): boolean {
  return part.every(({ tone }, i) => tone === 0 || whole[from + i] === undefined || tone === whole[from + i]?.tone);
}
