/** A folder of documents for measuring: `ledger.tsv`, the texts, and `marks/` where somebody marked every formulation. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Part = 'development' | 'held-out';

/** A stretch that an expert marked. */
export interface Mark {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  text: string;
  layer: string;
  /** In Chinese. */
  concept: string;
}

export interface EvaluationDocument {
  path: string;
  language: 'en' | 'zh';
  part: Part;
  isOrdinary: boolean;
  text: string;
  /** Missing where nobody marked it. */
  marks?: Mark[];
}

function rowsOf(path: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').replace(/\r/g, '').split('\n');
  const keys = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [keys[i] ?? '', cell])));
}

/** The file of a document's marks, under any of the names that a marker may have given it. */
function marksPath(folder: string, document: string): string | undefined {
  const bare = document.replace(/\.txt$/, '');
  const names = [
    document,
    bare,
    document.replaceAll('/', '__'),
    bare.replaceAll('/', '__'),
    basename(document),
    basename(bare),
  ];
  return names.map((name) => join(folder, 'marks', `${name}.tsv`)).find((path) => existsSync(path));
}

/**
 * The marks of a document. Offsets are corrected by the text that was marked, where it stands nearby.
 * @throws {Error} when a marked text is not in the document.
 */
function readMarks(path: string, text: string): Mark[] {
  return rowsOf(path).map((row) => {
    const marked = (row.text ?? '').replaceAll('\\n', '\n');
    let start = Number(row.start);
    if (text.slice(start, Number(row.end)) !== marked) {
      const squeeze = (written: string) => written.replace(/\s+/g, ' ');
      if (squeeze(text.slice(start, Number(row.end))) !== squeeze(marked)) {
        const before = text.lastIndexOf(marked, start);
        const after = text.indexOf(marked, start);
        if (before < 0 && after < 0) throw new Error(`${path}: "${marked}" is not in the document`);
        start = after < 0 || (before >= 0 && start - before < after - start) ? before : after;
        return { start, end: start + marked.length, text: marked, layer: row.layer ?? '', concept: row.concept ?? '' };
      }
    }
    return { start, end: Number(row.end), text: marked, layer: row.layer ?? '', concept: row.concept ?? '' };
  });
}

/**
 * Reads the documents of one part, and of no other: a held-out text is not opened unless it is asked for.
 * @throws {Error} when a text is not the one whose digest the ledger has.
 */
export function readCorpus(folder: string, part: Part): EvaluationDocument[] {
  return rowsOf(join(folder, 'ledger.tsv'))
    .filter((row) => row.part === part)
    .map((row) => {
      const path = row.document as string;
      const bytes = readFileSync(join(folder, path));
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (row.sha256 !== '' && row.sha256 !== digest) throw new Error(`${path} is not the text of the ledger`);
      const text = bytes.toString('utf8');
      const marks = marksPath(folder, path);
      return {
        path,
        language: row.language === 'zh' ? 'zh' : 'en',
        part,
        isOrdinary: path.startsWith('ordinary/'),
        text,
        ...(marks === undefined ? {} : { marks: readMarks(marks, text) }),
      };
    });
}
