/**
 * From the plain readings of a form to the word sequences that are searched: connectors between listed members become optional,
 * number-led pairs are also read with their heads swapped. What is found through such a sequence knows how it was changed.
 */
import { AMPERSAND, COMMA, SLASH, SPACE } from '../text/gaps.ts';
import { expandForm, type FormWord, formWords } from './form.ts';
import { compoundDigits, numberValue } from './numbers.ts';

/** A word sequence to search for. */
export interface Reading {
  words: ReadingWord[];
  /** The members stand in another order or with swapped heads than the form lists. */
  isReordered: boolean;
}

export interface ReadingWord extends FormWord {
  /** The gap before it must hold one of these kinds of separators; 0 for no such demand. */
  needs: number;
}

const CONNECTORS = new Set(['and', '和', '与', '及', '暨']);
const LIST_MARKS = COMMA | AMPERSAND | SLASH;

const isNumber = (word: FormWord | undefined) => word !== undefined && numberValue(word.folded) !== undefined;

/** Whether a number word at `i` opens a further member of a numbered list: four beams [and] eight pillars. */
function opensMember(words: readonly FormWord[], i: number): boolean {
  return i > 1 && isNumber(words[i]) && isNumber(words[0]) && !isNumber(words[i - 1]);
}

const isConnector = (word: FormWord | undefined) =>
  word !== undefined && CONNECTORS.has(word.folded) && word.others.length === 0 && !word.isExact;

/** The words without connectors; a member's first word remembers that a list mark may stand before it. */
interface ListWord extends ReadingWord {
  /** A connector stood before it: `free` between numbered members, `marked` elsewhere. */
  connector?: 'free' | 'marked';
  connectorWord?: string;
}

function asList(words: readonly FormWord[]): ListWord[] {
  const list: ListWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as FormWord;
    const isLast = i === words.length - 1;
    if (isConnector(word) && i > 0 && !isLast && !word.afterGap && !words[i + 1]?.afterGap) {
      const next = words[++i] as FormWord;
      const connector =
        opensMember(words, i) || opensMember([...words.slice(0, i - 1), next], i - 1) ? 'free' : 'marked';
      list.push({ ...next, gap: next.gap | word.gap, needs: 0, connector, connectorWord: word.folded });
    } else if (opensMember(words, i) && !word.afterGap) {
      list.push({ ...word, needs: 0, connector: 'free', connectorWord: isLatin(word) ? 'and' : '和' });
    } else {
      list.push({ ...word, needs: 0 });
    }
  }
  return list;
}

const isLatin = (word: FormWord) => /^[a-z0-9]/.test(word.folded);

function plain(word: ListWord): ReadingWord {
  return {
    folded: word.folded,
    others: word.others,
    isExact: word.isExact,
    afterGap: word.afterGap,
    gap: word.gap,
    needs: word.needs,
  };
}

/** With the connector word, and without it (then a list mark must stand there, unless the member is numbered). */
function withConnectors(list: readonly ListWord[]): ReadingWord[][] {
  let readings: ReadingWord[][] = [[]];
  for (const word of list) {
    if (word.connector === undefined) {
      for (const reading of readings) reading.push(plain(word));
      continue;
    }
    const gap = word.gap | LIST_MARKS;
    const connector: ReadingWord = {
      folded: word.connectorWord as string,
      others: [],
      isExact: true,
      afterGap: false,
      gap,
      needs: 0,
    };
    const without = { ...plain(word), gap, needs: word.connector === 'free' ? 0 : LIST_MARKS };
    readings = readings.flatMap((reading) => [
      [...reading, connector, { ...plain(word), gap: word.gap | SPACE }],
      [...reading, without],
    ]);
  }
  return readings;
}

/** The two members of a numbered pair (`four beams`, `eight pillars`) that make up the whole list, or nothing. */
function numberedPair(list: readonly ListWord[]): [ListWord[], ListWord[]] | undefined {
  if (!isNumber(list[0])) return undefined;
  const second = list.findIndex((word, i) => i > 0 && isNumber(word));
  if (second < 2 || list.length - second < 2) return undefined;
  if (list.some((word, i) => (i > 0 && i !== second && isNumber(word)) || word.afterGap)) return undefined;
  return [list.slice(0, second), list.slice(second)];
}

/** A member list put together again, its second member opened by the connector of the first list. */
function joined(first: readonly ListWord[], second: readonly ListWord[], connectorWord: string): ListWord[] {
  const [head, ...rest] = second as [ListWord, ...ListWord[]];
  const opener: ListWord = { ...head, gap: SPACE, connector: 'free', connectorWord };
  const [start, ...more] = first as [ListWord, ...ListWord[]];
  return [{ ...plain(start), gap: 0 }, ...more, opener, ...rest];
}

function swapped(list: readonly ListWord[]): ListWord[][] {
  const pair = numberedPair(list);
  if (pair === undefined) return [];
  const [first, second] = pair;
  const connectorWord = second[0]?.connectorWord ?? 'and';
  const withHeads = (number: readonly ListWord[], heads: readonly ListWord[]) => [
    number[0] as ListWord,
    ...heads.slice(1),
  ];
  return [
    joined(withHeads(first, second), withHeads(second, first), connectorWord),
    joined(second, first, connectorWord),
    joined(withHeads(second, first), withHeads(first, second), connectorWord),
  ];
}

/** The words, and where two of them make one number (`twenty-first`) also with its digits (`21st`). */
function withCompoundNumbers(words: readonly FormWord[]): FormWord[][] {
  for (let i = 1; i < words.length; i++) {
    const [tens, ones] = [words[i - 1] as FormWord, words[i] as FormWord];
    const digits = ones.afterGap ? undefined : compoundDigits(tens.folded, ones.folded);
    if (digits === undefined) continue;
    return [[...words], [...words.slice(0, i - 1), { ...tens, folded: digits, others: [] }, ...words.slice(i + 1)]];
  }
  return [[...words]];
}

/**
 * All word sequences that stand for one form text.
 * @throws {FormSyntaxError} see {@link expandForm}.
 */
export function readingsOf(form: string): Reading[] {
  const readings: Reading[] = [];
  for (const plainWords of expandForm(form).flatMap((reading) => withCompoundNumbers(formWords(reading)))) {
    const list = asList(plainWords);
    for (const words of withConnectors(list)) readings.push({ words, isReordered: false });
    for (const other of swapped(list)) {
      for (const words of withConnectors(other)) readings.push({ words, isReordered: true });
    }
  }
  return readings;
}
