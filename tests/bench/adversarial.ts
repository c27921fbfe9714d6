/** Texts made to be slow, beside an ordinary dense one, and whether time doubles when length does. */
import { loadDetector } from '../../src/node/load.ts';
import { englishCorpus } from './corpus.ts';
import { median, timeOf } from './measure.ts';
import { printTable } from './table.ts';

const TEXTS: [string, (bytes: number) => string][] = [
  ['a a a …', (bytes) => 'a '.repeat(bytes / 2)],
  ['beginnings of forms', (bytes) => 'new quality productive two rare earth four beams and eight '.repeat(bytes / 59)],
  ['no space at all', (bytes) => 'a'.repeat(bytes)],
  ['quotation marks', (bytes) => '"'.repeat(bytes)],
  ['full stops', (bytes) => '. '.repeat(bytes / 2)],
  ['line breaks', (bytes) => '\n'.repeat(bytes)],
  ['nothing but han', (bytes) => '党的建设坚持四梁八'.repeat(bytes / 27)],
  ['every word a form', (bytes) => 'new quality productive forces four beams and eight pillars '.repeat(bytes / 59)],
  ['every phrase in quotes', (bytes) => '“Two Consistencies” '.repeat(bytes / 24)],
  ['opening brackets', (bytes) => 'a (党'.repeat(bytes / 6)],
];

const ROUNDS = 3;

export function benchAdversarial(bytes: number): void {
  const detector = loadDetector();
  const rate = (text: string) => {
    const run = () => timeOf(() => void detector.annotate(text, { terms: 'none' }));
    run();
    return Buffer.byteLength(text) / 1000 / median(Array.from({ length: ROUNDS }, run));
  };
  const dense = englishCorpus(bytes, 'dense').documents;
  // The first text would be read while code is still being compiled, and look slow.
  for (let round = 0; round < ROUNDS; round++) for (const document of dense) detector.annotate(document);
  const ordinary = rate(dense.join('\n\n'));
  const rows = TEXTS.map(([name, make]) => {
    const once = rate(make(bytes));
    const twice = rate(make(bytes * 2));
    return [name, once.toFixed(1), (ordinary / once).toFixed(1), ((2 * once) / twice).toFixed(1)];
  });
  rows.unshift(['ordinary and dense', ordinary.toFixed(1), '1', '']);
  printTable(
    'Texts made to be slow',
    ['text', 'annotate MB/s', '× slower than ordinary', 'time at twice the length'],
    rows,
  );
}
