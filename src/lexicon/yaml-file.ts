/** Reads one YAML file against a schema; every problem is named with line and column. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { LexiconIssue } from './issues.ts';

export type YamlPath = readonly (string | number)[];

/** A file read against its schema: its value if it fits, and a way to name places in it. */
export interface YamlFile<T> {
  file: string;
  value: T | undefined;
  issues: LexiconIssue[];
  /** A problem at a place in the file; an unknown path is named at its nearest known parent. */
  issueAt(path: YamlPath, rule: string, message: string): LexiconIssue;
}

const describe = (path: YamlPath) => (path.length === 0 ? '' : `${path.join('.')}: `);

/**
 * Parses `text` (YAML 1.2, dates stay strings) and checks it against `schema`. Never throws: syntax errors and schema errors are
 * issues, all of them at once.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const placeOf = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const issueAt = (path: YamlPath, rule: string, message: string): LexiconIssue => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        return { file, ...placeOf(node.range[0]), rule, message: describe(path) + message };
      }
    }
    return { file, line: 1, column: 1, rule, message: describe(path) + message };
  };
  const syntax = document.errors.map((error) => ({
    file,
    ...placeOf(error.pos[0]),
    rule: 'yaml',
    message: error.message,
  }));
  if (syntax.length > 0) return { file, value: undefined, issues: syntax, issueAt };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, issues: [], issueAt };
  const issues = parsed.error.issues.map((issue) => issueAt(issue.path.map(String), 'schema', issue.message));
  return { file, value: undefined, issues, issueAt };
}
