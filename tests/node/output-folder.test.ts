import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../src/node/document-error.ts';
import { OutputFolder } from '../../src/node/output-folder.ts';
import { AtomicWriter, writeAtomic } from '../../src/node/write-atomic.ts';
import { annotated } from '../formats/annotated.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('an output folder', () => {
  test('holds the documents, a line for each thing found, and the summary', async () => {
    const folder = join(temporaryFolder(), 'new', 'out');
    const output = await OutputFolder.open(folder, { metadataKeys: ['company'], byteOrderMark: true });
    await output.add('sub/a.txt', 'sub/a.txt.json', 'content', annotated('Red Engine', {}, 'sub/a.txt'));
    await output.addFailure('bad.txt', new DocumentError('encoding', 'not valid'));
    await output.addSkipped('x.docx', 'no reader');
    await output.close();
    expect(readFileSync(join(folder, 'sub/a.txt.json'), 'utf8')).toBe('content');
    expect(readFileSync(join(folder, 'summary.csv'), 'utf8')).toMatch(/^\ufeffpath,.*\nsub\/a\.txt,en,2,0,1,1,/);
    const lines = readFileSync(join(folder, 'manifest.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        path: 'sub/a.txt',
        status: 'ok',
        mentions: 1,
        out: ['sub/a.txt.json'],
        digest: 'sha256-q83v+/8=',
      }),
      { path: 'bad.txt', status: 'failed', error: { code: 'encoding', detail: 'not valid' } },
      { path: 'x.docx', status: 'skipped', detail: 'no reader' },
    ]);
  });

  test('until it is closed its manifest is not there', async () => {
    const folder = temporaryFolder();
    const output = await OutputFolder.open(folder);
    await output.addSkipped('x', 'y');
    expect(readdirSync(folder)).not.toContain('manifest.jsonl');
    await output.close();
    expect(readdirSync(folder).sort()).toEqual(['manifest.jsonl', 'summary.csv']);
  });

  test('two documents never share an output', async () => {
    const output = await OutputFolder.open(temporaryFolder());
    await output.add('a.txt', 'a.txt.json', '1', annotated('x'));
    await expect(output.add('a.txt', 'a.txt.json', '2', annotated('x'))).rejects.toMatchObject({ code: 'not-written' });
    await output.close();
    expect(readFileSync(join(output.folder, 'a.txt.json'), 'utf8')).toBe('1');
  });

  test('what the system refuses to write is told of the output, not of the document', async () => {
    const folder = temporaryFolder({ 'a.json/x': 'a folder with the name of an output', sub: 'a file' });
    const output = await OutputFolder.open(folder);
    for (const [out, why] of [
      ['a.json', 'a folder has its name'],
      ['sub/a.json', 'a file lies where its folder should be'],
    ] as const) {
      const message = `${join(folder, out)} cannot be written: ${why}`;
      await expect(output.add('a', out, 'x', annotated('x'))).rejects.toMatchObject({ code: 'not-written', message });
    }
    await output.close();
  });

  test('a place that cannot be written to is refused at once', async () => {
    const folder = temporaryFolder({ file: 'x' });
    await expect(OutputFolder.open(join(folder, 'file', 'out'))).rejects.toBeInstanceOf(DocumentError);
  });
});

test('what could not be written leaves the old file, and nothing beside it', async () => {
  const folder = temporaryFolder({ 'taken/x': 'a folder where a file should go' });
  await expect(writeAtomic(join(folder, 'taken'), 'new')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
  writeFileSync(join(folder, 'a'), 'old');
  await writeAtomic(join(folder, 'a'), 'new');
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a', 'taken']);
});

describe('a writer of many files', () => {
  test('joins the pieces of a file, however long they are, and makes its folders', () => {
    const folder = temporaryFolder({ 'unfinished/.keep': '' });
    const writer = new AtomicWriter(join(folder, 'unfinished'));
    const pieces = [
      '红色引擎\n',
      'é'.repeat(90_000),
      'x'.repeat(300_000),
      new TextEncoder().encode('引擎'),
      '',
      '\ud83d\ude00',
    ];
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : new TextDecoder().decode(piece))).join('');
    for (const name of ['a/b/1', 'a/b/2', 'a/3']) writer.write(join(folder, name), pieces);
    writer.write(join(folder, 'empty'), []);
    for (const name of ['a/b/1', 'a/b/2', 'a/3']) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(readFileSync(join(folder, 'empty'), 'utf8')).toBe('');
    expect(readdirSync(join(folder, 'unfinished'))).toEqual(['.keep']);
  });

  test('leaves the old file and nothing else where it fails, also in the midst of the pieces', () => {
    const folder = temporaryFolder({
      'unfinished/.keep': '',
      'taken/x': 'a folder where a file should go',
      old: 'old',
    });
    const writer = new AtomicWriter(join(folder, 'unfinished'));
    function* broken() {
      yield 'x'.repeat(200_000);
      throw new Error('no more');
    }
    expect(() => writer.write(join(folder, 'taken'), ['new'])).toThrow();
    expect(() => writer.write(join(folder, 'old'), broken())).toThrow('no more');
    expect(() => writer.write(join(folder, 'old', 'x'), ['new'])).toThrow();
    expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('old');
    expect(readdirSync(join(folder, 'unfinished'))).toEqual(['.keep']);
  });
});
