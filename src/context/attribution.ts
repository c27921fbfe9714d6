/** How a text says that somebody says something, where a sentence has a speaker: 指出 and its like, and what English translations make of them. */
import type { Span } from '../span.ts';
import { fold } from '../text/fold.ts';
import { hashWord, type Tokens } from '../text/tokenize.ts';

const ENGLISH = [
  'said|says|saying|stated|states|stressed|stresses|stressing|emphasised|emphasized|emphasises|emphasizes|emphasising',
  'emphasizing|noted|notes|announced|pointed out|points out|according to|told|claim|claims|claimed|urged|urges|reiterate',
  'reiterates|reiterated|called for|called on|calls for|calls on|boast|boasts|brag|brags|pledged|vowed|praise|praises|praised',
  'hailed|argue|argues|argued|wrote|writes|expressed|remarked|underscored|underlined|highlighted|proposed|required|demanded',
  'in the words of',
].flatMap((line) => line.split('|'));
const CHINESE = '指出|强调|表示|要求|认为|提出|說|说道|指明|宣布|明确|重申|号召|呼吁|称|據|强調|強調';

const ATTRIBUTION = new RegExp(
  `\\b(?:${ENGLISH.join('|')}|as .{1,30} put it)\\b|${CHINESE}|据.{1,12}(?:报道|介绍)`,
  'i',
);

const longestWord = (phrase: string) => phrase.split(' ').reduce((a, b) => (b.length > a.length ? b : a));

/** Hashes of a word, or ideograph, that every such phrase has. */
const TELLING = new Set(
  [
    ...ENGLISH.map(longestWord),
    'put',
    ...Array.from(CHINESE.matchAll(/(?:^|\|)(.)/gu), ([, first = '']) => first),
    '据',
  ].map((word) => hashWord(fold(word))),
);

/** Whether tokens hold a word without which {@link attributionIn} finds nothing. */
export function mayAttribute({ hash, first, count }: Tokens): boolean {
  for (let token = first; token < count; token++) if (TELLING.has(hash[token] as number)) return true;
  return false;
}

/** Where a sentence says that somebody says it, relative to the sentence; undefined where it does not. */
export function attributionIn(sentence: string): Span | undefined {
  const found = ATTRIBUTION.exec(sentence);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}
