/**
 * How well lookup answers: the share of written-down queries whose entry comes first, or among the first three, and the time per query.
 * `node tests/evaluation/lookup.ts [tuning|held-out]`; the half `held-out` is for reporting, never for tuning.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadDetector } from '../../src/node/load.ts';
import { searchTerms } from '../../src/search/search-terms.ts';

const HALVES = ['tuning', 'held-out'];
const ROUNDS = 5;

const half = process.argv[2] ?? 'tuning';
if (!HALVES.includes(half)) {
  process.stderr.write(`the half is ${HALVES.join(' or ')}, not "${half}"\n`);
  process.exit(2);
}

const queries = readFileSync(join(import.meta.dirname, 'lookup-queries.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string, string])
  .filter(([of]) => of === half);

const { lexicon } = loadDetector();
const rankOf = (query: string, entry: string) =>
  searchTerms(lexicon, query, { limit: 10 }).terms.findIndex(({ entry: { id } }) => id === entry) + 1;

rankOf('warm up', '');
const ranks = queries.map(([, kind, query, entry]) => ({ kind, query, entry, rank: rankOf(query, entry) }));
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const { query, entry } of ranks) {
    const start = performance.now();
    rankOf(query, entry);
    times.push(performance.now() - start);
  }
}
times.sort((a, b) => a - b);

const share = (within: (rank: number) => boolean) => {
  const count = ranks.filter(({ rank }) => within(rank)).length;
  return `${count}/${ranks.length} (${((100 * count) / ranks.length).toFixed(1)} %)`;
};
const quantile = (q: number) => (times[Math.floor(q * (times.length - 1))] ?? 0).toFixed(2);
const lines = [
  `${half}: ${ranks.length} queries, lexicon ${lexicon.version} with ${lexicon.entries.length} entries`,
  `first        ${share((rank) => rank === 1)}`,
  `first three  ${share((rank) => rank >= 1 && rank <= 3)}`,
  `time         median ${quantile(0.5)} ms, 99 % ${quantile(0.99)} ms, longest ${quantile(1)} ms (${times.length} queries)`,
  ...ranks
    .filter(({ rank }) => rank !== 1)
    .map(
      ({ kind, query, entry, rank }) =>
        `  ${kind}: "${query}" should give ${entry}, at ${rank === 0 ? 'none of the first 10' : `place ${rank}`}`,
    ),
];
process.stdout.write(`${lines.join('\n')}\n`);
