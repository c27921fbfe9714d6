import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Import ranks: a file may import from its own folder and from lower ranks only. Equal ranks do not know each other. */
const RANKS: Record<string, number> = {
  'src/span.ts': 0,
  'src/version.ts': 0,
  'src/text': 1,
  'src/lexicon': 1,
  'src/match': 2,
  'src/context': 3,
  'src/annotate': 4,
  'src/check': 5,
  'src/search': 5,
  'src/discover': 5,
  'src/documents': 5,
  'src/formats': 5,
  'src/index.ts': 6,
  'src/node': 7,
  'src/cli': 8,
  server: 8,
};

/** The command `tifa serve` starts the server: the one arrow between the two outermost folders. */
const ALLOWED = new Set(['src/cli -> server']);
const PURE_BELOW = 7;

function placeOf(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'server' ? 'server' : parts.slice(0, 2).join('/');
}

const files = ['src', 'server'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.tsx?$/.test(file.name))
    .map((file) => relative(ROOT, join(file.parentPath, file.name))),
);

function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

describe('import ranks', () => {
  test('every source file has a rank', () => {
    expect(files.map(placeOf).filter((place) => RANKS[place] === undefined)).toEqual([]);
  });

  test.each(files)('%s imports only from its own folder and lower ranks', (path) => {
    const place = placeOf(path);
    const wrong = importsOf(path)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => placeOf(relative(ROOT, join(ROOT, dirname(path), specifier))))
      .filter((target) => target !== place && (RANKS[target] ?? 99) >= (RANKS[place] ?? -1))
      .filter((target) => !ALLOWED.has(`${place} -> ${target}`));
    expect(wrong).toEqual([]);
  });

  test.each(files.filter((path) => (RANKS[placeOf(path)] ?? 99) < PURE_BELOW))('%s runs in a browser too', (path) => {
    expect(importsOf(path).filter((specifier) => specifier.startsWith('node:'))).toEqual([]);
  });

  test('no source file is longer than 300 lines', () => {
    const long = files
      .filter((path) => path !== 'src/text/fold-data.ts')
      .filter((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });
});
