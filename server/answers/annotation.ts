/** Annotates a text for an answer: the library's result, with the digests and links that only a platform can give. */
import type { DocumentInput } from '../../src/annotate/detector.ts';
import type { AnnotateOptions } from '../../src/annotate/options.ts';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { sha256 } from '../../src/node/digest.ts';
import type { Services } from '../services.ts';

export interface Annotation {
  /** The text view: what the offsets of the result index. */
  text: string;
  options: AnnotateOptions;
  document: DocumentInput;
  /** The body, where it was the document itself. */
  bytes?: Uint8Array;
}

/** Nothing of the text outlives the answer, beyond counts. */
export function annotateText(
  { detector, config, metrics }: Services,
  { text, options, document, bytes }: Annotation,
): AnnotateResult {
  const digest = sha256(text);
  const sourceDigest = bytes === undefined ? digest : sha256(bytes);
  const result = detector.annotate(text, options, {
    ...document,
    digest,
    ...(sourceDigest === digest ? {} : { sourceDigest }),
    baseUrl: config.publicUrl,
  });
  metrics.countDocument(result);
  return result;
}
