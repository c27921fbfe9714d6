/** The whole way with the real lexicon: scan only, and complete annotation, on texts of every density. */
import assert from 'node:assert/strict';
import { createScanBuffers, scan } from '../../src/match/scan.ts';
import { loadDetector } from '../../src/node/load.ts';
import { chineseCorpus, type Density, englishCorpus, mixedCorpus } from './corpus.ts';
import { compare } from './measure.ts';
import type { Matcher } from './peers.ts';
import { printTable } from './table.ts';

const ROUNDS = 5;
const BUDGET = 400;

/** Prints both rates and their ratio for each kind of text. */
export function benchAnnotate(bytes: number): void {
  const detector = loadDetector();
  const buffers = createScanBuffers();
  const scanOnly: Matcher = (text) => {
    let count = 0;
    scan(detector.lexicon.formPatterns, { text, tokens: undefined }, 0, text.length, buffers, () => {
      count++;
    });
    return count;
  };
  const annotate: Matcher = (text) => detector.annotate(text, { terms: 'none' }).mentions.length;
  const corpora = (['none', 'sparse', 'dense'] as Density[]).flatMap((density) => [
    englishCorpus(bytes, density),
    chineseCorpus(bytes, density),
    mixedCorpus(bytes, density),
  ]);
  const rows = corpora.map((corpus) => {
    const [scanned, annotated] = compare([scanOnly, annotate], corpus, ROUNDS, BUDGET);
    assert.ok(scanned !== undefined && annotated !== undefined);
    assert.ok(corpus.injected === 0 || scanned.matches > 0, `${corpus.name}: nothing found`);
    return [
      corpus.name,
      scanned.mbPerSecond.toFixed(0),
      annotated.mbPerSecond.toFixed(0),
      (scanned.mbPerSecond / annotated.mbPerSecond).toFixed(1),
      ((annotated.matches / annotated.bytes) * 1e6).toFixed(0),
    ];
  });
  const forms = detector.lexicon.forms.length;
  printTable(
    `The real lexicon (${detector.lexicon.entries.length} entries, ${forms} forms)`,
    ['texts', 'scan MB/s', 'annotate MB/s', 'scan is × faster', 'mentions per MB'],
    rows,
  );
}
