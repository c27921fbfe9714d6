/** `tifa lexicon diff --corpus`: which mentions a folder of documents gains and loses from one lexicon to another. */
import { createDetector, type Detector } from '../annotate/detector.ts';
import type { Mention } from '../annotate/result.ts';
import { compileLexicon } from '../context/compile.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { inflect } from '../match/inflect.ts';
import { findDocuments } from '../node/find-documents.ts';
import { readDocument } from '../node/read-document.ts';
import { winkTagger } from '../node/wink-tagger.ts';
import { say } from './output.ts';

/** One mention as a difference names it; offsets are UTF-16 units of the document's text view. */
export interface MentionChange {
  document: string;
  line: number;
  column: number;
  start: number;
  end: number;
  text: string;
  term: string;
}

export interface MentionDiff {
  documents: number;
  before: number;
  after: number;
  gained: MentionChange[];
  lost: MentionChange[];
}

const keyOf = ({ start, end, term }: Mention) => `${start}-${end}-${term}`;

function changesOf(document: string, mentions: readonly Mention[], others: readonly Mention[]): MentionChange[] {
  const known = new Set(others.map(keyOf));
  return mentions
    .filter((mention) => !known.has(keyOf(mention)))
    .map(({ line, column, start, end, text, term }) => ({ document, line, column, start, end, text, term }));
}

const detectorFor = (lexicon: Lexicon): Detector =>
  createDetector(compileLexicon(lexicon, inflect), { tagger: winkTagger });

/**
 * Annotates every document below `corpus` with both lexicons. A document that cannot be read is named on standard error and left out.
 * @throws {FormSyntaxError} when a form of one of them does not follow the syntax.
 */
export async function diffMentions(before: Lexicon, after: Lexicon, corpus: string): Promise<MentionDiff> {
  const [old, current] = [detectorFor(before), detectorFor(after)];
  const diff: MentionDiff = { documents: 0, before: 0, after: 0, gained: [], lost: [] };
  for await (const found of findDocuments(corpus)) {
    if (found.kind !== 'document') {
      say(`${found.path}: ${found.kind === 'failed' ? found.error.message : found.why}`);
      continue;
    }
    try {
      const { text } = await readDocument(found.path);
      const [was, is] = [old, current].map((detector) => detector.annotate(text, { terms: 'none' }).mentions);
      if (was === undefined || is === undefined) continue;
      diff.documents++;
      diff.before += was.length;
      diff.after += is.length;
      diff.gained.push(...changesOf(found.id, is, was));
      diff.lost.push(...changesOf(found.id, was, is));
    } catch (error) {
      say(`${found.path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return diff;
}
