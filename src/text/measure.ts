/** How much of each language a text holds. */
import { HAN_BIT, IGNORED_BIT, PACKED_UNITS, WORD_BIT } from './fold.ts';

export type Language = 'en' | 'zh' | 'mixed';

export interface Measure {
  /** Runs of letters and digits that are not Han. */
  words: number;
  /** Han ideographs. */
  han: number;
  /** A text with fewer than one word for ten ideographs is `zh`, with fewer than one ideograph for ten words `en`. */
  language: Language;
}

/** Counts words and ideographs in one pass. */
export function measure(text: string): Measure {
  let words = 0;
  let han = 0;
  let inWord = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = PACKED_UNITS[text.charCodeAt(i)] as number;
    const isWord = (unit >>> WORD_BIT) & 1;
    words += isWord & (inWord ^ 1);
    han += (unit >> HAN_BIT) & 1;
    inWord = (inWord & (unit >> IGNORED_BIT)) | isWord;
  }
  return { words, han, language: languageOf(words, han) };
}

function languageOf(words: number, han: number): Language {
  if (han * 10 <= words) return 'en';
  return words * 10 <= han ? 'zh' : 'mixed';
}
