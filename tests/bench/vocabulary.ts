/** Words to write texts and forms with: English from compromise's lexicon by part of speech, Chinese from OpenCC's phrase table. */
import nlp from 'compromise/two';
import phrases from 'opencc-js/dict/STPhrases';
import { createRandom } from './random.ts';

export interface EnglishWords {
  noun: string[];
  plural: string[];
  adjective: string[];
  past: string[];
  gerund: string[];
  infinitive: string[];
  name: string[];
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

export function englishWords(): EnglishWords {
  const { model } = nlp.world() as unknown as { model: { one: { lexicon: Record<string, string | string[]> } } };
  const byTag = new Map<string, string[]>();
  for (const [word, tags] of Object.entries(model.one.lexicon)) {
    // wink-nlp cannot compile a pattern with the name of an object's own method.
    if (!/^[a-z]{3,}$/.test(word) || word in {}) continue;
    const tag = [tags].flat()[0] ?? '';
    byTag.set(tag, [...(byTag.get(tag) ?? []), word]);
  }
  const words = (tag: string, seed: number) => shuffled((byTag.get(tag) ?? []).sort(), seed);
  return {
    noun: [...words('Singular', 1), ...words('Actor', 2)],
    plural: words('Plural', 3),
    adjective: words('Adjective', 4),
    past: words('PastTense', 5),
    gerund: words('Gerund', 6),
    infinitive: words('Infinitive', 7),
    name: words('LastName', 8).map((name) => (name[0] ?? '').toUpperCase() + name.slice(1)),
  };
}

/** Chinese words of two characters and more, and phrases of four and more. */
export function chineseWords(): { words: string[]; phrases: string[] } {
  const all = (phrases as string).split('|').map((row) => row.split(' ')[0] ?? '');
  const clean = all.filter((word) => /^\p{Script=Han}+$/u.test(word));
  return {
    words: shuffled(
      clean.filter((word) => word.length <= 3),
      9,
    ),
    phrases: shuffled(
      clean.filter((word) => word.length >= 4),
      10,
    ),
  };
}
