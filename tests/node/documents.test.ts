import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/node/digest.ts';
import { type FoundFile, findDocuments } from '../../src/node/find-documents.ts';
import { contentOf, readDocument, readFileBytesAtOnce, readStream } from '../../src/node/read-document.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder({
  'b.txt': 'Red Engine',
  'UPPER.TXT': 'upper case',
  'sub/a.md': '# Red Engine',
  'sub/deep/page.html': '<p>红色引擎</p>',
  'sub/scan.tiff': 'x',
  'out/b.txt.html': 'written by an earlier run',
  '.hidden/x.txt': 'x',
  'bom.txt': '\ufeffRed Engine',
});
symlinkSync(join(folder, 'b.txt'), join(folder, 'link.txt'));
symlinkSync(join(folder, 'sub'), join(folder, 'sub-link'));
symlinkSync(join(folder, 'nowhere'), join(folder, 'zz-broken.txt'));

execFileSync('mkfifo', [join(folder, 'nobody-writes.txt')]);
symlinkSync(join(folder, 'nobody-writes.txt'), join(folder, 'pipe-link.txt'));

async function found(argument: string, exclude?: string): Promise<FoundFile[]> {
  return Array.fromAsync(findDocuments(argument, exclude));
}

describe('finding', () => {
  test('walks a folder in the order of names, with POSIX paths relative to it', async () => {
    const files = await found(folder, join(folder, 'out'));
    expect(files.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'document UPPER.TXT',
      'document b.txt',
      'document bom.txt',
      'document link.txt',
      'skipped nobody-writes.txt',
      'skipped pipe-link.txt',
      'document sub/a.md',
      'document sub/deep/page.html',
      'skipped sub/scan.tiff',
      'skipped sub-link',
      'failed zz-broken.txt',
    ]);
  });

  test('an output folder is not entered by another path to it either', async () => {
    const linked = join(folder, 'sub-link');
    const files = await found(linked, join(folder, 'sub', 'deep'));
    expect(files.map(({ id }) => id)).toEqual(['a.md', 'scan.tiff']);
  });

  test.runIf(process.platform === 'linux')(
    'a name that is not UTF-8 is told of, since it cannot be opened',
    async () => {
      const other = temporaryFolder({});
      writeFileSync(
        Buffer.concat([Buffer.from(`${other}/`), Buffer.from([0xd0, 0xc2, 0xce, 0xc5]), Buffer.from('.txt')]),
        'x',
      );
      const files = await found(other);
      expect(files).toMatchObject([{ kind: 'failed', error: { message: expect.stringContaining('not UTF-8') } }]);
    },
  );

  test('enters every folder that is not excluded', async () => {
    expect((await found(folder)).map(({ id }) => id)).toContain('out/b.txt.html');
  });

  test('a named file keeps the path it was named by; its output lies at the top', async () => {
    const [file] = await found(join(folder, 'sub/a.md'));
    expect(file).toMatchObject({ kind: 'document', id: join(folder, 'sub/a.md'), output: 'a.md' });
  });

  test('a named file without a reader, or that is not there, is an error with the way out', async () => {
    const [pdf] = await found(join(folder, 'sub/scan.tiff'));
    expect(pdf).toMatchObject({
      kind: 'failed',
      error: { code: 'no-reader', message: expect.stringContaining('.txt') },
    });
    const [missing] = await found(join(folder, 'missing.txt'));
    expect(missing).toMatchObject({ kind: 'failed', error: { code: 'not-found', message: 'no such file or folder' } });
  });
});

describe('reading', () => {
  test('gives the digest of the text, and of the bytes where it is another', async () => {
    const plain = await readDocument(join(folder, 'b.txt'));
    expect(plain).toMatchObject({ text: 'Red Engine', skipped: [], warnings: [], digest: sha256('Red Engine') });
    expect(plain).not.toHaveProperty('sourceDigest');
    const marked = await readDocument(join(folder, 'bom.txt'));
    expect(marked.digest).toBe(plain.digest);
    expect(marked.sourceDigest).toBe(sha256('\ufeffRed Engine'));
  });

  test('a stream is put together before it is decoded', async () => {
    const bytes = Buffer.from('红色引擎');
    const chunks = Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]);
    expect((await readStream(chunks)).text).toBe('红色引擎');
  });

  test('errors of the system become errors of the document', async () => {
    await expect(readDocument(join(folder, 'sub'))).rejects.toMatchObject({
      code: 'unreadable',
      message: 'is a folder',
    });
  });

  test('half a character is told of', () => {
    const { warnings } = contentOf({ text: 'a\ud800b', skipped: [], warnings: [] });
    expect(warnings).toEqual([expect.objectContaining({ code: 'lone-surrogate' })]);
  });
});

test('a file is read at once; a pipe that nobody writes to keeps no thread waiting', async () => {
  expect(readFileBytesAtOnce(join(folder, 'b.txt'))).toEqual(Buffer.from('Red Engine'));
  expect(() => readFileBytesAtOnce(join(folder, 'not-there.txt'))).toThrow('no such file');
  const pipe = join(folder, 'pipe.txt');
  execFileSync('mkfifo', [pipe]);
  const bytes = readFileBytesAtOnce(pipe);
  await writeFile(pipe, 'late');
  expect(bytes).toBeInstanceOf(Promise);
  expect(String(await bytes)).toBe('late');
});
