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

const becauseOf = ({ because }: Judged): Because[] =>
  because.map((evidence) => ({ ...evidence, weight: round(evidence.weight) }));

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
    return {
      start,
      end,
      text: text.slice(start, end),
      term: this.entryOf(candidate).id,
      language: form.language,
      form: form.text,
      rendering: candidate.rendering,
      ...(official === undefined ? {} : { official }),
      confidence: round(confidence),
      because: becauseOf(candidate),
      ...(close.length === 0
        ? {}
        : {
            alternatives: close.map((other) => ({
              term: this.entryOf(other).id,
              confidence: round(other.confidence),
            })),
          }),
      voice: voice.labels,
      ...(voice.evidence.length === 0 ? {} : { voiceBecause: voice.evidence }),
      context: contextOf(text, start, end),
      ...this.lines.positionAt(start),
      ...(locate === undefined ? {} : { sourceRanges: locate(candidate) }),
    };
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
