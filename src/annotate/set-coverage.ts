/**
 * For a numbered slogan whose members the entry lists: which of them a document names near it, and which it leaves out. A member is named by
 * a mention of its own entry, by its Chinese, or by most of its content words in one clause.
 */
import type { Judged } from '../context/judge.ts';
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import type { Span } from '../span.ts';
import { fold } from '../text/fold.ts';

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
/** Share of a member's content words that one clause must have. */
const LEAST_SHARE = 0.6;
/** Letters by which words are compared: *upholding* is *uphold*. */
const STEM = 5;

const SMALL = new Set('the and for with from into that this its our all are who has have not'.split(' '));

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return [...new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.slice(0, STEM)))];
}

interface Clause extends Span {
  stems: Set<string>;
  han: string;
}

function clausesOf(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  for (const found of text.slice(from, to).matchAll(/[^.,;:!?。，；：！？、\n()（）]+/gu)) {
    const start = from + found.index;
    clauses.push({
      start,
      end: start + found[0].length,
      stems: new Set(stemsOf(found[0])),
      han: fold(found[0].replace(/[^\p{Script=Han}]/gu, '')),
    });
  }
  return clauses;
}

function nameIn(clauses: readonly Clause[], { text, zh }: LexiconEntry['members'][number]): Clause | undefined {
  const stems = stemsOf(text);
  const han = fold((zh ?? '').replace(/[^\p{Script=Han}]/gu, ''));
  return clauses.find((clause) => {
    if (han.length > 1 && clause.han.includes(han)) return true;
    const shared = stems.filter((stem) => clause.stems.has(stem)).length;
    return stems.length > 0 && shared >= stems.length * LEAST_SHARE;
  });
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
  return [...spansByEntry].map(([entry, spans]) => {
    const around = spans.map(({ start, end }) => ({ start: start - REACH, end: end + REACH }));
    const isNear = ({ start }: Span) => around.some((window) => window.start <= start && start < window.end);
    const clauses = around.flatMap(({ start, end }) => clausesOf(text, Math.max(0, start), Math.min(text.length, end)));
    const outside = clauses.filter(
      (clause) =>
        !spans.some(
          (span) =>
            clause.start <= span.start &&
            span.end <= clause.end &&
            span.end - span.start > (clause.end - clause.start) * 0.8,
        ),
    );
    const named: NamedMember[] = [];
    const missing: string[] = [];
    for (const member of entry.members) {
      const own =
        member.term === undefined ? undefined : accepted.find((one) => idOf(one) === member.term && isNear(one));
      const found = own ?? nameIn(outside, member);
      if (found === undefined) missing.push(member.text);
      else named.push({ text: member.text, start: found.start, end: found.end });
    }
    return { term: entry.id, members: entry.members.length, named, missing };
  });
}
