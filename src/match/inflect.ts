/**
 * Inflected forms of a word, asked of `compromise` once per distinct word when the lexicon is compiled and never when text is read.
 * What it proposes is checked: a verb must conjugate back to the word, a singular must give the plural again.
 */
import nlp from 'compromise/two';

type Tense = 'Infinitive' | 'PastTense' | 'PresentTense' | 'Gerund';
interface World {
  methods: {
    two: {
      transform: {
        noun: { toPlural(word: string, model: unknown): string; toSingular(word: string, model: unknown): string };
        verb: {
          conjugate(infinitive: string, model: unknown): Partial<Record<Tense, string>>;
          toInfinitive(word: string, model: unknown, tense: Tense): string;
        };
      };
    };
  };
  model: { one: { lexicon: Record<string, unknown> }; two: { switches?: Record<string, string> } };
}

const { methods, model } = nlp.world() as unknown as World;
const { noun, verb } = methods.two.transform;

/** Words that only look as if they could be inflected. */
const INVARIABLE = new Set(
  'the of and or to in on for with by from at as its is be new high well all self non pro per one two three four five six seven eight nine ten no not up out new their this that into over under upon than'.split(
    ' ',
  ),
);

const ADVERB = /(?:al|iv|ous|ful|ent|ant|ic|ing|ed|sive|tive)e?ly$/;

function isVerb(infinitive: string): boolean {
  const tag = Object.hasOwn(model.one.lexicon, infinitive) ? model.one.lexicon[infinitive] : undefined;
  const isListed = tag === 'Infinitive' || (Array.isArray(tag) && tag.includes('Infinitive'));
  const isSwitch = (model.two.switches?.[infinitive] ?? '').includes('Verb');
  return isListed || isSwitch || /(?:i[sz]e|ify|[^aeiou]ate)$/.test(infinitive);
}

function verbForms(word: string): string[] {
  for (const tense of ['Infinitive', 'PresentTense', 'Gerund', 'PastTense'] as const) {
    const infinitive = tense === 'Infinitive' ? word : verb.toInfinitive(word, model, tense);
    if (infinitive === '' || !isVerb(infinitive)) continue;
    const forms = verb.conjugate(infinitive, model);
    const all = [infinitive, forms.PastTense, forms.PresentTense, forms.Gerund].filter((form) => form !== undefined);
    if (all.includes(word)) return all.flatMap((form) => form.split('|')).filter((form) => /^[a-z]+$/.test(form));
  }
  return [];
}

function nounForms(word: string): string[] {
  const singular = word.endsWith('s') && !word.endsWith('ss') ? noun.toSingular(word, model) : word;
  const isPlural = singular !== word && noun.toPlural(singular, model) === word;
  const base = isPlural ? singular : word;
  if (ADVERB.test(word) || (!isPlural && /[^su]s$/.test(word))) return [];
  const plural = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : noun.toPlural(base, model);
  const forms = /^[a-z]+$/.test(plural) ? [base, plural] : [base];
  // The apostrophe is no part of a folded token, so that `Party's` reads partys and `branches'` branches.
  return [...forms, `${base}s`];
}

const formsByWord = new Map<string, string[]>();

/**
 * Plural, possessive and verb forms of a folded English word, itself left out: `branch` gives branches, branchs (branch's),
 * branched, branching. Nothing for words under three letters, for digits and for function words.
 */
export function inflect(word: string): string[] {
  const known = formsByWord.get(word);
  if (known !== undefined) return known;
  let forms: string[] = [];
  if (/^[a-z]{3,}$/.test(word) && !INVARIABLE.has(word)) {
    const verbs = verbForms(word);
    const nouns = verbs.length > 0 && /ed$/.test(word) ? [] : nounForms(word);
    forms = [...new Set([...nouns, ...verbs])].filter((form) => form !== word && form.length > 2);
  } else if (/^[a-z]{2}$/.test(word) && !INVARIABLE.has(word)) {
    forms = [`${word}s`];
  }
  formsByWord.set(word, forms);
  return forms;
}
