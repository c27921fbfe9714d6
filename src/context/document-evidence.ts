/**
 * How sure the rest of a document is that it speaks Party language: distinct entries, each counted by how sure its best candidate is on
 * its own, saturating, so that the tenth tells little that the first five have not. One name alone stays far under what a doubtful candidate
 * needs, and candidates without any evidence of their own count nothing.
 */
import type { LayerId } from '../lexicon/layers.ts';
import { WEIGHTS } from './weights.ts';

/** What one distinct entry of a layer counts at full confidence. */
const SHARE: Record<LayerId, number> = { formulation: 1, policy: 0.6, institution: 0.4, analyst: 0 };
/** Counts after which about two thirds of the full weight are reached. */
const SCALE = 2.6;
/** Confidence up to which a candidate counts nothing. */
const FLOOR = 0.4;

export class DocumentEvidence {
  private sum = 0;
  private readonly counted = new Map<number, number>();

  /** Counts an entry by its most confident candidate, however often the document has it. */
  add(entry: number, layer: LayerId, confidence: number): void {
    const count = SHARE[layer] * Math.max(0, (confidence - FLOOR) / (1 - FLOOR));
    const before = this.counted.get(entry) ?? 0;
    if (count <= before) return;
    this.counted.set(entry, count);
    this.sum += count - before;
  }

  /** Weight of the whole document. */
  get weight(): number {
    return WEIGHTS.document * (1 - Math.exp(-this.sum / SCALE));
  }

  /** Weight of the document for a candidate of `entry`, which is no evidence for itself. */
  weightFor(entry: number): number {
    const others = Math.max(0, this.sum - (this.counted.get(entry) ?? 0));
    return WEIGHTS.document * (1 - Math.exp(-others / SCALE));
  }
}
