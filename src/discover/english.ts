/** Patterns of English coinages: numbered slogans, quoted capitals, *the … spirit*, *…-style modernization*, *1+3+N*. */
import { numberValue } from '../match/numbers.ts';
import type { Finding } from './discovery.ts';
import { NO_COINAGE, ORDINARY_HEADS, RANKED, TITLE_END } from './stop-heads.ts';

const NUMBER = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|[2-9]|1[0-9])';
/** Words of a head: letters, with hyphens; at most three before the counted one. */
const WORD = "[A-Za-z][A-Za-z’'-]{1,24}";
const MEMBER = `${NUMBER}(?:[ -]|["“”‘’']{1,2} ?)(?:${WORD} ){0,3}?(?:${WORD}s|[Nn]o’?t)`;
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£¥-])${MEMBER}(?:["”’']?(?:,? and |, | & |,? ?["“‘']?)["“‘']?${NUMBER}[ -](?:${WORD} ){0,2}?${WORD}s){0,3}(?![\\p{L}\\p{N}])`,
  'giu',
);
/** A slogan in quotation marks, whatever its head looks like: “two maintenance”. */
const QUOTED_NUMBERED = new RegExp(
  `(?<=["“‘']\\s?)${NUMBER}[ -](?:${WORD} ){0,3}${WORD}(?=\\s?[,.]?["”’'](?!\\p{L}))`,
  'giu',
);
/** A head in the singular with capitals or quotation marks: *Three Red Line policy*, “Two Mountains”. */
const CAPITAL = "\\p{Lu}[\\p{L}’']{1,24}";
const COINAGE = new RegExp(
  `(?<![\\p{L}\\p{N}])["“‘]((?:${CAPITAL}|[0-9]{1,2})(?:[ -](?:(?:of|and|the|in|for|to|with|on) )?(?:${CAPITAL}|[0-9]{1,2})){1,5})[,.]?["”’'](?!\\p{L})`,
  'gu',
);
const NAME = `${CAPITAL}(?:[ -]${CAPITAL}){0,3}`;
const SPIRIT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:the )?["“‘]?(${NAME})["”’]? ?[Ss]pirit(?![\\p{L}\\p{N}])|(?<!\\p{L})[Ss]pirit of (?:the )?["“‘]?(${NAME})["”’]?`,
  'gu',
);
const STYLE =
  /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}-]{0,30}-style (?:moderni[sz]ation|path|democracy|socialism|market economy|governance|development|reform)(?!\p{L})/gu;
const FORMULA = /(?<![\p{L}\p{N}+])["“‘]?(?:\d{1,3}|N)(?:\s?\+\s?(?:\d{1,3}|N|X|n)){1,4}["”’]?(?![\p{L}\p{N}+%])/gu;

/** Spirits that are nobody's slogan. */
const PLAIN_SPIRIT =
  /^(?:Holy|Great|Free|Team|Human|Olympic|Christmas|New|The|In|This|That|Community|Entrepreneurial|Fighting)\b/;

const singular = (head: string) => head.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])s$/, '');

const isOrdinaryHead = (head: string) =>
  ORDINARY_HEADS.has(head) || ORDINARY_HEADS.has(singular(head)) || ORDINARY_HEADS.has(head.replace(/es$/, ''));

const NUMBER_ONLY = new RegExp(NUMBER, 'gi');

function numberedFinding(text: string, found: RegExpMatchArray): Finding | undefined {
  const start = found.index as number;
  const wording = found[0];
  if (RANKED.test(text.slice(Math.max(0, start - 12), start))) return undefined;
  const words = wording.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const head = words[words.length - 1] as string;
  const number = numberValue(words[0] as string);
  const heads = wording
    .split(/(?:, | and | & )/)
    .map((member) => (member.toLowerCase().match(/[a-z]+/g) ?? []).at(-1) ?? '');
  if (
    number === undefined ||
    heads.some(isOrdinaryHead) ||
    words.slice(1).some((word) => /^(?:of|the|or|than|to)$/.test(word))
  ) {
    return undefined;
  }
  const counts = (wording.match(NUMBER_ONLY) ?? []).length;
  return {
    start,
    end: start + wording.length,
    kind: 'numbered',
    language: 'en',
    number,
    head,
    ...(counts > 1 ? { isChain: true } : {}),
  };
}

function simple(found: RegExpMatchArray, kind: Finding['kind']): Finding {
  const start = found.index as number;
  return { start, end: start + found[0].trimEnd().length, kind, language: 'en' };
}

/** The English findings of a text, in no set order; they may overlap. */
export function englishFindings(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const found of text.matchAll(NUMBERED)) {
    const finding = numberedFinding(text, found);
    if (finding !== undefined) findings.push(finding);
  }
  for (const found of text.matchAll(QUOTED_NUMBERED)) {
    const finding = numberedFinding(text, found);
    if (finding !== undefined) findings.push(finding);
  }
  for (const found of text.matchAll(COINAGE)) {
    const [quoted, wording = ''] = found;
    if (NO_COINAGE.test(wording) || TITLE_END.test(wording)) continue;
    const start = (found.index as number) + quoted.indexOf(wording);
    findings.push({ start, end: start + wording.length, kind: 'coinage', language: 'en' });
  }
  for (const found of text.matchAll(SPIRIT)) {
    if (!PLAIN_SPIRIT.test((found[1] ?? found[2]) as string)) findings.push(simple(found, 'spirit'));
  }
  for (const found of text.matchAll(STYLE)) findings.push(simple(found, 'style'));
  for (const found of text.matchAll(FORMULA)) {
    if (/[NXn]/.test(found[0]) || /["“‘]/.test(found[0])) findings.push(simple(found, 'formula'));
  }
  return findings;
}
