/** Compiles a lexicon: forms, cues and antipatterns through the same tokenizer and the same pattern compiler. */
import type { Lexicon, LexiconEntry } from '../lexicon/lexicon.ts';
import { compilePatterns, type FormText, type Inflect } from '../match/compile.ts';
import { compileNear, type NearForm } from '../match/compile-near.ts';
import { romanisationsOf } from '../match/pinyin-forms.ts';
import type { CompiledContext, CompiledForm, CompiledLexicon, CompiledUnless } from './compiled.ts';

/** Tokens to either side in which `near` looks when the entry does not say. */
export const DEFAULT_WITHIN = 10;

function formsOf(entry: LexiconEntry, index: number): CompiledForm[] {
  const english = entry.forms.en.map((form) => ({
    entry: index,
    text: form.text,
    status: form.status,
    language: 'en' as const,
    isDistinctive: form.distinctive ?? entry.distinctive,
  }));
  if (entry.zh === undefined || entry.zh.status === 'back-translated') return english;
  const chinese = entry.forms.zh.map((form) => {
    const { text, distinctive } = typeof form === 'string' ? { text: form, distinctive: undefined } : form;
    const status =
      text === entry.zh?.hans && entry.zh.status === 'attested' ? ('official' as const) : ('attested' as const);
    return { entry: index, text, status, language: 'zh' as const, isDistinctive: distinctive ?? entry.distinctive };
  });
  return [...english, ...chinese];
}

class PhraseTable {
  readonly texts: string[] = [];
  private readonly idByText = new Map<string, number>();
  id(text: string): number {
    let id = this.idByText.get(text);
    if (id === undefined) {
      id = this.texts.push(text) - 1;
      this.idByText.set(text, id);
    }
    return id;
  }
}

function compileUnless(clause: LexiconEntry['unless'][number], phrases: PhraseTable): CompiledUnless {
  const { id, near, within, han, en, why } = clause;
  const texts = near ?? [(han ?? en) as string];
  return {
    id,
    kind: near === undefined ? 'longer' : 'near',
    phrases: texts.map((text) => phrases.id(text)),
    within: within ?? DEFAULT_WITHIN,
    why,
  };
}

function compileContext(
  entry: LexiconEntry,
  indexById: ReadonlyMap<string, number>,
  phrases: PhraseTable,
): CompiledContext {
  const official = entry.forms.en.find((form) => form.status === 'official')?.text;
  return {
    cues: [...new Set(entry.cues.map((cue) => phrases.id(cue)))].sort((a, b) => a - b),
    unless: entry.unless.map((clause) => compileUnless(clause, phrases)),
    ambiguousWith: entry.ambiguousWith.flatMap((id) => indexById.get(id) ?? []),
    ...(official === undefined ? {} : { official: firstReading(official) }),
  };
}

/** A form without its syntax, as a reader would write it: the first alternative, optional parts left out. */
export function firstReading(form: string): string {
  return form
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/\(([^()|]*)(?:\|[^()]*)?\)/g, '$1')
    .replace(/=/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const asFormText = (text: string, payload: number): FormText => ({ text, payload, isExact: false });

const isFixed = ({ layer }: LexiconEntry) => layer === 'formulation' || layer === 'policy';

/** The pinyin of the Chinese headwords of fixed wordings and policy terms, as forms of those headwords. */
function pinyinForms(entries: readonly LexiconEntry[], forms: readonly CompiledForm[]): FormText[] {
  return forms.flatMap(({ entry: index, text, language }, payload) => {
    const entry = entries[index] as LexiconEntry;
    const { zh } = entry;
    if (!isFixed(entry) || language !== 'zh' || zh === undefined || text !== zh.hans) return [];
    return romanisationsOf(zh.pinyin).map((written) => ({ text: written, payload, isExact: true, isPinyin: true }));
  });
}

/** The English forms of fixed wordings and of policy terms, whose other wordings are looked for; a misleading one has none. */
function nearForms(entries: readonly LexiconEntry[], forms: readonly CompiledForm[]): NearForm[] {
  return forms.flatMap(({ entry, text, language, status, isDistinctive }, payload) => {
    const isSought = isFixed(entries[entry] as LexiconEntry) && language === 'en' && status !== 'misleading';
    return isSought ? [{ text, payload, isDistinctive }] : [];
  });
}

/**
 * Compiles a checked lexicon. The digest stays empty: the platform computes it over the artefact.
 * @throws {FormSyntaxError} when a form does not follow the syntax; `check` names all of them with file and line.
 */
export function compileLexicon(lexicon: Lexicon, inflect: Inflect): CompiledLexicon {
  const entries = [...lexicon.entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexById = new Map(entries.map((entry, index) => [entry.id, index]));
  const phrases = new PhraseTable();
  const forms = entries.flatMap(formsOf);
  const contexts = entries.map((entry) => compileContext(entry, indexById, phrases));
  return {
    version: lexicon.version,
    digest: '',
    entries,
    ids: entries.map(({ id }) => id),
    sources: lexicon.sources,
    sourceIds: lexicon.sources.map(({ id }) => id),
    lenses: lexicon.lenses,
    retired: lexicon.retired,
    forms,
    contexts,
    contextPhrases: phrases.texts.map((text) => ({ text })),
    formPatterns: compilePatterns(
      [...forms.map((form, payload) => asFormText(form.text, payload)), ...pinyinForms(entries, forms)],
      inflect,
    ),
    nearPhrases: compileNear(nearForms(entries, forms), lexicon.synonyms ?? [], inflect),
    contextPatterns: compilePatterns(phrases.texts.map(asFormText), inflect),
  };
}
