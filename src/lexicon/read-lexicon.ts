/** Puts the lexicon together from the texts of its files. Knows nothing of where these lie: the caller reads them. */
import { z } from 'zod';
import type { LexiconIssue } from './issues.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import {
  type Entry,
  EntrySchema,
  type Lens,
  LensSchema,
  RetiredSchema,
  SourceSchema,
  SynonymGroupSchema,
} from './schema.ts';
import { isSubject, SUBJECT_IDS } from './subjects.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A file of the lexicon: its path relative to the lexicon's folder, with forward slashes, and its text. */
export interface LexiconFile {
  path: string;
  text: string;
}

/** The lexicon as far as it could be read, with a way to name places in its files. */
export interface ReadLexicon {
  lexicon: Lexicon;
  issues: LexiconIssue[];
  entryFiles: ReadonlyMap<string, YamlFile<Entry>>;
  lensFiles: ReadonlyMap<string, YamlFile<Lens>>;
  sourceFile: YamlFile<z.infer<typeof SourceSchema>[]> | undefined;
}

const AboutSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/, 'a version is YEAR.MONTH.NUMBER, as in 2026.11.0'),
  title: z.string(),
  licence: z.string(),
});

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');

function duplicates<T extends { id: string }>(file: YamlFile<T[]>): LexiconIssue[] {
  const seen = new Set<string>();
  return (file.value ?? []).flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [file.issueAt([index, 'id'], 'duplicate-id', `"${id}" stands twice: ids are unique`)];
  });
}

/** A word that stands in two groups would join them. */
function repeatedWords(file: YamlFile<string[][]>): LexiconIssue[] {
  const seen = new Set<string>();
  return (file.value ?? []).flatMap((group, i) =>
    group.flatMap((word, j) => {
      if (!seen.has(word)) {
        seen.add(word);
        return [];
      }
      return [file.issueAt([i, j], 'repeated-synonym', `"${word}" stands in two groups: they would become one`)];
    }),
  );
}

class Reader {
  readonly entries: LexiconEntry[] = [];
  readonly lenses: Lens[] = [];
  readonly issues: LexiconIssue[] = [];
  readonly entryFiles = new Map<string, YamlFile<Entry>>();
  readonly lensFiles = new Map<string, YamlFile<Lens>>();
  sourceFile: YamlFile<z.infer<typeof SourceSchema>[]> | undefined;
  retired: z.infer<typeof RetiredSchema>[] = [];
  synonyms: string[][] = [];
  version = '0.0.0';

  private read<T>(file: LexiconFile, schema: z.ZodType<T>): YamlFile<T> {
    const read = readYaml(file.path, file.text, schema);
    this.issues.push(...read.issues);
    return read;
  }

  private checkName(file: YamlFile<{ id: string }>): void {
    const expected = baseName(file.file);
    if (file.value !== undefined && file.value.id !== expected) {
      this.issues.push(file.issueAt(['id'], 'file-name', `"${file.value.id}" is not the file's name, "${expected}"`));
    }
  }

  entry(file: LexiconFile): void {
    const folders = file.path.split('/');
    const subject = folders[1] ?? '';
    const read = this.read(file, EntrySchema);
    this.checkName(read);
    if (folders.length !== 3 || !isSubject(subject)) {
      const message = `an entry lies in terms/<subject>/; subjects are ${SUBJECT_IDS.join(', ')}`;
      this.issues.push({ file: file.path, line: 0, column: 0, rule: 'subject', message });
      return;
    }
    if (read.value === undefined) return;
    const other = this.entryFiles.get(read.value.id);
    if (other !== undefined) {
      this.issues.push(read.issueAt(['id'], 'duplicate-id', `"${read.value.id}" is also the id of ${other.file}`));
      return;
    }
    this.entryFiles.set(read.value.id, read);
    this.entries.push({ ...read.value, subject });
  }

  lens(file: LexiconFile): void {
    const read = this.read(file, LensSchema);
    this.checkName(read);
    if (read.value === undefined) return;
    this.lensFiles.set(read.value.id, read);
    this.lenses.push(read.value);
  }

  other(file: LexiconFile): void {
    if (file.path === 'sources.yaml') {
      this.sourceFile = this.read(file, z.array(SourceSchema));
      this.issues.push(...duplicates(this.sourceFile));
    } else if (file.path === 'retired.yaml') {
      const read = this.read(file, z.array(RetiredSchema));
      this.issues.push(...duplicates(read));
      this.retired = read.value ?? [];
    } else if (file.path === 'synonyms.yaml') {
      const read = this.read(file, z.array(SynonymGroupSchema));
      this.issues.push(...repeatedWords(read));
      this.synonyms = read.value ?? [];
    } else if (file.path === 'lexicon.yaml') {
      this.version = this.read(file, AboutSchema).value?.version ?? this.version;
    } else {
      const message = 'not a file of the lexicon: entries go to terms/<subject>/, lenses to lenses/';
      this.issues.push({ file: file.path, line: 0, column: 0, rule: 'stray-file', message });
    }
  }
}

/** Reads all files; what does not fit its schema is left out of the lexicon and named in `issues`. */
export function readLexicon(files: readonly LexiconFile[]): ReadLexicon {
  const reader = new Reader();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (file.path.startsWith('terms/')) reader.entry(file);
    else if (file.path.startsWith('lenses/')) reader.lens(file);
    else reader.other(file);
  }
  const { entries, lenses, issues, entryFiles, lensFiles, sourceFile, retired, synonyms, version } = reader;
  const sources = sourceFile?.value ?? [];
  return {
    lexicon: { version, entries, sources, lenses, retired, synonyms },
    issues,
    entryFiles,
    lensFiles,
    sourceFile,
  };
}
