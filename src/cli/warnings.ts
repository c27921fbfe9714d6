/** Warnings about documents and their metadata, said as the run goes on or at its end. */
import type { Warning } from '../annotate/result.ts';
import type { AnnotateRequest } from './annotate-request.ts';
import type { Progress } from './progress.ts';

/** Say nothing is amiss: they stay in the result. */
const SILENT = new Set(['byte-order-mark']);

/** Says what is amiss with a document that was annotated. */
export function warnOfDocument(path: string, warnings: readonly Warning[], progress: Progress): void {
  for (const { code, detail } of warnings) {
    if (!SILENT.has(code)) progress.warn(code, `${path}: ${detail}`);
  }
}

/** Says which rows of the metadata fit no document, and which documents are `missing` a row. A shard cannot know what the others have. */
export function warnOfMetadata(
  { metadata, shard }: Pick<AnnotateRequest, 'metadata' | 'shard'>,
  missing: readonly string[],
  progress: Progress,
): void {
  if (metadata === undefined) return;
  if (shard === undefined) {
    for (const path of metadata.unused) {
      progress.warn('rows of --metadata without a document', `--metadata: no document "${path}"`);
    }
  }
  for (const path of missing) progress.warn('documents without a row in --metadata', `${path}: no row in --metadata`);
}
