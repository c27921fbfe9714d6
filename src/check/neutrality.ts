/** The rule that glosses, literal meanings and definitions pass no verdict. */
import type { LexiconIssue } from '../lexicon/issues.ts';
import type { Entry } from '../lexicon/schema.ts';
import type { YamlFile } from '../lexicon/yaml-file.ts';
import { findVerdict } from './verdict-words.ts';

/** Verdict words in the neutral fields of one entry. */
export function checkNeutrality(file: YamlFile<Entry>, entry: Entry): LexiconIssue[] {
  const fields = [
    { path: ['gloss'], text: entry.gloss },
    { path: ['literal'], text: entry.literal },
    { path: ['definition', 'text'], text: entry.definition?.text },
  ];
  return fields.flatMap(({ path, text }) => {
    const verdict = text === undefined ? undefined : findVerdict(text);
    if (verdict === undefined) return [];
    const message = `"${verdict}" is a verdict: say it neutrally, or as a reading of a named source`;
    return [file.issueAt(path, 'verdict', message)];
  });
}
