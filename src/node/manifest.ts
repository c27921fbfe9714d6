/** The lines of a batch's manifest: one for everything that was found. They hold no times, so that the same run gives the same bytes. */
import type { AnnotateResult } from '../annotate/result.ts';
import type { DocumentError } from '../documents/document-error.ts';
import { sha256 } from './digest.ts';

export interface AnnotatedLine {
  path: string;
  status: 'ok';
  /** Of the text view, and of the bytes it was read from. */
  digest: string;
  sourceDigest: string;
  mentions: number;
  terms: number;
  /** Files written, relative to the output folder. */
  out: string[];
  engine: string;
  lexicon: { version: string; digest: string };
  /** Digest of the options in force, and in a batch of all else that shapes the output. */
  options: string;
  format?: string;
  language: string;
  words: number;
  han: number;
  perThousand: number;
  unit: string;
  metadata: Record<string, string>;
  /** Mentions by term, as they first occur. */
  counts: Record<string, number>;
  /** Only with `--fail-on`: whether something fits it. */
  found?: true;
}

export interface FailedLine {
  path: string;
  status: 'failed';
  error: { code: string; detail: string };
  /** In a batch, where the bytes could be read. */
  sourceDigest?: string;
  options?: string;
}

export interface SkippedLine {
  path: string;
  status: 'skipped';
  detail: string;
}

export type ManifestLine = AnnotatedLine | FailedLine | SkippedLine;

/** The line of an annotated document; `options` is the digest of what shaped its output, by default of the result's options. */
export function annotatedLine(path: string, out: string[], result: AnnotateResult, options?: string): AnnotatedLine {
  const { document, statistics, engine, lexicon, mentions } = result;
  const counts: Record<string, number> = {};
  for (const { term } of mentions) counts[term] = (counts[term] ?? 0) + 1;
  return {
    path,
    status: 'ok',
    digest: document.digest,
    sourceDigest: document.sourceDigest ?? document.digest,
    mentions: statistics.mentions,
    terms: statistics.terms,
    out,
    engine: engine.version,
    lexicon: { version: lexicon.version, digest: lexicon.digest },
    options: options ?? sha256(JSON.stringify(result.options)),
    ...(document.format === undefined ? {} : { format: document.format }),
    language: document.language,
    words: document.words,
    han: document.han,
    perThousand: statistics.perThousand,
    unit: statistics.unit,
    metadata: document.metadata,
    counts,
  };
}

/** The line of a document that could not be annotated. */
export function failedLine(path: string, { code, message }: DocumentError): FailedLine {
  return { path, status: 'failed', error: { code, detail: message } };
}
