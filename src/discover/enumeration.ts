/** Whether a list with as many items as a numbered slogan says stands next to it. */
import type { Span } from '../span.ts';

/** UTF-16 units after (and before) a slogan in which its list may stand. */
const REACH = 420;
/** Longest item of a list, in UTF-16 units. */
const LONGEST_ITEM = 90;

const OPENERS =
  /^["”’」』)）\]]*\s?(?:[^.。:：;；(（—–-]{0,40}?)(?::|：|\(|（|—|–| - |,? (?:namely|i\.e\.,?|that is,?|including|which (?:are|refers? to)|refers? to)|，?即|，?包括|，?就是|是指)/u;
const ENGLISH_ITEMS = /\s*[;；]\s*(?:and\s+)?|\s*,\s*(?:and\s+|&\s*)?|\s+and\s+/u;
const CHINESE_ITEMS = /[、；;]|，|和/u;

function clean(items: readonly string[]): string[] {
  return items
    .map((item) =>
      item
        .trim()
        .replace(/^["“‘「(（]+|["”’」)）.。]+$/gu, '')
        .trim(),
    )
    .filter((item) => item !== '');
}

const areItems = (items: readonly string[], number: number) =>
  items.length === number && items.every((item) => item.length <= LONGEST_ITEM);

/** The items of a list in which some kind of mark separates `number` parts. */
function split(list: string, number: number, isChinese: boolean): string[] | undefined {
  const marks = isChinese ? [/[；;]/u, /、/u, CHINESE_ITEMS] : [/\s*[;；]\s*(?:and\s+)?/u, ENGLISH_ITEMS];
  for (const mark of marks) {
    const items = clean(list.split(mark));
    if (areItems(items, number)) return items;
  }
  return undefined;
}

const ORDINALS =
  /(?:\bfirst(?:ly)?\b|\bsecond(?:ly)?\b|\bthird(?:ly)?\b|\bfourth(?:ly)?\b|\bfifth(?:ly)?\b|\bsixth(?:ly)?\b|[一二三四五六七八]是)/giu;

/** Items that a slogan's number of list parts gives: after a colon, *namely*, 即, in brackets; before it with 、; or First …, Second …. */
export function itemsNear(text: string, { start, end }: Span, number: number): string[] | undefined {
  const after = text.slice(end, end + REACH);
  const isChinese = /\p{Script=Han}/u.test(text.slice(start, end));
  const opener = OPENERS.exec(after);
  if (opener !== null) {
    const rest = after.slice(opener[0].length);
    const closer = /[(（]$/u.test(opener[0]) ? /[)）]/u : /[.。!！?？\n]/u;
    const stop = rest.search(closer);
    const items = split(stop < 0 ? rest : rest.slice(0, stop), number, isChinese);
    if (items !== undefined) return items;
  }
  if (isChinese) {
    const before = /([^。！？\n，：:]{2,120})$/u.exec(
      text.slice(Math.max(0, start - 120), start).replace(/[“「"]$/u, ''),
    )?.[1];
    const items = before === undefined ? undefined : split(before.replace(/等$/u, ''), number, true);
    if (items !== undefined && number > 2) return items;
  }
  const told = new Set(
    (text.slice(end, end + 2 * REACH).match(ORDINALS) ?? []).map((word) => word.toLowerCase().replace(/ly$/, '')),
  );
  return told.size === number && number > 1 ? [...told] : undefined;
}
