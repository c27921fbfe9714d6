/** Rules about forms: their syntax, and forms that two entries share. */
import type { LexiconIssue } from '../lexicon/issues.ts';
import type { ReadLexicon } from '../lexicon/read-lexicon.ts';
import type { Entry } from '../lexicon/schema.ts';
import type { YamlFile, YamlPath } from '../lexicon/yaml-file.ts';
import { FormSyntaxError, type FormWord } from '../match/form.ts';
import { readingsOf } from '../match/readings.ts';

interface PlacedForm {
  entry: Entry;
  file: YamlFile<Entry>;
  path: YamlPath;
  text: string;
}

function formsOf(file: YamlFile<Entry>, entry: Entry): PlacedForm[] {
  const english = entry.forms.en.map(({ text }, index) => ({
    entry,
    file,
    path: ['forms', 'en', index, 'text'],
    text,
  }));
  const chinese = entry.forms.zh.map((form, index) => ({
    entry,
    file,
    path: ['forms', 'zh', index],
    text: typeof form === 'string' ? form : form.text,
  }));
  return [...english, ...chinese];
}

/** Phrases that are compiled although they are no forms: cues and antipatterns. */
function phrasesOf(entry: Entry): { path: YamlPath; text: string }[] {
  return [
    ...entry.cues.map((text, index) => ({ path: ['cues', index], text })),
    ...entry.unless.flatMap(({ near, han, en }, index) => [
      ...(near ?? []).map((text, i) => ({ path: ['unless', index, 'near', i], text })),
      ...(han === undefined ? [] : [{ path: ['unless', index, 'han'], text: han }]),
      ...(en === undefined ? [] : [{ path: ['unless', index, 'en'], text: en }]),
    ]),
  ];
}

/** Most word sequences that one form is compared in: alternatives of single words multiply. */
const MOST_KEYS = 512;

function sequencesOf(words: readonly FormWord[]): string[] {
  let sequences = [''];
  for (const word of words) {
    const options = [word.folded, ...word.others];
    if (sequences.length * options.length > MOST_KEYS) options.length = 1;
    const gap = word.afterGap ? ' … ' : ' ';
    sequences = sequences.flatMap((sequence) => options.map((option) => sequence + gap + option));
  }
  return sequences;
}

/** The word sequences of a form as keys, without those in another order; an issue where it has no valid syntax. */
function keysOf(form: PlacedForm, issues: LexiconIssue[]): string[] {
  try {
    const readings = readingsOf(form.text).filter(({ isReordered }) => !isReordered);
    return [...new Set(readings.flatMap(({ words }) => sequencesOf(words)))];
  } catch (error) {
    if (!(error instanceof FormSyntaxError)) throw error;
    issues.push(form.file.issueAt(form.path, 'form-syntax', error.message));
    return [];
  }
}

const isDeclared = (a: Entry, b: Entry) => a.ambiguousWith.includes(b.id) && b.ambiguousWith.includes(a.id);

/** Forms that do not parse, forms listed twice, and forms of two entries that do not name each other in `ambiguousWith`. */
export function checkForms({ entryFiles }: ReadLexicon): LexiconIssue[] {
  const issues: LexiconIssue[] = [];
  const ownersByKey = new Map<string, PlacedForm[]>();
  for (const file of entryFiles.values()) {
    if (file.value === undefined) continue;
    for (const { path, text } of phrasesOf(file.value)) keysOf({ entry: file.value, file, path, text }, issues);
    for (const form of formsOf(file, file.value)) {
      const said = new Set<string>();
      for (const key of keysOf(form, issues)) {
        const owners = ownersByKey.get(key) ?? [];
        for (const owner of owners) {
          const message = ownerMessage(form, owner);
          if (owner.path === form.path || message === undefined || said.has(message)) continue;
          said.add(message);
          issues.push(file.issueAt(form.path, owner.entry === form.entry ? 'repeated-form' : 'shared-form', message));
        }
        ownersByKey.set(key, [...owners, form]);
      }
    }
  }
  return issues;
}

function ownerMessage(form: PlacedForm, owner: PlacedForm): string | undefined {
  if (owner.entry === form.entry) {
    return form.text === owner.text ? `"${form.text}" is listed twice` : undefined;
  }
  if (isDeclared(form.entry, owner.entry)) return undefined;
  return `"${form.text}" is also a form of "${owner.entry.id}" ("${owner.text}"): drop one, or name each other in ambiguousWith`;
}
