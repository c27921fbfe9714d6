import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDetector } from '../../src/annotate/detector.ts';
import type { AnnotateOptions } from '../../src/annotate/options.ts';
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { discover } from '../../src/discover/discover.ts';
import { indentedResultJson, resultJson } from '../../src/formats/result-json.ts';
import { OFFSET_ENCODINGS } from '../../src/text/encoding.ts';
import { annotated, lexicon } from './annotated.ts';

const detector = createDetector(lexicon, { discover });
const TEXT = 'Our branch is a “red motor” for the two rare earth bases.';

const written = (result: AnnotateResult) => Buffer.concat(resultJson(result)).toString('utf8');
const indented = (result: AnnotateResult) => Buffer.concat(indentedResultJson(result)).toString('utf8');

const words = fc.constantFrom(
  'red engine',
  '“红色引擎”',
  'two rare earth bases',
  '稀土基地',
  'Four Advances',
  '\n',
  '. ',
);
const texts = fc
  .array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map((parts) => parts.join(' '));
const options: fc.Arbitrary<AnnotateOptions> = fc.record(
  {
    offsetEncoding: fc.constantFrom(...OFFSET_ENCODINGS),
    terms: fc.constantFrom('used' as const, 'none' as const),
    overlap: fc.constantFrom('longest' as const, 'all' as const),
    explain: fc.boolean(),
    discover: fc.boolean(),
  },
  { requiredKeys: [] },
);
const documents = fc.record(
  {
    id: fc.string({ unit: 'binary' }),
    baseUrl: fc.constantFrom('', 'https://tifa.example.org', 'https://other.example.org/"'),
    metadata: fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
  },
  { requiredKeys: [] },
);

describe('the JSON of a result', () => {
  test('is byte for byte what JSON.stringify gives', () => {
    fc.assert(
      fc.property(texts, options, documents, (text, chosen, document) => {
        const result = detector.annotate(text, chosen, document);
        expect(written(result)).toBe(JSON.stringify(result));
        expect(indented(result)).toBe(JSON.stringify(result, null, 2));
      }),
    );
  });

  test('is that also of a long result, which comes in more pieces', () => {
    const result = detector.annotate(`${TEXT} `.repeat(40), { explain: true });
    expect(result.mentions.length).toBeGreaterThan(70);
    expect(written(result)).toBe(JSON.stringify(result));
    expect(indented(result)).toBe(JSON.stringify(result, null, 2));
    expect(Math.max(...resultJson(result).map(({ length }) => length))).toBeLessThan(1 << 17);
  });

  test('keeps what it wrote of an entry', () => {
    const [, first] = resultJson(annotated('red engine'));
    const [, again] = resultJson(annotated('The red engine.'));
    expect(again?.buffer).toBe(first?.buffer);
  });

  test('believes no entry that could have changed', () => {
    const result = annotated(TEXT);
    const changed = structuredClone(result);
    expect(written(changed)).toBe(JSON.stringify(result));
    for (const term of Object.values(changed.terms ?? {})) term.gloss = 'Another gloss.';
    expect(written(changed)).toBe(JSON.stringify(changed));
  });

  test('an entry may stand under another name', () => {
    const { terms, ...result } = annotated(TEXT);
    const [summary] = Object.values(terms ?? {});
    const renamed = { ...result, terms: { renamed: summary, again: summary } } as AnnotateResult;
    expect(written(renamed)).toBe(JSON.stringify(renamed));
  });

  test('members may be missing around the entries', () => {
    const { terms } = annotated(TEXT);
    for (const part of [
      { terms },
      { terms, id: 'x' },
      { id: 'x', terms },
      { id: 'x', terms: undefined },
      { terms: {} },
    ]) {
      expect(written(part as AnnotateResult)).toBe(JSON.stringify(part));
      expect(indented(part as AnnotateResult)).toBe(JSON.stringify(part, null, 2));
    }
  });
});
