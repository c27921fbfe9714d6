/** What a note in a document says of a mention, and which mentions get one. */
import type { AnnotateResult, Mention, TermReading, TermSummary } from '../annotate/result.ts';

/** Which mentions of a term get a note: the first of the document, the first of each section, or all. */
export const NOTE_POLICIES = ['first', 'section', 'all'] as const;
export type NotePolicy = (typeof NOTE_POLICIES)[number];

export interface NoteOptions {
  notes: NotePolicy;
  /** XLIFF: also marks the mentions in the text, with `<mrk>`. */
  markTerms: boolean;
}

export const DEFAULT_NOTES: NoteOptions = { notes: 'section', markTerms: false };

/** A term in words, the parts kept apart: what it is, and what a named source reads into it. */
export interface Note {
  term: string;
  /** Label and Chinese. */
  title: string;
  gloss: string;
  /** Preferred official English. */
  official: string | undefined;
  readings: { head: string; text: string; differs: string | undefined }[];
}

const BASIS: Record<TermReading['basis'], string> = {
  term: 'interprets this phrase',
  passage: 'claim about a passage that holds the phrase',
  listed: 'only names the phrase',
};

function chineseOf({ zh }: TermSummary, script: 'hans' | 'hant'): string {
  if (zh === undefined) return '';
  const status = zh.status === 'attested' ? '' : `; ${zh.status}`;
  return ` · ${zh[script]} (${zh.pinyin}${status})`;
}

function noteOf(mention: Mention, term: TermSummary, script: 'hans' | 'hant'): Note {
  return {
    term: mention.term,
    title: term.label + chineseOf(term, script),
    gloss: term.gloss,
    official: mention.official,
    readings: term.readings.map(({ source, date, dateStatus, basis, text, differs }) => ({
      head: `Reading (${source}, ${date}${dateStatus === 'inferred' ? ', year inferred' : ''}; ${BASIS[basis]})`,
      text,
      differs,
    })),
  };
}

/** The lines of a note as plain text, its title first. */
export function linesOfNote({ title, gloss, official, readings }: Note): string[] {
  return [
    title,
    gloss,
    ...(official === undefined ? [] : [`Official English: ${official}`]),
    ...readings.flatMap(({ head, text, differs }) => [
      `${head}: ${text}`,
      ...(differs === undefined ? [] : [`Where official usage differs: ${differs}`]),
    ]),
  ];
}

/** Notes by term, in the order of first mentions. Terms of which the result says nothing have none. */
export function notesOf(result: AnnotateResult, script: 'hans' | 'hant' = 'hans'): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const mention of result.mentions) {
    const term = result.terms?.[mention.term];
    if (term !== undefined && !notes.has(mention.term)) notes.set(mention.term, noteOf(mention, term, script));
  }
  return notes;
}

/** The mentions that get a note; `sections` are where sections begin in the view, ascending. */
export function pickMentions(
  mentions: readonly Mention[],
  sections: readonly number[],
  policy: NotePolicy,
): readonly Mention[] {
  if (policy === 'all') return mentions;
  const seen = new Set<string>();
  let section = 0;
  return mentions.filter(({ start, term }) => {
    while (policy === 'section' && (sections[section] ?? Number.POSITIVE_INFINITY) <= start) {
      section++;
      seen.clear();
    }
    if (seen.has(term)) return false;
    seen.add(term);
    return true;
  });
}

/** Mentions that do not overlap one before them. */
export function disjoint(mentions: readonly Mention[]): Mention[] {
  let end = 0;
  return mentions.filter((mention) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
}

/** How readings are to be understood, wherever notes show them. */
export const NOTES_PREFACE =
  'The gloss describes the wording in a neutral voice. A reading is what the named source holds it to mean, paraphrased.';

/** What made the notes. */
export function noteOrigin({ engine, lexicon }: AnnotateResult): string {
  return `Tifa ${engine.version}, lexicon ${lexicon.version}`;
}
