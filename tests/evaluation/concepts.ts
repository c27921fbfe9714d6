/** Which entries stand for a concept that an expert named in Chinese. */
import type { CompiledLexicon } from '../../src/context/compiled.ts';
import { fold } from '../../src/text/fold.ts';

const hanOf = (text: string) => fold(text).replace(/[^\p{Script=Han}0-9]/gu, '');

/** Share of a concept that an entry's Chinese must be when the concept holds it, and the other way round. */
const LEAST_SHARE = 0.6;
const LEAST_OF_ENTRY = 0.75;

/** A function from a concept to the ids of its entries among the layers that are reported by default: the same Chinese, or one name that holds the other and is not much longer. */
export function conceptFinder(lexicon: CompiledLexicon): (concept: string) => ReadonlySet<string> {
  const idsByHan = new Map<string, Set<string>>();
  const add = (han: string, id: string) => {
    const ids = idsByHan.get(han);
    if (ids === undefined) idsByHan.set(han, new Set([id]));
    else ids.add(id);
  };
  for (const entry of lexicon.entries) {
    if (entry.layer !== 'formulation' && entry.layer !== 'policy') continue;
    if (entry.zh !== undefined) add(hanOf(entry.zh.hans), entry.id);
    for (const form of entry.forms.zh) add(hanOf(typeof form === 'string' ? form : form.text), entry.id);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return (concept) => {
    const cached = known.get(concept);
    if (cached !== undefined) return cached;
    const ids = new Set<string>();
    for (const part of concept.split(/[/|；;]/)) {
      const han = hanOf(part);
      for (const id of idsByHan.get(han) ?? []) ids.add(id);
      if (ids.size > 0 || han.length < 3) continue;
      for (const [other, owners] of idsByHan) {
        const [shorter, longer] = han.length < other.length ? [han, other] : [other, han];
        const least = shorter === han ? LEAST_OF_ENTRY : LEAST_SHARE;
        if (shorter.length < 3 || shorter.length / longer.length < least || !longer.includes(shorter)) continue;
        for (const id of owners) ids.add(id);
      }
    }
    known.set(concept, ids);
    return ids;
  };
}
