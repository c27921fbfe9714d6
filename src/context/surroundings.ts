/** The cues and antipattern phrases of one sentence, found once and shared by all candidates in it. */

import { type ScanBuffers, scan } from '../match/scan.ts';
import type { Span } from '../span.ts';
import { sentenceIndexAt, splitSentences } from '../text/sentences.ts';
import { createTokens, type Tokens, tokenEnd, tokenize } from '../text/tokenize.ts';
import { type ReadText, type TokenizedText, tokensBetween } from '../text/tokenized-text.ts';
import { attributionIn, mayAttribute } from './attribution.ts';
import type { CompiledLexicon } from './compiled.ts';
import { type Capitals, countCapitals } from './typography.ts';

const NOWHERE: readonly Span[] = [];

/** Place of a value in an ascending list; where it is not there, one's complement of the place where it would be. */
export function placeOf(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value ? low : ~low;
}

/** One sentence, read for context phrases when it is made, for the rest when it is asked for. */
export class Surroundings {
  readonly sentence: Span;
  /** Context phrases that stand in the sentence (indices into the compiled lexicon's `contextPhrases`), ascending. */
  readonly phrases: number[] = [];
  /** For each of them, where it stands, leftmost first. */
  private readonly occurrences: Span[][] = [];
  private readonly source: TokenizedText;
  private tokens: Tokens | undefined;
  private capitalsRead: Capitals | undefined;
  private attributionRead: Span | undefined | null = null;

  constructor({ contextPatterns }: CompiledLexicon, source: TokenizedText, sentence: Span, buffers: ScanBuffers) {
    this.source = source;
    this.sentence = sentence;
    scan(contextPatterns, source, sentence.start, sentence.end, buffers, (match) => {
      this.add(contextPatterns.patternPayload[match.pattern] as number, match);
    });
  }

  private add(phrase: number, span: Span): void {
    const place = placeOf(this.phrases, phrase);
    if (place >= 0) {
      (this.occurrences[place] as Span[]).push(span);
      return;
    }
    this.phrases.splice(~place, 0, phrase);
    this.occurrences.splice(~place, 0, [span]);
  }

  /** Where a context phrase stands in the sentence, leftmost first. */
  occurrencesOf(phrase: number): readonly Span[] {
    const place = placeOf(this.phrases, phrase);
    return place < 0 ? NOWHERE : (this.occurrences[place] as Span[]);
  }

  /** Its longer words and capitals. */
  capitals(): Capitals {
    this.capitalsRead ??= countCapitals(this.source.text, this.sentence.start, this.sentence.end);
    return this.capitalsRead;
  }

  /** Where a verb of saying stands in it, if one does; in offsets of the text. */
  attribution(): Span | undefined {
    if (this.attributionRead === null) {
      const { start, end } = this.sentence;
      this.attributionRead = mayAttribute(this.tokensRead())
        ? shift(attributionIn(this.source.text.slice(start, end)), start)
        : undefined;
    }
    return this.attributionRead;
  }

  private tokensRead(): Tokens {
    this.tokens ??= tokensOf(this.source, this.sentence);
    return this.tokens;
  }

  /** Number of the token that holds or follows a UTF-16 offset in the sentence; only differences between two of them tell anything. */
  tokenAt(offset: number): number {
    const { end: ends, first, count } = this.tokensRead();
    let low = first;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (tokenEnd(this.source.text, ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The tokens of a sentence: those of the text, or where these are not kept its own. */
function tokensOf({ text, tokens }: TokenizedText, { start, end }: Span): Tokens {
  if (tokens !== undefined) return tokensBetween(tokens, start, end);
  const own = createTokens(end - start);
  tokenize(text, start, end, own);
  return own;
}

function shift(span: Span | undefined, by: number): Span | undefined {
  return span === undefined ? undefined : { start: span.start + by, end: span.end + by };
}

/** Looks up the surroundings of spans of one text; sentences are split when the first is asked for. */
export class SurroundingsIndex {
  private readonly lexicon: CompiledLexicon;
  private readonly source: ReadText;
  private readonly buffers: ScanBuffers;
  private readonly bySentence = new Map<number, Surroundings>();
  private sentences: Span[] | undefined;

  constructor(lexicon: CompiledLexicon, source: ReadText, buffers: ScanBuffers) {
    this.lexicon = lexicon;
    this.source = source;
    this.buffers = buffers;
  }

  /** The sentence that holds the span's first unit, with the context phrases in it. */
  of(span: Span): Surroundings {
    this.sentences ??= splitSentences(this.source.text, this.source.marks);
    const index = sentenceIndexAt(this.sentences, span.start);
    let found = this.bySentence.get(index);
    if (found === undefined) {
      const first = this.sentences[index] as Span;
      // A phrase that runs over what looked like a sentence end takes both sentences with it.
      const sentence = { start: first.start, end: Math.max(first.end, span.end) };
      found = new Surroundings(this.lexicon, this.source, sentence, this.buffers);
      this.bySentence.set(index, found);
    }
    return found;
  }
}
