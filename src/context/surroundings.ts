/** The cues and antipattern phrases of one sentence, found once and shared by all candidates in it. */

import { type ScanBuffers, scan } from '../match/scan.ts';
import type { Span } from '../span.ts';
import { sentenceIndexAt, splitSentences } from '../text/sentences.ts';
import { createTokens, type Tokens, tokenEnd, tokenize } from '../text/tokenize.ts';
import type { CompiledLexicon } from './compiled.ts';
import { type Capitals, countCapitals } from './typography.ts';
import { attributionIn } from './voice.ts';

export interface Surroundings {
  sentence: Span;
  /** Where a context phrase (index into the compiled lexicon's `contextPhrases`) stands in the sentence, leftmost first. */
  occurrencesOf(phrase: number): readonly Span[];
  /** Its longer words and capitals. */
  capitals(): Capitals;
  /** Where a verb of saying stands in it, if one does; in offsets of the text. */
  attribution(): Span | undefined;
  /** Number of the token that holds or follows a UTF-16 offset, counted from the sentence's start. */
  tokenAt(offset: number): number;
}

function tokenCounter(text: string, sentence: Span, tokens: Tokens): (offset: number) => number {
  tokenize(text, sentence.start, sentence.end, tokens);
  const ends = tokens.end.slice(0, tokens.count);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (tokenEnd(text, ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const NOWHERE: readonly Span[] = [];

function shift(span: Span | undefined, by: number): Span | undefined {
  return span === undefined ? undefined : { start: span.start + by, end: span.end + by };
}

/** Looks up the surroundings of spans of one text; sentences are split when the first is asked for. */
export class SurroundingsIndex {
  private readonly lexicon: CompiledLexicon;
  private readonly text: string;
  private readonly buffers: ScanBuffers;
  private readonly tokens = createTokens(256);
  private readonly bySentence = new Map<number, Surroundings>();
  private sentences: Span[] | undefined;

  constructor(lexicon: CompiledLexicon, text: string, buffers: ScanBuffers) {
    this.lexicon = lexicon;
    this.text = text;
    this.buffers = buffers;
  }

  /** The sentence that holds the span's first unit, with the context phrases in it. */
  of(span: Span): Surroundings {
    this.sentences ??= splitSentences(this.text);
    const index = sentenceIndexAt(this.sentences, span.start);
    let found = this.bySentence.get(index);
    if (found === undefined) {
      const first = this.sentences[index] as Span;
      // A phrase that runs over what looked like a sentence end takes both sentences with it.
      found = this.read({ start: first.start, end: Math.max(first.end, span.end) });
      this.bySentence.set(index, found);
    }
    return found;
  }

  private read(sentence: Span): Surroundings {
    const spansByPhrase = new Map<number, Span[]>();
    const { contextPatterns } = this.lexicon;
    scan(contextPatterns, this.text, sentence.start, sentence.end, this.buffers, ({ start, end, pattern }) => {
      const phrase = contextPatterns.patternPayload[pattern] as number;
      const spans = spansByPhrase.get(phrase);
      if (spans === undefined) spansByPhrase.set(phrase, [{ start, end }]);
      else spans.push({ start, end });
    });
    let count: ((offset: number) => number) | undefined;
    let capitals: Capitals | undefined;
    let attribution: Span | undefined | null = null;
    return {
      sentence,
      occurrencesOf: (phrase) => spansByPhrase.get(phrase) ?? NOWHERE,
      capitals: () => {
        capitals ??= countCapitals(this.text, sentence.start, sentence.end);
        return capitals;
      },
      attribution: () => {
        if (attribution === null)
          attribution = shift(attributionIn(this.text.slice(sentence.start, sentence.end)), sentence.start);
        return attribution;
      },
      tokenAt: (offset) => {
        count ??= tokenCounter(this.text, sentence, this.tokens);
        return count(offset);
      },
    };
  }
}
