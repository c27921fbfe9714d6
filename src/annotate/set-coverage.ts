/**
 * For a numbered slogan whose members the entry lists: which of them a document names near it, and which it leaves out. A member is named by
 * a mention of its own entry, by its Chinese, or by most of its content words in one clause.
 */
import type { Judged } from '../context/judge.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Span } from '../span.ts';
import { type Clause, ClauseIndex, MemberWords } from './clauses.ts';

/** A member that the document names, and where it does so first. */
export interface NamedMember extends Span {
  text: string;
}

export interface SetCoverage {
  term: string;
  /** Members that the entry lists. */
  members: number;
  named: NamedMember[];
  /** Members that are not named near any mention. */
  missing: string[];
}

/** UTF-16 units to either side of a mention in which its members are looked for. */
const REACH = 900;
/** Mentions of one entry around which is looked: enough for a document, and a bound for a text that repeats one slogan. */
const MOST_MENTIONS = 6;
/** Share of a clause that a mention may take before the clause says nothing but the slogan itself. */
const MOST_OF_CLAUSE = 0.8;
/** What the members of an entry are found by. */
const wordsByEntry = new WeakMap<LexiconEntry, MemberWords[]>();

function wordsOf(entry: LexiconEntry): MemberWords[] {
  let words = wordsByEntry.get(entry);
  if (words === undefined) {
    words = entry.members.map(({ text, zh }) => new MemberWords(text, zh ?? ''));
    wordsByEntry.set(entry, words);
  }
  return words;
}

/** Whether one of the mentions is nearly all that a clause says. */
function isTaken(clause: Clause, mentions: readonly Span[]): boolean {
  return mentions.some(
    ({ start, end }) =>
      clause.start <= start && end <= clause.end && end - start > (clause.end - clause.start) * MOST_OF_CLAUSE,
  );
}

/** What lies within reach of spans, which follow each other; windows that meet are one. */
function windowsAround(spans: readonly Span[]): Span[] {
  const windows: Span[] = [];
  for (const { start, end } of spans) {
    const last = windows.at(-1);
    if (last !== undefined && start - REACH <= last.end)
      windows[windows.length - 1] = { start: last.start, end: end + REACH };
    else windows.push({ start: start - REACH, end: end + REACH });
  }
  return windows;
}

/** Coverage of each listed set that is mentioned; `accepted` are all accepted candidates, of any layer. */
export function setCoverage(
  text: string,
  mentions: readonly { span: Span; entry: LexiconEntry }[],
  accepted: readonly Judged[],
  idOf: (candidate: Judged) => string,
): SetCoverage[] {
  const spansByEntry = new Map<LexiconEntry, Span[]>();
  for (const { span, entry } of mentions) {
    if (entry.members.length < 2) continue;
    const spans = spansByEntry.get(entry) ?? [];
    if (spans.push(span) <= MOST_MENTIONS) spansByEntry.set(entry, spans);
  }
  if (spansByEntry.size === 0) return [];
  const index = new ClauseIndex(text);
  const acceptedByTerm = Map.groupBy(accepted, idOf);
  return [...spansByEntry].map(([entry, spans]) => {
    const around = windowsAround(spans);
    const isNear = ({ start }: Span) => around.some((window) => window.start <= start && start < window.end);
    const firstNaming = (words: MemberWords) => {
      for (const window of around) {
        const found = index.find(window, (clause) => words.areIn(text, clause) && !isTaken(clause, spans));
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const named: NamedMember[] = [];
    const missing: string[] = [];
    const words = wordsOf(entry);
    for (const [i, member] of entry.members.entries()) {
      const own = member.term === undefined ? undefined : acceptedByTerm.get(member.term)?.find(isNear);
      const found = own ?? firstNaming(words[i] as MemberWords);
      if (found === undefined) missing.push(member.text);
      else named.push({ text: member.text, start: found.start, end: found.end });
    }
    return { term: entry.id, members: entry.members.length, named, missing };
  });
}
