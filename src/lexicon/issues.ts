/** Problems found in the lexicon's files: data here, sentences where they are printed. */
export interface LexiconIssue {
  /** Path of the file, relative to the lexicon's folder. */
  file: string;
  /** From 1; 0 when the problem is the file as a whole. */
  line: number;
  column: number;
  /** Stable name of the rule, as in `unknown-source`. */
  rule: string;
  /** What is wrong and how to mend it. */
  message: string;
}

/** `file:line:column: rule: message`, as editors understand it. */
export function formatIssue({ file, line, column, rule, message }: LexiconIssue): string {
  return line === 0 ? `${file}: ${rule}: ${message}` : `${file}:${line}:${column}: ${rule}: ${message}`;
}

/** By file, then by place. */
export function compareIssues(a: LexiconIssue, b: LexiconIssue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1);
}
