/** Rules about what an entry points to: sources, lenses, other entries. */
import type { LexiconIssue } from '../lexicon/issues.ts';
import type { ReadLexicon } from '../lexicon/read-lexicon.ts';
import type { Entry } from '../lexicon/schema.ts';
import type { YamlFile, YamlPath } from '../lexicon/yaml-file.ts';

interface Known {
  entries: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  themesByLens: ReadonlyMap<string, ReadonlySet<string>>;
}

function nearest(wanted: string, known: Iterable<string>): string {
  const words = new Set(wanted.split('-'));
  let best = '';
  let most = 0;
  for (const id of known) {
    const shared = id.split('-').filter((word) => words.has(word)).length;
    if (shared > most) [best, most] = [id, shared];
  }
  return best === '' ? '' : `; did you mean "${best}"?`;
}

function sourcePaths(entry: Entry): { id: string; path: YamlPath }[] {
  const at = (ids: readonly string[] | undefined, ...path: string[]) =>
    (ids ?? []).map((id, index) => ({ id, path: [...path, index] }));
  return [
    ...at(entry.definition?.sources, 'definition', 'sources'),
    ...at(entry.origin?.sources, 'origin', 'sources'),
    ...at(entry.reviewed?.sources, 'reviewed', 'sources'),
  ];
}

function entryPaths(entry: Entry): { id: string; path: YamlPath }[] {
  return [
    ...entry.related.map(({ id }, index) => ({ id, path: ['related', index, 'id'] })),
    ...entry.ambiguousWith.map((id, index) => ({ id, path: ['ambiguousWith', index] })),
    ...entry.members.flatMap(({ term }, index) =>
      term === undefined ? [] : [{ id: term, path: ['members', index, 'term'] }],
    ),
  ];
}

function checkEntry(file: YamlFile<Entry>, entry: Entry, known: Known): LexiconIssue[] {
  const issues: LexiconIssue[] = [];
  for (const { id, path } of sourcePaths(entry)) {
    if (!known.sources.has(id)) {
      issues.push(file.issueAt(path, 'unknown-source', `"${id}" is not in sources.yaml${nearest(id, known.sources)}`));
    }
  }
  for (const { id, path } of entryPaths(entry)) {
    if (id === entry.id) issues.push(file.issueAt(path, 'self-reference', 'an entry does not point to itself'));
    else if (!known.entries.has(id)) {
      issues.push(file.issueAt(path, 'unknown-entry', `there is no entry "${id}"${nearest(id, known.entries)}`));
    }
  }
  entry.readings.forEach(({ lens, theme }, index) => {
    const themes = known.themesByLens.get(lens);
    if (themes === undefined) {
      issues.push(file.issueAt(['readings', index, 'lens'], 'unknown-lens', `there is no lens "${lens}" in lenses/`));
    } else if (!themes.has(theme)) {
      const message = `lens "${lens}" has no theme "${theme}", only ${[...themes].join(', ')}`;
      issues.push(file.issueAt(['readings', index, 'theme'], 'unknown-theme', message));
    }
  });
  return issues;
}

/** Dangling references of entries and lenses, ids that come back from retirement, and sources that nothing cites. */
export function checkReferences({ lexicon, entryFiles, lensFiles, sourceFile }: ReadLexicon): LexiconIssue[] {
  const known: Known = {
    entries: new Set(lexicon.entries.map(({ id }) => id)),
    sources: new Set(lexicon.sources.map(({ id }) => id)),
    themesByLens: new Map(lexicon.lenses.map((lens) => [lens.id, new Set(lens.themes.map(({ id }) => id))])),
  };
  const issues: LexiconIssue[] = [];
  for (const file of entryFiles.values()) {
    if (file.value !== undefined) issues.push(...checkEntry(file, file.value, known));
  }
  for (const file of lensFiles.values()) {
    const source = file.value?.source;
    if (source !== undefined && !known.sources.has(source)) {
      issues.push(file.issueAt(['source'], 'unknown-source', `"${source}" is not in sources.yaml`));
    }
  }
  for (const { id, successor } of lexicon.retired) {
    const revived = entryFiles.get(id);
    if (revived !== undefined)
      issues.push(revived.issueAt(['id'], 'retired-id', `"${id}" is retired: take another id`));
    if (successor !== undefined && !known.entries.has(successor)) {
      const message = `the successor of "${id}", "${successor}", is no entry`;
      issues.push({ file: 'retired.yaml', line: 0, column: 0, rule: 'unknown-entry', message });
    }
  }
  const cited = new Set([
    ...lexicon.entries.flatMap((entry) => sourcePaths(entry).map(({ id }) => id)),
    ...lexicon.lenses.map(({ source }) => source),
  ]);
  lexicon.sources.forEach(({ id }, index) => {
    if (cited.has(id) || sourceFile === undefined) return;
    issues.push(sourceFile.issueAt([index, 'id'], 'unused-source', `nothing cites "${id}": remove it`));
  });
  return issues;
}
