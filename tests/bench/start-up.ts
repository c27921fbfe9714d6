/** What happens before the first text: compiling the lexicon, loading it, starting the command. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compileLexicon } from '../../src/context/compile.ts';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';
import { inflect } from '../../src/match/inflect.ts';
import { readLexiconFiles } from '../../src/node/lexicon-files.ts';
import { loadLexicon } from '../../src/node/load-lexicon.ts';
import { LEXICON_FOLDER, PACKAGE_ROOT } from '../../src/node/paths.ts';
import { median, timeOf } from './measure.ts';
import { printTable } from './table.ts';

const ROUNDS = 9;

const times = (work: () => void) => Array.from({ length: ROUNDS }, () => timeOf(work));

function command(...args: string[]): () => void {
  const main = join(PACKAGE_ROOT, 'dist', 'src', 'cli', 'main.js');
  return () => {
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tifa ${args.join(' ')} failed: ${stderr}`);
  };
}

export function benchStartUp(): void {
  const { lexicon } = readLexicon(readLexiconFiles(LEXICON_FOLDER));
  const example = join(PACKAGE_ROOT, 'examples', 'commentary.en.txt');
  const work: [string, () => void][] = [
    ['read the YAML files', () => void readLexicon(readLexiconFiles(LEXICON_FOLDER))],
    ['compile the lexicon', () => void compileLexicon(lexicon, inflect)],
    ['load the artefact', () => void loadLexicon()],
    ['node --version, for scale', () => void spawnSync(process.execPath, ['--version'])],
    ['tifa --help, the process', command('--help')],
    ['tifa annotate of a small file, the process', command('annotate', example, '--quiet')],
  ];
  const rows = work.map(([name, run]) => {
    const all = times(run);
    return [name, median(all).toFixed(0), Math.min(...all).toFixed(0), Math.max(...all).toFixed(0)];
  });
  printTable(`Start-up (${lexicon.entries.length} entries)`, ['what', 'median ms', 'least', 'most'], rows);
}
