/** From lines of pages to running text: lines joined as a reader joins them. */
import { FOLDED, isHanUnit } from '../text/fold.ts';
import { type PageLine, textOfLine } from './pdf-lines.ts';
import type { ViewBuilder } from './text-view.ts';

/** Code points that PDF writers put for ordinary ideographs, and ligatures. */
const ODD = /[\u2e80-\u2fdf\ufb00-\ufb06]/;

/** The text with radicals as the ideographs that they look like, and ligatures as letters. */
export function plainText(text: string): string {
  if (!ODD.test(text)) return text;
  return Array.from(text, (character) => {
    if (!ODD.test(character)) return character;
    const normal = character.normalize('NFKC');
    return normal === character
      ? String.fromCharCode(FOLDED[character.charCodeAt(0)] || character.charCodeAt(0))
      : normal;
  }).join('');
}

const isWide = (character: string) =>
  /[\u3000-\u303f\uff00-\uffef]/.test(character) || isHanUnit(character.charCodeAt(0));

/** What stands between two runs of one line. */
function gapWithin(before: string, after: string, gap: number, height: number): string {
  if (/\s$/.test(before) || /^\s/.test(after) || gap < height * 0.15) return '';
  return isWide(before.slice(-1)) && isWide(after.slice(0, 1)) ? '' : ' ';
}

/** First halves of compounds that keep their hyphen at the end of a line. */
const COMPOUNDS = new Set(
  'high low self well state party people law rule long short new old full half large small world cross co anti non multi inter two three four five six seven eight nine ten first second third science market supply demand green carbon energy export import value hard socialist decision problem result goal in on so top grass job mid ever far near cutting in-depth rare raw double whole all party-building'.split(
    ' ',
  ),
);

/** What a line that ends in a hyphen loses when the next one goes on with the word. */
function losesHyphen(line: string): boolean {
  const word = /([\p{L}]+)[-\u2010]$/u.exec(line)?.[1];
  return word !== undefined && !COMPOUNDS.has(word.toLowerCase());
}

const HYPHEN = /[-\u2010\u00ad]$/;

/** Whether the sentence plainly goes on after this line. */
function goesOn(before: string, after: string): boolean {
  if (/[.!?。！？:：;；”"]\s*$/.test(before)) return false;
  return /^[\p{Ll}]/u.test(after) || (isWide(before.slice(-1)) && isWide(after.slice(0, 1)));
}

/** A bullet, or the number of a list, that stands alone on its line. */
const BULLET = /^\s*(?:[•·▪■‣◦●○\-–*]|\(?\d{1,3}[.)、])\s*$/;

/** Where lines that begin about where this one does end at the right. */
function rightEdge(lines: readonly PageLine[], { left, height }: PageLine): number {
  const column = lines.filter((line) => Math.abs(line.left - left) < 3 * height);
  return Math.max(...column.map(({ right }) => right));
}

/** What stands between two lines: nothing of its own where one paragraph runs on. */
function breakBetween(before: PageLine, after: PageLine, lines: readonly PageLine[], isNewPage: boolean): string {
  const [first, second] = [textOfLine(before), textOfLine(after)];
  const height = Math.max(before.height, after.height);
  const distance = before.y - after.y;
  if (!isNewPage && Math.abs(distance) < 0.5 * height) {
    if (BULLET.test(first)) return ' ';
    return after.left > before.right ? '\t' : '\n';
  }
  if (BULLET.test(second) || Math.abs(before.height - after.height) > 0.2 * height) return '\n\n';
  if (isNewPage || distance <= 0) return goesOn(first, second) ? '' : '\n\n';
  if (after.right < before.left || before.left - after.left > 4 * height) return '\n';
  const isFull = before.right > rightEdge(lines, before) - 3 * height;
  return distance <= 2.2 * height && (isFull || goesOn(first, second)) ? '' : '\n\n';
}

/** What joins two lines of one paragraph. */
function joinOf(before: PageLine, after: PageLine): string {
  const [end, start] = [textOfLine(before).trimEnd(), textOfLine(after).trimStart()];
  const isHyphenated = HYPHEN.test(end) && /^\p{L}/u.test(start);
  return isHyphenated || (isWide(end.slice(-1)) && isWide(start.slice(0, 1))) ? '' : ' ';
}

/** Adds the lines of one page to the view; `last` is the line before them. Returns the last one. */
export function addLines(
  view: ViewBuilder,
  lines: readonly PageLine[],
  last: PageLine | undefined,
): PageLine | undefined {
  let before = last;
  lines.forEach((line, i) => {
    const between = before === undefined ? '\n\n' : breakBetween(before, line, lines, i === 0);
    if (between === '\n\n' || between === '\n' || between === '\t') view.break(between);
    else if (before !== undefined) view.gap(between || joinOf(before, line));
    const next = lines[i + 1];
    const text = textOfLine(line).trimEnd();
    const isCut = HYPHEN.test(text) && next !== undefined && /^\p{Ll}/u.test(textOfLine(next).trimStart());
    addRuns(view, isCut && (text.endsWith('\u00ad') || losesHyphen(text)) ? withoutLast(line.runs) : line.runs, line);
    before = line;
  });
  return before;
}

/** The runs without the hyphen that ends them. */
function withoutLast(runs: PageLine['runs']): PageLine['runs'] {
  const last = runs.at(-1);
  if (last === undefined) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.trimEnd().slice(0, -1) }];
}

function addRuns(view: ViewBuilder, runs: PageLine['runs'], line: PageLine): void {
  runs.forEach(({ text, box }, i) => {
    const before = runs[i - 1];
    if (before !== undefined)
      view.gap(gapWithin(before.text, text, box.x - before.box.x - before.box.width, line.height));
    view.addBox(plainText(i === 0 ? text.trimStart() : i === runs.length - 1 ? text.trimEnd() : text), box);
  });
}
