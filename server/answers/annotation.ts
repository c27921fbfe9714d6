/** Annotates a text for an answer: the library's result, with the digests and links that only a platform can give. */
import type { AnnotateOptions } from '../../src/annotate/options.ts';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { contentOf, type DocumentContent, documentInputOf } from '../../src/node/read-document.ts';
import type { Services } from '../services.ts';

export interface Annotation {
  /** The text view, which the offsets of the result index, and what is known of how it was read. */
  content: DocumentContent;
  options: AnnotateOptions;
  /** What the caller says of the document. */
  document: { id?: string; metadata?: Record<string, string> };
}

/** Nothing of the text outlives the answer, beyond counts. */
export function annotateContent(
  { detector, config, metrics }: Services,
  { content, options, document }: Annotation,
): AnnotateResult {
  const { metadata, ...named } = document;
  const known = { ...documentInputOf(content, metadata), ...named, baseUrl: config.publicUrl };
  const result = detector.annotate(content.text, options, known);
  metrics.countDocument(result);
  return result;
}

/** A text that came inside a request, not as a document of its own. */
export const plainContent = (text: string) => contentOf({ text, skipped: [], warnings: [] });
