/** Discoveries over many documents: which wordings stand in how many of them, and more often than their words would meet by chance. */
import type { Discovery } from './discover.ts';

/** Contexts that are kept of one wording. */
const MOST_CONTEXTS = 5;
/** UTF-16 units of context to either side. */
const CONTEXT = 80;

export interface DiscoveryContext {
  document: string;
  line: number;
  text: string;
}

/** One wording over all documents. */
export interface CollectedDiscovery {
  /** As it is most often written. */
  text: string;
  language: 'en' | 'zh';
  kind: Discovery['kind'];
  /** Documents that have it, and how often it stands in all of them. */
  documents: number;
  occurrences: number;
  /** Log-likelihood (G²) of its occurrences against those that its words' frequencies would give by chance. */
  keyness: number;
  /** The highest of its occurrences. */
  confidence: number;
  items?: string[];
  contexts: DiscoveryContext[];
}

interface Collected extends Omit<CollectedDiscovery, 'documents' | 'keyness' | 'text'> {
  texts: Map<string, number>;
  documents: Set<string>;
}

/** Words of a wording, or its ideographs. */
const unitsOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];

/** Twice the log of how much likelier `observed` is than `expected`; 0 where it is not more often. */
function logLikelihood(observed: number, expected: number): number {
  if (observed <= expected) return 0;
  return 2 * (observed * Math.log(observed / expected) - (observed - expected));
}

/** Collects discoveries of documents one by one; memory grows with distinct words and wordings, not with the texts. */
export class DiscoveryCollection {
  private readonly byKey = new Map<string, Collected>();
  private readonly frequency = new Map<string, number>();
  private total = 0;

  add(document: string, text: string, discoveries: readonly (Discovery & { line: number })[]): void {
    for (const unit of unitsOf(text)) {
      this.frequency.set(unit, (this.frequency.get(unit) ?? 0) + 1);
      this.total++;
    }
    for (const discovery of discoveries) this.addOne(document, text, discovery);
  }

  private addOne(document: string, text: string, discovery: Discovery & { line: number }): void {
    const { start, end, language, kind, confidence, items, line } = discovery;
    const key = unitsOf(discovery.text).join(' ');
    const known = this.byKey.get(key);
    const collected: Collected = known ?? {
      texts: new Map(),
      language,
      kind,
      documents: new Set(),
      occurrences: 0,
      confidence: 0,
      contexts: [],
    };
    this.byKey.set(key, collected);
    collected.texts.set(discovery.text, (collected.texts.get(discovery.text) ?? 0) + 1);
    collected.occurrences++;
    collected.confidence = Math.max(collected.confidence, confidence);
    if (items !== undefined) collected.items ??= items;
    const isNewDocument = !collected.documents.has(document);
    collected.documents.add(document);
    if (isNewDocument && collected.contexts.length < MOST_CONTEXTS) {
      const around = text
        .slice(Math.max(0, start - CONTEXT), end + CONTEXT)
        .replace(/\s+/g, ' ')
        .trim();
      collected.contexts.push({ document, line, text: around });
    }
  }

  private keynessOf(key: string, occurrences: number): number {
    const expected = key
      .split(' ')
      .reduce((share, unit) => (share * (this.frequency.get(unit) ?? 1)) / this.total, this.total);
    return logLikelihood(occurrences, expected);
  }

  /** All wordings: those of most documents first, then the most confident, then by keyness. */
  ranked(): CollectedDiscovery[] {
    const all = [...this.byKey].map(([key, { texts, documents, ...rest }]) => ({
      text: [...texts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? key,
      documents: documents.size,
      keyness: Math.round(this.keynessOf(key, rest.occurrences) * 10) / 10,
      ...rest,
    }));
    return all.sort(
      (a, b) =>
        b.documents - a.documents || b.confidence - a.confidence || b.keyness - a.keyness || (a.text < b.text ? -1 : 1),
    );
  }
}
