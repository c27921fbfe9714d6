/**
 * How sure the rest of a document is that it speaks Party language: distinct sure entries, saturating, so that the tenth tells
 * little that the first five have not. One name alone stays far under what a doubtful candidate needs.
 */
import type { LayerId } from '../lexicon/layers.ts';
import { WEIGHTS } from './weights.ts';

/** What one distinct sure entry of a layer counts. */
const SHARE: Record<LayerId, number> = { formulation: 1, policy: 0.6, institution: 0.4, analyst: 0 };
/** Counts after which about two thirds of the full weight are reached. */
const SCALE = 2.6;

export class DocumentEvidence {
  private sum = 0;
  private readonly counted = new Map<number, number>();

  /** Counts an entry once, however often the document has it. */
  add(entry: number, layer: LayerId): void {
    if (this.counted.has(entry)) return;
    this.counted.set(entry, SHARE[layer]);
    this.sum += SHARE[layer];
  }

  /** Weight of the document for a candidate of `entry`, which is no evidence for itself. */
  weightFor(entry: number): number {
    const others = Math.max(0, this.sum - (this.counted.get(entry) ?? 0));
    return WEIGHTS.document * (1 - Math.exp(-others / SCALE));
  }
}
