/** Likely formulations of a text that no entry lists, ranked by evidence. */
import { isQuoted } from '../context/typography.ts';
import { overlaps, type Span } from '../span.ts';
import { chineseFindings } from './chinese.ts';
import type { DiscoveryEvidence, DiscoveryKind, Finding } from './discovery.ts';
import { englishFindings } from './english.ts';
import { itemsNear } from './enumeration.ts';
import { isNominalised } from './stop-heads.ts';

export interface Discovery extends Span {
  text: string;
  language: 'en' | 'zh';
  kind: DiscoveryKind;
  /** From 0 to 1: the share of such discoveries that a curator would look at. */
  confidence: number;
  because: DiscoveryEvidence[];
  /** A list nearby with as many items as the number says. */
  items?: string[];
}

/** What is known of the document. */
export interface DiscoverySetting {
  /** Stretches that entries list, whether they are mentions or not. */
  known: readonly Span[];
  /** From 0 to 1: how much Party language the document has. */
  strength: number;
}

/** Weights in log-odds; a discovery is reported at 0 or more. */
const WEIGHTS = {
  kind: { numbered: -2.6, coinage: -4.2, spirit: -1.2, style: -0.4, formula: -0.9 },
  quoted: 1.7,
  capitals: 1.5,
  nominalised: 1.4,
  chain: 1.1,
  items: 1.6,
  repeated: 0.7,
  document: 2,
} as const;

function capitalShare(wording: string): number {
  const words = (wording.match(/\p{L}{3,}/gu) ?? []).filter((word) => !/^(?:and|the|of)$/i.test(word));
  return words.length === 0 ? 0 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}

/** Whether the words around are in capitals too, as in a headline: then capitals say nothing. */
function isInHeadline(text: string, { start, end }: Span): boolean {
  const around = text.slice(Math.max(0, start - 60), start) + text.slice(end, end + 60);
  return capitalShare(around.replace(/["“”]/g, '')) > 0.6;
}

function evidenceOf(
  text: string,
  finding: Finding,
  count: number,
  strength: number,
  items: string[] | undefined,
): DiscoveryEvidence[] {
  const wording = text.slice(finding.start, finding.end);
  const isMarked = isQuoted(text, finding) || /["“”‘「」]/u.test(wording);
  const evidence: DiscoveryEvidence[] = [{ code: 'kind', weight: WEIGHTS.kind[finding.kind] }];
  const add = (code: Exclude<keyof typeof WEIGHTS, 'kind'>, weight: number = WEIGHTS[code]) =>
    evidence.push({ code, weight });
  if (isMarked) add('quoted');
  if (finding.language === 'en' && capitalShare(wording) === 1 && !isInHeadline(text, finding)) add('capitals');
  if (finding.head !== undefined && isNominalised(finding.head)) add('nominalised');
  if (finding.isChain) add('chain');
  if (items !== undefined) add('items');
  if (count > 1) add('repeated');
  if (strength > 0) add('document', Math.round(WEIGHTS.document * strength * 100) / 100);
  return evidence;
}

/** Of findings that overlap the longest, of those that begin together; what is listed is left out. */
function distinct(findings: Finding[], known: readonly Span[]): Finding[] {
  const sortedKnown = [...known].sort((a, b) => a.start - b.start);
  findings.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  let first = 0;
  for (const finding of findings) {
    const last = kept[kept.length - 1];
    if (last !== undefined && overlaps(last, finding)) continue;
    while (first < sortedKnown.length && (sortedKnown[first] as Span).start < finding.start - 400) first++;
    if (!isListed(finding, sortedKnown, first)) kept.push(finding);
  }
  return kept;
}

/** Whether a listed wording holds the first word of a finding, or half of it. */
function isListed(finding: Finding, known: readonly Span[], first: number): boolean {
  for (let i = first; i < known.length && (known[i] as Span).start < finding.end; i++) {
    const { start, end } = known[i] as Span;
    const shared = Math.min(end, finding.end) - Math.max(start, finding.start);
    if (shared > 0 && (start <= finding.start + 1 || shared * 2 >= finding.end - finding.start)) return true;
  }
  return false;
}

const key = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '');

/** The discoveries of a text, leftmost first. Never throws. */
export function discover(text: string, { known, strength }: DiscoverySetting): Discovery[] {
  const findings = distinct([...englishFindings(text), ...chineseFindings(text)], known);
  const counts = new Map<string, number>();
  for (const { start, end } of findings) {
    const wording = key(text.slice(start, end));
    counts.set(wording, (counts.get(wording) ?? 0) + 1);
  }
  return findings.flatMap((finding) => {
    const wording = text.slice(finding.start, finding.end);
    const items = finding.number === undefined ? undefined : itemsNear(text, finding, finding.number);
    const because = evidenceOf(text, finding, counts.get(key(wording)) ?? 1, strength, items);
    const score = because.reduce((sum, { weight }) => sum + weight, 0);
    if (score < 0) return [];
    const { start, end, language, kind } = finding;
    const confidence = Math.round((1 / (1 + Math.exp(-score))) * 1000) / 1000;
    return [
      { start, end, text: wording, language, kind, confidence, because, ...(items === undefined ? {} : { items }) },
    ];
  });
}
