import { expect, test } from 'vitest';
import { isShared, share } from '../../src/annotate/shared.ts';
import { sharedSummary, summarizeTerm } from '../../src/annotate/terms.ts';
import { compileSketches, detectorOf } from '../fixtures/small-lexicon.ts';

test('a shared value is an equal copy that nobody can change', () => {
  const given = { a: [{ b: 1 }], c: 'x', d: undefined };
  const copy = share(given);
  expect(copy).toStrictEqual(given);
  expect([copy, copy.a, copy.a[0]].every(Object.isFrozen)).toBe(true);
  expect([given, given.a, given.a[0]].some(Object.isFrozen)).toBe(false);
  expect(isShared(copy)).toBe(true);
  expect(isShared(given)).toBe(false);
  expect(isShared(copy.a)).toBe(false);
});

const lexicon = compileSketches([{ id: 'red-engine', en: ['red engine'] }]);
const [entry] = lexicon.entries;
if (entry === undefined) throw new Error('the lexicon has its entry');

test('the shared summary of an entry is its summary, made once', () => {
  const summary = sharedSummary(lexicon, entry, 'https://example.org');
  expect(summary).toStrictEqual(summarizeTerm(lexicon, entry, 'https://example.org'));
  expect(sharedSummary(lexicon, entry, 'https://example.org')).toBe(summary);
  expect(isShared(summary)).toBe(true);
});

test('other links and other lexicons have other summaries', () => {
  expect(sharedSummary(lexicon, entry, 'https://a.example').url).toBe('https://a.example/terms/red-engine');
  expect(sharedSummary(lexicon, entry).url).toBe('/terms/red-engine');
  const other = compileSketches([{ id: 'red-engine', en: ['red engine'] }]);
  expect(sharedSummary(other, entry)).not.toBe(sharedSummary(lexicon, entry));
});

test('the options that every result prints cannot be changed through one', () => {
  const { options } = detectorOf({ id: 'red-engine', en: ['red engine'] }).annotate('red engine');
  expect([options.layers, options.subjects].every(Object.isFrozen)).toBe(true);
});

test('results share the summaries of their terms', () => {
  const detector = detectorOf({ id: 'red-engine', en: ['red engine'] });
  const summaryIn = (text: string) => detector.annotate(text).terms?.['red-engine'];
  expect(summaryIn('red engine')).toBeDefined();
  expect(summaryIn('red engine')).toBe(summaryIn('The red engine.'));
});
