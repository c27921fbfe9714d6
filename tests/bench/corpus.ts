/** Texts in the manner of press releases, written anew sentence by sentence from a fixed seed; no paragraph repeats. */
import { createRandom, type Random } from './random.ts';
import { chineseWords, type EnglishWords, englishWords } from './vocabulary.ts';

/** Phrases set into the texts; the real lexicon's, so that its entries are found as well. */
export const ENGLISH_PHRASES = [
  'new quality productive forces',
  'four beams and eight pillars',
  'two rare earth bases',
  'strong fortress Party branches',
  'two consistencies',
  'Party leadership',
  'world-class enterprise',
  'supply chain finance',
  'intelligent manufacturing',
  'political loyalty',
  'resource security',
  'innovation-driven development',
];
export const CHINESE_PHRASES = [
  '新质生产力',
  '四梁八柱',
  '两个稀土基地',
  '坚强战斗堡垒',
  '两个一以贯之',
  '党的领导',
  '世界一流企业',
  '供应链金融',
  '智能制造',
  '政治忠诚',
  '资源安全',
  '创新驱动发展',
];

export interface Corpus {
  name: string;
  documents: string[];
  /** Size in UTF-8. */
  bytes: number;
  /** Phrases that were set in, at most one in a sentence. */
  injected: number;
}

function vary(phrase: string, random: Random): string {
  const choice = random.next();
  if (choice < 0.6) return phrase;
  if (choice < 0.8) return phrase.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase());
  if (choice < 0.9) return `“${phrase}”`;
  return phrase.replace(' ', choice < 0.95 ? '\n' : '  ');
}

function nounPhrase(words: EnglishWords, random: Random): string {
  const noun = random.next() < 0.6 ? random.pickByRank(words.noun) : random.pickByRank(words.plural);
  return random.next() < 0.5 ? `${random.pickByRank(words.adjective)} ${noun}` : noun;
}

function clause(words: EnglishWords, random: Random): string {
  const subject = random.next() < 0.2 ? random.pickByRank(words.name) : `the ${nounPhrase(words, random)}`;
  const object = nounPhrase(words, random);
  switch (random.integer(5)) {
    case 0:
      return `${subject} ${random.pickByRank(words.past)} the ${object} in ${1990 + random.integer(36)}`;
    case 1:
      return `${subject} ${random.pickByRank(words.past)} ${random.integer(900)} ${random.pickByRank(words.plural)} of ${object}`;
    case 2:
      return `${subject} will ${random.pickByRank(words.infinitive)} and ${random.pickByRank(words.infinitive)} its ${object}`;
    case 3:
      return `by ${random.pickByRank(words.gerund)} the ${object}, ${subject} ${random.pickByRank(words.past)} it`;
    default:
      return `${subject} has ${random.pickByRank(words.past)} a ${object} for the ${nounPhrase(words, random)}`;
  }
}

const capitalised = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

function englishSentence(words: EnglishWords, random: Random, phrase: string | undefined): string {
  const first = clause(words, random);
  const second = random.next() < 0.5 ? `, while ${clause(words, random)}` : '';
  const inserted = phrase === undefined ? '' : ` with ${vary(phrase, random)} and ${nounPhrase(words, random)}`;
  return `${capitalised(first)}${inserted}${second}.`;
}

function chineseSentence(words: string[], random: Random, phrase: string | undefined): string {
  const piece = () => Array.from({ length: 3 + random.integer(5) }, () => random.pickByRank(words)).join('');
  const middle =
    phrase === undefined ? '' : `${random.next() < 0.3 ? `“${phrase}”` : phrase}${random.pickByRank(words)}，`;
  return `${piece()}，${middle}${piece()}。`;
}

/** How often a phrase is set into a sentence: about 0, 6 and 30 in a thousand words. */
export const DENSITIES = { none: 0, sparse: 0.12, dense: 0.6 } as const;
export type Density = keyof typeof DENSITIES;

function build(
  name: string,
  bytes: number,
  seed: number,
  sentence: (random: Random) => { text: string; isInjected: boolean },
): Corpus {
  const random = createRandom(seed);
  const documents: string[] = [];
  let written = 0;
  let injected = 0;
  while (written < bytes) {
    const paragraphs: string[] = [];
    const length = 3 + random.integer(6);
    for (let p = 0; p < length; p++) {
      const sentences = Array.from({ length: 3 + random.integer(4) }, () => {
        const { text, isInjected } = sentence(random);
        if (isInjected) injected++;
        return text;
      });
      paragraphs.push(sentences.join(name.startsWith('zh') ? '' : ' '));
    }
    const document = paragraphs.join('\n\n');
    written += Buffer.byteLength(document);
    documents.push(document);
  }
  return { name, documents, bytes: written, injected };
}

export function englishCorpus(bytes: number, density: Density): Corpus {
  const words = englishWords();
  return build(`en ${density}`, bytes, 20261124, (random) => {
    const phrase = random.next() < DENSITIES[density] ? random.pick(ENGLISH_PHRASES) : undefined;
    return { text: englishSentence(words, random, phrase), isInjected: phrase !== undefined };
  });
}

export function chineseCorpus(bytes: number, density: Density): Corpus {
  const { words } = chineseWords();
  return build(`zh ${density}`, bytes, 20261125, (random) => {
    const phrase = random.next() < DENSITIES[density] ? random.pick(CHINESE_PHRASES) : undefined;
    return { text: chineseSentence(words, random, phrase), isInjected: phrase !== undefined };
  });
}

export function mixedCorpus(bytes: number, density: Density): Corpus {
  const english = englishWords();
  const { words } = chineseWords();
  return build(`mixed ${density}`, bytes, 20261126, (random) => {
    const isChinese = random.next() < 0.5;
    const wanted = random.next() < DENSITIES[density];
    const phrase = wanted ? random.pick(isChinese ? CHINESE_PHRASES : ENGLISH_PHRASES) : undefined;
    const text = isChinese ? chineseSentence(words, random, phrase) : englishSentence(english, random, phrase);
    return { text, isInjected: wanted };
  });
}

/** `count` forms: the phrases of the corpora, then combinations of two to four words. */
export function englishForms(count: number): string[] {
  const words = englishWords();
  const random = createRandom(4);
  const forms = new Set(ENGLISH_PHRASES);
  while (forms.size < count) {
    const head = random.pickByRank(words.noun);
    const before = Array.from({ length: 1 + random.integer(3) }, () =>
      random.next() < 0.5 ? random.pickByRank(words.adjective) : random.pickByRank(words.noun),
    );
    forms.add([...before, head].join(' '));
  }
  return [...forms].slice(0, count);
}

export function chineseForms(count: number): string[] {
  const { words, phrases } = chineseWords();
  const random = createRandom(5);
  const forms = new Set([...CHINESE_PHRASES, ...phrases.slice(0, count >> 1)]);
  while (forms.size < count) forms.add(random.pickByRank(words) + random.pickByRank(words) + random.pickByRank(words));
  return [...forms].slice(0, count);
}
