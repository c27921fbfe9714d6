/** Plain text with numbers behind its mentions and numbered notes after its end. */
import type { AnnotateResult } from '../annotate/result.ts';
import { disjoint, linesOfNote, NOTES_PREFACE, type NoteOptions, noteOrigin, notesOf, pickMentions } from './notes.ts';
import type { Insertion } from './splice.ts';

const MARKS = [(n: number) => `[${n}]`, (n: number) => `[T${n}]`, (n: number) => `[Tifa ${n}]`];

/** How notes are numbered: so that no number of the text itself looks like one. */
function markFor(text: string): (number: number) => string {
  return MARKS.find((mark) => !text.includes(mark(1).slice(0, -1))) ?? (MARKS[0] as (n: number) => string);
}

/** What is put into a text, which is its own text view. */
export function textInsertions(
  text: string,
  result: AnnotateResult,
  options: NoteOptions,
  script: 'hans' | 'hant' = 'hans',
): Insertion[] {
  const notes = notesOf(result, script);
  if (notes.size === 0) return [];
  const mark = markFor(text);
  const numberOf = new Map([...notes.keys()].map((term, i) => [term, i + 1]));
  const picked = disjoint(pickMentions(result.mentions, [], options.notes));
  const insertions = picked.map(({ end, term }) => ({ at: end, text: mark(numberOf.get(term) ?? 0) }));
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const list = [...notes.values()].map((note, i) => {
    const [title, ...lines] = linesOfNote(note);
    return [`${mark(i + 1)} ${title}`, ...lines.map((line) => `    ${line}`)].join(newLine);
  });
  const head = [`Notes (${noteOrigin(result)})`, NOTES_PREFACE].join(newLine);
  const before = /(?:\r\n|\r|\n)$/.test(text) ? newLine : newLine + newLine;
  return [...insertions, { at: text.length, text: `${before}${[head, ...list].join(newLine + newLine)}${newLine}` }];
}
