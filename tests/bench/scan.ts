/** Scanning beside the peers: sizes of the lexicon, languages, densities. */
import assert from 'node:assert/strict';
import { type Corpus, chineseCorpus, chineseForms, englishCorpus, englishForms, mixedCorpus } from './corpus.ts';
import { compare, timeOf } from './measure.ts';
import { ABSENT, type Matcher, PEERS, type Peer, tifaScan } from './peers.ts';
import { printTable } from './table.ts';

const ROUNDS = 5;
/** Milliseconds that one round of one contestant may take. */
const BUDGET = 400;

function formsFor(language: string, count: number): string[] {
  if (language === 'en') return englishForms(count);
  if (language === 'zh') return chineseForms(count);
  return [...englishForms(count / 2), ...chineseForms(count / 2)];
}

/** A fast wrong answer is none: what was set into the texts must be found before anything is timed. */
function assertFinds(matcher: Matcher, corpus: Corpus): void {
  const found = corpus.documents.reduce((sum, document) => sum + matcher(document), 0);
  assert.ok(found >= corpus.injected, `${corpus.name}: ${found} matches, but ${corpus.injected} phrases were set in`);
}

function benchSize(language: 'en' | 'zh' | 'mixed', size: number, corpus: Corpus): string[][] {
  const forms = formsFor(language, size);
  const peers = [tifaScan, ...PEERS.filter((peer) => peer.languages.includes(language) && size <= peer.most)];
  const built: { peer: Peer; matcher: Matcher; buildMs: number }[] = [];
  for (const peer of peers) {
    let matcher: Matcher = () => 0;
    const buildMs = timeOf(() => {
      matcher = peer.build(forms);
    });
    built.push({ peer, matcher, buildMs });
  }
  assertFinds(built[0]?.matcher ?? (() => 0), corpus);
  const rates = compare(
    built.map(({ matcher }) => matcher),
    corpus,
    ROUNDS,
    BUDGET,
  );
  const ours = rates[0]?.mbPerSecond ?? Number.NaN;
  return built.map(({ peer, buildMs }, i) => {
    const rate = rates[i] ?? { mbPerSecond: Number.NaN, matches: 0, bytes: 1 };
    return [
      corpus.name,
      String(size),
      peer.name,
      rate.mbPerSecond.toFixed(rate.mbPerSecond < 10 ? 2 : 0),
      i === 0 ? '1' : (ours / rate.mbPerSecond).toFixed(1),
      buildMs.toFixed(0),
      ((rate.matches / rate.bytes) * 1e6).toFixed(0),
      peer.lacks,
    ];
  });
}

/** Our own rates with lexicons of several sizes, which take turns on the same texts. */
function benchSizes(language: 'en' | 'zh', sizes: readonly number[], corpus: Corpus): string[][] {
  const matchers = sizes.map((size) => tifaScan.build(formsFor(language, size)));
  const rates = compare(matchers, corpus, ROUNDS, BUDGET);
  const least = rates[0]?.mbPerSecond ?? Number.NaN;
  return rates.map(({ mbPerSecond }, i) => [
    corpus.name,
    String(sizes[i]),
    mbPerSecond.toFixed(0),
    `${((100 * mbPerSecond) / least).toFixed(0)} %`,
  ]);
}

/** Runs the comparison; `sizes` are numbers of forms. */
export function benchScan(sizes: readonly number[], bytes: number): void {
  const rows: string[][] = [];
  for (const size of sizes) {
    rows.push(...benchSize('en', size, englishCorpus(bytes, 'dense')));
    rows.push(...benchSize('zh', size, chineseCorpus(bytes, 'dense')));
  }
  rows.push(...benchSize('mixed', 1000, mixedCorpus(bytes, 'sparse')));
  rows.push(...benchSize('en', 1000, englishCorpus(bytes, 'none')));
  printTable(
    'Scan',
    ['texts', 'forms', 'matcher', 'MB/s', 'tifa is × faster', 'build ms', 'matches per MB', 'it lacks'],
    rows,
  );
  for (const why of ABSENT) process.stdout.write(`\n${why}\n`);
  if (sizes.length > 1) {
    const ownRows = [
      ...benchSizes('en', sizes, englishCorpus(bytes, 'dense')),
      ...benchSizes('zh', sizes, chineseCorpus(bytes, 'dense')),
    ];
    printTable('Scan, by size', ['texts', 'forms', 'MB/s', `of the rate at ${sizes[0]}`], ownRows);
  }
}
