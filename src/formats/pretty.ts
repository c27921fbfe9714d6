/** The report of one document for a terminal. */
import type { AnnotateResult, Mention, Rejected } from '../annotate/result.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { displayWidth, padTo, truncateTo } from './width.ts';
import { count, summaryOf } from './wording.ts';

const INDENT = '  ';
const WIDEST_TEXT = 44;
const WIDEST_CHINESE = 24;

interface Row {
  place: string;
  text: string;
  chinese: string;
  mention: Mention;
}

function rowOf(mention: Mention, result: AnnotateResult): Row {
  return {
    place: `${mention.line}:${mention.column}`,
    text: truncateTo(printable(mention.text), WIDEST_TEXT),
    chinese: truncateTo(result.terms?.[mention.term]?.zh?.hans ?? '', WIDEST_CHINESE),
    mention,
  };
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(displayWidth));

/** `“… featuring ›new quality productive forces‹ like green tech …”`; no ellipsis where the text begins or ends. */
function contextLine({ start, end, context, text }: Mention, { document }: AnnotateResult, paint: Paint): string {
  const before = `${start > context.prefix.length ? '…' : ''}${printable(context.prefix).trimStart()}`;
  const after = `${printable(context.suffix).trimEnd()}${end + context.suffix.length < document.characters ? '…' : ''}`;
  return `${paint('dim', `“${before}›`)}${printable(text)}${paint('dim', `‹${after}”`)}`;
}

/** The official English, where the document words it otherwise. */
function officialLine({ official, rendering, text }: Mention): string | undefined {
  const isSame = official === undefined || official.toLowerCase() === printable(text).toLowerCase();
  return rendering === 'official' || isSame ? undefined : `official: ${official}`;
}

function mentionLines(rows: readonly Row[], result: AnnotateResult, paint: Paint): string[] {
  const placeWidth = widest(rows.map(({ place }) => place));
  const textWidth = widest(rows.map(({ text }) => text));
  const chineseWidth = widest(rows.map(({ chinese }) => chinese));
  const margin = INDENT + ' '.repeat(placeWidth + 2);
  return rows.flatMap(({ place, text, chinese, mention }) => {
    const subject = result.terms?.[mention.term]?.subject;
    const head = [
      paint('dim', padTo(place, placeWidth)),
      paint('bold', padTo(text, textWidth)),
      padTo(chinese, chineseWidth),
      paint('cyan', mention.term),
      [subject ?? '', mention.rendering, mention.confidence.toFixed(2)].join(' ').trim(),
    ].join('  ');
    const official = officialLine(mention);
    return [
      INDENT + head,
      margin + contextLine(mention, result, paint),
      ...(official === undefined ? [] : [margin + paint('dim', official)]),
    ];
  });
}

function rejectedLines(rejected: readonly Rejected[], paint: Paint): string[] {
  return rejected.map(
    ({ line, column, text, term, reason, detail }) =>
      `${INDENT}${paint('dim', `${line}:${column}`)}  ${printable(text)}  not ${paint('cyan', term)} ${paint('dim', `(${reason})`)}: ${printable(detail)}`,
  );
}

function discoveryLines({ discoveries = [] }: AnnotateResult, paint: Paint): string[] {
  if (discoveries.length === 0) return [];
  const rows = discoveries.map(({ line, column, text, kind, confidence, items }) => {
    const listed = items === undefined ? '' : `: ${printable(items.join(' · '))}`;
    return `${INDENT}${paint('dim', `${line}:${column}`)}  ${printable(text)}  ${paint('dim', `${kind} ${confidence.toFixed(2)}`)}${listed}`;
  });
  return [paint('dim', `${count(discoveries.length, 'likely formulation')} that no entry lists:`), ...rows];
}

function setLines({ sets = [], terms }: AnnotateResult, paint: Paint): string[] {
  return sets
    .filter(({ named }) => named.length > 0)
    .map(({ term, members, named, missing }) => {
      const rest = missing.length === 0 ? 'all are named' : `left out: ${printable(missing.join(' · '))}`;
      return paint(
        'dim',
        `${terms?.[term]?.label ?? term}: ${named.length} of ${members} members named nearby; ${rest}`,
      );
    });
}

function mostFrequent({ mentions, terms }: AnnotateResult): string | undefined {
  const counts = new Map<string, number>();
  for (const { term } of mentions) counts.set(term, (counts.get(term) ?? 0) + 1);
  const best = [...counts].filter(([, times]) => times > 1).sort((a, b) => b[1] - a[1]);
  if (best.length === 0) return undefined;
  const named = best.slice(0, 5).map(([id, times]) => `${terms?.[id]?.label ?? id} ×${times}`);
  return `Most frequent: ${named.join(', ')}`;
}

/** What a reader may do next. */
function nextLine({ mentions }: AnnotateResult): string | undefined {
  const [first] = mentions;
  return first === undefined ? undefined : `Next: tifa show ${first.term}   (meaning, official usage, readings)`;
}

/**
 * The report; `path` names the document at its head. Ends with an empty line, so that reports can follow one another; one that stands
 * alone says what to do next.
 */
export function formatPretty(result: AnnotateResult, path: string, paint: Paint, isAlone = true): string {
  const rows = result.mentions.map((mention) => rowOf(mention, result));
  const closing = [mostFrequent(result), isAlone ? nextLine(result) : undefined].filter((line) => line !== undefined);
  const rejected = result.rejected ?? [];
  return [
    `${paint('underline', printable(path))}  ${summaryOf(result)}`,
    ...mentionLines(rows, result, paint),
    ...(rejected.length === 0
      ? []
      : [paint('dim', `${count(rejected.length, 'candidate')} turned down:`), ...rejectedLines(rejected, paint)]),
    ...discoveryLines(result, paint),
    ...setLines(result, paint),
    ...closing.map((line) => paint('dim', line)),
    '',
    '',
  ].join('\n');
}
