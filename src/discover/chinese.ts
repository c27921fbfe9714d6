/** Patterns of Chinese coinages: numbered slogans, quoted four- to eight-character wordings, …精神, …式现代化, 1+3+N. */
import { numberValue } from '../match/numbers.ts';
import type { Finding } from './discovery.ts';

const NUMERAL = '[两二三四五六七八九十]';
const OPEN = '[“「『‘"]';
const CLOSE = '[”」』’"]';
/** 三个务必, 五大任务; quoted or not: without quotation marks it needs other evidence. */
const COUNTED = new RegExp(
  `(?<![第零一二两三四五六七八九十百千万亿多数\\d.])(${NUMERAL})(?:个|大|项|条|种)?${OPEN}(\\p{Script=Han}{2,6})${CLOSE}|${OPEN}(${NUMERAL})(?:个|大|项|条|种|不|有|要|讲|查|为|做到|坚持)?(\\p{Script=Han}{1,6})${CLOSE}`,
  'gu',
);
/** 四梁八柱, 三会一课, 双争四比: numeral, word, numeral, word. */
const ALTERNATING = new RegExp(
  `${OPEN}([一两二三四五六七八九十双]\\p{Script=Han}{1,2}[一两二三四五六七八九十双]\\p{Script=Han}{1,3}(?:[一两二三四五六七八九十双]\\p{Script=Han}{1,3})?)${CLOSE}`,
  'gu',
);
const UNQUOTED = new RegExp(
  `(?<![第零一二两三四五六七八九十百千万亿多数\\d.])(${NUMERAL})(?:个|大)(坚持|务必|维护|确立|必须|聚焦|结合|统一|转变|突破|提升|确保|严格|带头|到位|不动摇|毫不动摇|更加|更好|重大|第一|一律|不准|不得|看齐|服从|意识|自信)(?!\\p{Script=Han}{0,1}[个项])`,
  'gu',
);
const SPIRIT = new RegExp(
  `${OPEN}(\\p{Script=Han}{2,6})${CLOSE}精神|(?<=弘扬|发扬|传承|践行|赓续)(\\p{Script=Han}{2,5})精神(?!文明)`,
  'gu',
);
const STYLE = /(?<!中国)(\p{Script=Han}{2,4})式现代化(?:道路|新道路)?/gu;
const FORMULA = /[“「"]?(?:\d{1,3}|N|Ｎ)(?:[+＋](?:\d{1,3}|N|n|X)){1,4}[”」"]?/gu;
const COINAGE = new RegExp(
  `${OPEN}(\\p{Script=Han}{4,8})${CLOSE}(?=工程|行动|机制|模式|理念|品牌|工作法|体系|计划|战略|活动|制度|格局|精神|党建)`,
  'gu',
);

function finding(found: RegExpMatchArray, kind: Finding['kind'], number?: number, isChain = false): Finding {
  const start = found.index as number;
  const { start: first, end } = withoutQuotes(found[0], start);
  return {
    start: first,
    end,
    kind,
    language: 'zh',
    ...(number === undefined ? {} : { number }),
    ...(isChain ? { isChain } : {}),
  };
}

/** The span of a wording without the quotation marks that stand around all of it. */
function withoutQuotes(wording: string, start: number): { start: number; end: number } {
  const isWhole = /^[“「『‘"][^”」』’"]*[”」』’"]$/u.test(wording);
  return isWhole ? { start: start + 1, end: start + wording.length - 1 } : { start, end: start + wording.length };
}

/** Five-year plans and days: 十四五, 七一. */
const ONLY_NUMERALS = /^[一二三四五六七八九十〇]+$/u;

/** The Chinese findings of a text, in no set order; they may overlap. */
export function chineseFindings(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const found of text.matchAll(COUNTED)) {
    findings.push(finding(found, 'numbered', numberValue((found[1] ?? found[3]) as string)));
  }
  for (const found of text.matchAll(ALTERNATING)) findings.push(finding(found, 'numbered', undefined, true));
  for (const found of text.matchAll(UNQUOTED))
    findings.push(finding(found, 'numbered', numberValue(found[1] as string)));
  for (const found of text.matchAll(SPIRIT)) findings.push(finding(found, 'spirit'));
  for (const found of text.matchAll(STYLE)) findings.push(finding(found, 'style'));
  for (const found of text.matchAll(FORMULA)) {
    if (/[NＮXn“「]/.test(found[0])) findings.push(finding(found, 'formula'));
  }
  for (const found of text.matchAll(COINAGE)) findings.push(finding(found, 'coinage'));
  return findings.filter(({ start, end }) => !ONLY_NUMERALS.test(text.slice(start, end)));
}
