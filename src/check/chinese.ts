/** Rules about the Chinese of an entry: pinyin fits, traditional folds to simplified, a form stands for the headword. */
import type { LexiconIssue } from '../lexicon/issues.ts';
import type { Entry } from '../lexicon/schema.ts';
import type { YamlFile } from '../lexicon/yaml-file.ts';
import { fold } from '../text/fold.ts';
import { misfittingIdeograph } from './pinyin.ts';

/** Checks one entry; nothing for an entry without Chinese. */
export function checkChinese(file: YamlFile<Entry>, entry: Entry): LexiconIssue[] {
  if (entry.zh === undefined) return [];
  const { hans, hant, pinyin, status } = entry.zh;
  const issues: LexiconIssue[] = [];
  const misfit = misfittingIdeograph(hans, pinyin);
  if (misfit !== undefined) {
    issues.push(file.issueAt(['zh', 'pinyin'], 'pinyin', `"${pinyin}" does not fit ${hans}: look at ${misfit}`));
  }
  if (fold(hant) !== fold(hans)) {
    issues.push(
      file.issueAt(['zh', 'hant'], 'traditional', `${hant} does not fold to ${hans}, character by character`),
    );
  }
  const texts = entry.forms.zh.map((form) => (typeof form === 'string' ? form : form.text));
  if (status === 'back-translated' && texts.length > 0) {
    const message = 'back-translated Chinese is never searched: leave forms.zh empty';
    issues.push(file.issueAt(['forms', 'zh'], 'back-translated', message));
  }
  texts.forEach((text, index) => {
    if (fold(text).length < 2) {
      issues.push(
        file.issueAt(
          ['forms', 'zh', index],
          'short-form',
          `"${text}" is a single character: it would be found everywhere`,
        ),
      );
    }
  });
  return issues;
}
