/** How much of each language a text holds. */
import { IDEOGRAPH, IGNORED, isHanUnit, UNIT_CLASS, WORD } from './fold.ts';

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
    const unit = text.charCodeAt(i);
    const unitClass = UNIT_CLASS[unit] as number;
    if (unitClass === WORD) {
      words += 1 - inWord;
      inWord = 1;
    } else if (unitClass !== IGNORED) {
      inWord = 0;
      if (unitClass === IDEOGRAPH && isHanUnit(unit)) han++;
    }
  }
  return { words, han, language: languageOf(words, han) };
}

function languageOf(words: number, han: number): Language {
  if (han * 10 <= words) return 'en';
  return words * 10 <= han ? 'zh' : 'mixed';
}
