/** How much of each language a text holds. */
import { HAN_BIT, IGNORED_BIT, PACKED_UNITS, WORD_BIT } from './fold.ts';
import type { TokenCounts } from './tokenize.ts';

export type Language = 'en' | 'zh' | 'mixed';

/** Words are runs of letters and digits that are not Han. */
export interface Measure extends TokenCounts {
  /** A text with fewer than one word for ten ideographs is `zh`, with fewer than one ideograph for ten words `en`. */
  language: Language;
}

/** Counts words and ideographs of a text that is not tokenized as a whole: what `tokenize` would count. */
export function countTokens(text: string): TokenCounts {
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
  return { words, han };
}

/** The size of a text that has so many tokens. */
export function measure({ words, han }: TokenCounts): Measure {
  return { words, han, language: languageOf(words, han) };
}

function languageOf(words: number, han: number): Language {
  if (han * 10 <= words) return 'en';
  return words * 10 <= han ? 'zh' : 'mixed';
}
