/** Judged candidates as a result reports them: mentions and what was turned down. */
import type { CompiledForm, CompiledLexicon } from '../context/compiled.ts';
import { Headings } from '../context/headings.ts';
import type { Judged } from '../context/judge.ts';
import { voiceOf } from '../context/voice.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Span } from '../span.ts';
import type { LineIndex } from '../text/lines.ts';
import type { AnnotateOptions } from './options.ts';
import { rejectionOf } from './rejections.ts';
import type { Chosen } from './resolve-overlaps.ts';
import type { Because, Mention, Rejected, SourceRange } from './result.ts';

/** UTF-16 units of context that a mention shows to either side. */
const CONTEXT = 32;
/** Readings of one span whose confidence differs by no more than this are shown as alternatives. */
const TIE = 0.2;

const round = (value: number) => Math.round(value * 1000) / 1000;

function contextOf(text: string, start: number, end: number): Mention['context'] {
  return { prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** The evidence of a candidate with rounded weights; a piece whose weight is round already is given as it is. */
const becauseOf = ({ because }: Judged): Because[] =>
  because.map((evidence) => {
    const weight = round(evidence.weight);
    return weight === evidence.weight ? evidence : { ...evidence, weight };
  });

/** Reports the candidates of one text. */
export class MentionReport {
  private readonly lexicon: CompiledLexicon;
  private readonly text: string;
  private readonly lines: LineIndex;
  private readonly headings: Headings;

  constructor(lexicon: CompiledLexicon, text: string, lines: LineIndex) {
    this.lexicon = lexicon;
    this.text = text;
    this.lines = lines;
    this.headings = new Headings(text, lines);
  }

  private entryOf({ entry }: Judged): LexiconEntry {
    return this.lexicon.entries[entry] as LexiconEntry;
  }

  private formOf({ form }: Judged): CompiledForm {
    return this.lexicon.forms[form] as CompiledForm;
  }

  /** A chosen candidate with the others that read its span; `locate` says where it lies in the source, if that is not the text. */
  mention({ candidate, alternatives }: Chosen, locate?: (span: Span) => SourceRange[]): Mention {
    const { text } = this;
    const { start, end, confidence } = candidate;
    const form = this.formOf(candidate);
    const { official } = this.lexicon.contexts[candidate.entry] as CompiledLexicon['contexts'][number];
    const close = alternatives.filter((other) => confidence - other.confidence <= TIE);
    const voice = voiceOf(text, candidate, {
      sentence: candidate.around.sentence,
      attribution: candidate.around.attribution(),
      isHeading: this.headings.holds(candidate),
    });
    // Keys come in the order of the contract; those that a mention may lack are set where they belong.
    const mention = {
      start,
      end,
      text: text.slice(start, end),
      term: this.entryOf(candidate).id,
      language: form.language,
      form: form.text,
      rendering: candidate.rendering,
    } as Mention;
    if (official !== undefined) mention.official = official;
    mention.confidence = round(confidence);
    mention.because = becauseOf(candidate);
    if (close.length > 0) {
      mention.alternatives = close.map((other) => ({
        term: this.entryOf(other).id,
        confidence: round(other.confidence),
      }));
    }
    mention.voice = voice.labels;
    if (voice.evidence.length > 0) mention.voiceBecause = voice.evidence;
    mention.context = contextOf(text, start, end);
    const { line, column } = this.lines.positionAt(start);
    mention.line = line;
    mention.column = column;
    if (locate !== undefined) mention.sourceRanges = locate(candidate);
    return mention;
  }

  /** All that was turned down, and why; `covered` are accepted candidates whose words another takes. */
  rejected(
    judged: readonly Judged[],
    covered: readonly { candidate: Judged; by: Judged }[],
    options: Required<AnnotateOptions>,
  ): Rejected[] {
    const winnerOf = new Map(covered.map(({ candidate, by }) => [candidate, by]));
    return judged.flatMap((candidate) => {
      const winner = winnerOf.get(candidate);
      const taken = winner && { entry: this.entryOf(winner), text: this.text.slice(winner.start, winner.end) };
      const why = rejectionOf(candidate, this.entryOf(candidate), options, taken);
      if (why === undefined) return [];
      const { start, end } = candidate;
      return [
        {
          start,
          end,
          text: this.text.slice(start, end),
          term: this.entryOf(candidate).id,
          form: this.formOf(candidate).text,
          confidence: round(candidate.confidence),
          ...why,
          because: becauseOf(candidate),
          ...this.lines.positionAt(start),
        },
      ];
    });
  }
}
