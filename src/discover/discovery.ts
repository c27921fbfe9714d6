/** What discovery gives: a stretch of text that looks like a fixed formulation and that no entry lists. */
import type { Span } from '../span.ts';

/** What kind of pattern it follows. */
export type DiscoveryKind = 'numbered' | 'coinage' | 'spirit' | 'style' | 'formula';

/** A stretch that follows a pattern, before its evidence is weighed. */
export interface Finding extends Span {
  kind: DiscoveryKind;
  language: 'en' | 'zh';
  /** What a numbered slogan says that it counts; for several numbers the first. */
  number?: number;
  /** The counted word of an English slogan, folded. */
  head?: string;
  /** Several numbers with a head each: *Five Haves and Four Nots*, 四梁八柱. */
  isChain?: boolean;
}

/** A piece of evidence, its weight in log-odds. */
export interface DiscoveryEvidence {
  code:
    | 'kind'
    | 'quoted'
    | 'capitals'
    | 'nominalised'
    | 'chain'
    | 'items'
    | 'repeated'
    | 'verb'
    | 'document'
    | 'ordinary';
  weight: number;
}
