/**
 * Reads annotated documents back with LibreOffice, which is not part of `npm test`: `node tests/documents/libreoffice.ts`. It must open each
 * and find as many comments as were written, and the same text as before.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DocxPackage } from '../../src/documents/docx-package.ts';
import { fixture, withNotes } from './fixtures.ts';

function convert(file: string, to: string, folder: string): string {
  execFileSync('soffice', ['--headless', '--convert-to', to, '--outdir', folder, file], { stdio: 'ignore' });
  return join(folder, basename(file).replace(/\.[^.]*$/, `.${to.split(':')[0]}`));
}

const count = (text: string, part: string) => text.split(part).length - 1;

let wrong = 0;
function check(what: string, found: unknown, expected: unknown): void {
  const isRight = found === expected;
  if (!isRight) wrong++;
  process.stdout.write(`${isRight ? 'ok   ' : 'WRONG'} ${what}: ${isRight ? '' : `${found}, not `}${expected}\n`);
}

for (const name of ['pandoc.docx', 'libreoffice.docx']) {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-'));
  const { annotated } = await withNotes(fixture(name), 'docx', { notes: 'all' });
  const [before, after] = ['before.docx', 'after.docx'].map((file) => join(folder, file)) as [string, string];
  writeFileSync(before, fixture(name));
  writeFileSync(after, annotated);
  const comments = count(new DocxPackage(annotated).text('word/comments.xml') ?? '', '<w:comment ');
  const odt = readFileSync(convert(after, 'fodt', folder), 'utf8');
  check(`${name}: comments that LibreOffice finds`, count(odt, '<office:annotation '), comments);
  const [old, now] = [before, after].map((file) => readFileSync(convert(file, 'txt:Text', folder), 'utf8'));
  check(`${name}: length of its text`, now?.length, old?.length);
  check(`${name}: its text is the same`, now === old, true);
}
process.exitCode = wrong === 0 ? 0 : 1;
