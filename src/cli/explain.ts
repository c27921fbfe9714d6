/** `tifa explain`: why a place in a document is or is not a mention. */
import type { AnnotateResult, Because, Mention, Rejected } from '../annotate/result.ts';
import { formatJson } from '../formats/json.ts';
import { printable } from '../formats/printable.ts';
import { isEncoding } from '../node/decode-text.ts';
import { DocumentError } from '../node/document-error.ts';
import { loadDetector } from '../node/load.ts';
import { readDocument, readStream } from '../node/read-document.ts';
import { overlaps, type Span } from '../span.ts';
import { indexLines, type LineIndex } from '../text/lines.ts';
import { type DetectionFlags, detectionOptions } from './detection-options.ts';
import { CommandError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type NearbyForm, nearbyForms } from './nearby-forms.ts';
import { oneOf } from './option-values.ts';
import { Output } from './output.ts';
import { paint } from './paint.ts';

export interface ExplainFlags extends DetectionFlags {
  encoding?: string;
  format?: string;
}

export interface Place {
  file: string;
  line: number;
  /** Missing: the whole line. */
  column?: number;
}

/**
 * Reads `FILE:LINE:COLUMN` or `FILE:LINE`; the file name may hold colons.
 * @throws {UsageError}
 */
export function placeOf(typed: string): Place {
  const found = /^(.+?):(\d+)(?::(\d+))?:?$/s.exec(typed);
  const [, file, line, column] = found ?? [];
  if (file === undefined || Number(line) < 1 || (column !== undefined && Number(column) < 1)) {
    throw new UsageError(
      `explain: "${printable(typed)}" is no place: write FILE:LINE:COLUMN, both from 1, as in release.txt:18:33`,
    );
  }
  return { file, line: Number(line), ...(column === undefined ? {} : { column: Number(column) }) };
}

/**
 * The place in UTF-16 offsets: one unit, or the whole line.
 * @throws {UsageError} where the text has no such line or column.
 */
export function spanOfPlace(text: string, lines: LineIndex, { file, line, column }: Place): Span {
  const last = lines.positionAt(text.length).line;
  if (line > last) throw new UsageError(`explain: ${file} has ${last} lines, not ${line}`);
  const start = lines.offsetAt({ line, column: 1 });
  const next = line === last ? text.length : lines.offsetAt({ line: line + 1, column: 1 });
  const end = start + text.slice(start, next).replace(/[\r\n]+$/, '').length;
  if (column === undefined) return { start, end };
  if (start + column - 1 > end) {
    throw new UsageError(`explain: line ${line} of ${file} has ${end - start} columns, not ${column}`);
  }
  return { start: start + column - 1, end: start + column };
}

async function readText({ file }: Place, encoding: string | undefined): Promise<string> {
  if (encoding !== undefined && !isEncoding(encoding)) throw new UsageError(`--encoding: "${encoding}" is not known`);
  try {
    const { text } = await (file === '-' ? readStream(process.stdin, { encoding }) : readDocument(file, { encoding }));
    return text;
  } catch (error) {
    if (error instanceof DocumentError)
      throw new CommandError(`${printable(file)}: ${error.message}`, { cause: error });
    throw error;
  }
}

/** What evidence codes say in words; others are printed as they are. */
const EVIDENCE: Record<string, string> = {
  distinctive: 'the form is distinctive: ordinary text never says it',
  formulation: 'a form that ordinary text may say too',
  policy: 'policy vocabulary that ordinary text may say too',
  institution: 'a name or office',
  analyst: "a commentator's word",
  chinese: 'Chinese in running text',
  length: 'a long wording is less often chance',
  inflected: 'inflected',
  reordered: 'in another order',
  resembles: 'resembles a distinctive form',
  replaced: 'words replaced by synonyms',
  inserted: 'words inserted',
  pinyin: 'pinyin of a Chinese form',
  shortPinyin: 'pinyin of three syllables',
  shortestPinyin: 'pinyin of two syllables, which may be a name',
  capitalParty: 'Party with a capital',
  misleading: 'a misleading rendering',
  cue: 'cue in the sentence',
  furtherCue: 'further cue',
  quoted: 'in quotation marks',
  capitals: 'capitals',
  neighbour: 'another sure mention in the sentence',
  document: 'the rest of the document speaks of such things',
  partOfName: 'part of a longer name',
  unless: 'antipattern',
  boundary: 'belongs to a number before it',
};

function evidenceLines(because: readonly Because[]): string[] {
  return because.map(({ code, text, weight }) => {
    const sign = weight < 0 ? '-' : '+';
    const quote = text === undefined ? '' : ` "${printable(text)}"`;
    return `      ${sign}${Math.abs(weight).toFixed(2)}  ${EVIDENCE[code] ?? code}${quote}`;
  });
}

function mentionLines(mention: Mention, result: AnnotateResult): string[] {
  const { line, column, text, term, form, rendering, confidence, because } = mention;
  const label = result.terms?.[term]?.label ?? term;
  return [
    `  ${paint('green', 'mention')}  ${line}:${column} "${printable(text)}" is ${paint('bold', label)} (${term})`,
    `    confidence ${confidence.toFixed(2)}, ${rendering}, form "${form}"`,
    ...evidenceLines(because),
  ];
}

function rejectedLines({ line, column, text, term, form, confidence, reason, detail, because }: Rejected): string[] {
  return [
    `  ${paint('yellow', 'no mention')}  ${line}:${column} "${printable(text)}" is not ${paint('bold', term)} (${reason}): ${printable(detail)}`,
    `    confidence ${confidence.toFixed(2)}, form "${form}"`,
    ...evidenceLines(because),
  ];
}

function nearbyLines(nearby: readonly NearbyForm[]): string[] {
  if (nearby.length === 0) return ['  And none comes near.'];
  return nearby.map(
    ({ term, form, text, likeness }) =>
      `  near: "${printable(text)}" has ${Math.round(100 * likeness)} % of "${form}" (${term})`,
  );
}

/**
 * Prints why the place is or is not a mention.
 * @returns the exit code: always 0.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function explain(typed: string, flags: ExplainFlags): Promise<ExitCode> {
  const place = placeOf(typed);
  const id = await oneOf('--format', flags.format ?? 'pretty', ['pretty', 'json']);
  const options = { ...(await detectionOptions(flags)), explain: true };
  const text = await readText(place, flags.encoding);
  const span = spanOfPlace(text, indexLines(text), place);
  const detector = loadDetector();
  const result = detector.annotate(text, options);
  const mentions = result.mentions.filter((mention) => overlaps(mention, span));
  const rejected = (result.rejected ?? []).filter((candidate) => overlaps(candidate, span));
  const isEmpty = mentions.length === 0 && rejected.length === 0;
  const near = isEmpty ? nearbyForms(detector.lexicon, text, span) : [];
  const output = new Output();
  if (id === 'json') {
    await output.write(formatJson({ ...place, start: span.start, end: span.end, mentions, rejected, near }));
    return EXIT.ok;
  }
  const words = printable(text.slice(Math.max(0, span.start - 24), Math.min(text.length, span.end + 24)));
  const lines = [
    `${paint('underline', printable(typed))}  ${paint('dim', `“…${words}…”`)}`,
    ...mentions.flatMap((mention) => mentionLines(mention, result)),
    ...rejected.flatMap(rejectedLines),
    ...(isEmpty ? ['  No listed form of any entry stands here.', ...nearbyLines(near)] : []),
    '',
  ];
  await output.write(lines.join('\n'));
  return EXIT.ok;
}
