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

/** One sentence: the context phrases in it, and what else is asked for. */
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

  constructor(source: TokenizedText, sentence: Span) {
    this.source = source;
    this.sentence = sentence;
  }

  /** Adds a place where a context phrase stands; leftmost first. */
  add(phrase: number, span: Span): void {
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

/** The surroundings of spans of one text. */
export class SurroundingsIndex {
  private readonly lexicon: CompiledLexicon;
  private readonly source: ReadText;
  private readonly buffers: ScanBuffers;
  private readonly bySentence = new Map<number, Surroundings>();
  private sentencesRead: Span[] | undefined;

  constructor(lexicon: CompiledLexicon, source: ReadText, buffers: ScanBuffers) {
    this.lexicon = lexicon;
    this.source = source;
    this.buffers = buffers;
  }

  /** The surroundings of each span; they ascend by where they begin. Sentences that follow each other are searched at once. */
  ofAll(spans: readonly Span[]): Surroundings[] {
    let run: Surroundings[] = [];
    const found = spans.map((span) => {
      const index = this.sentenceIndexOf(span);
      const known = this.bySentence.get(index);
      if (known !== undefined) return known;
      const made = this.make(index, span);
      if (run.at(-1)?.sentence.end !== made.sentence.start) {
        this.search(run);
        run = [];
      }
      run.push(made);
      return made;
    });
    this.search(run);
    return found;
  }

  private get sentences(): Span[] {
    this.sentencesRead ??= splitSentences(this.source.text, this.source.marks);
    return this.sentencesRead;
  }

  /** Number of the sentence that holds a span's first unit. */
  private sentenceIndexOf({ start }: Span): number {
    return sentenceIndexAt(this.sentences, start);
  }

  private make(index: number, span: Span): Surroundings {
    const { start, end } = this.sentences[index] as Span;
    // A phrase that runs over what looked like a sentence end takes both sentences with it.
    const made = new Surroundings(this.source, { start, end: Math.max(end, span.end) });
    this.bySentence.set(index, made);
    return made;
  }

  /** Finds the context phrases of sentences that follow each other. */
  private search(run: readonly Surroundings[]): void {
    const last = run.at(-1);
    if (last === undefined) return;
    const { contextPatterns } = this.lexicon;
    let current = 0;
    scan(
      contextPatterns,
      this.source,
      (run[0] as Surroundings).sentence.start,
      last.sentence.end,
      this.buffers,
      (match) => {
        while (match.start >= (run[current] as Surroundings).sentence.end) current++;
        const one = run[current] as Surroundings;
        if (match.end <= one.sentence.end) one.add(contextPatterns.patternPayload[match.pattern] as number, match);
      },
    );
  }
}
