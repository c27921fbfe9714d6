import { expect, test } from 'vitest';
import { toWebAnnotations } from '../../src/formats/web-annotation.ts';
import { annotated } from './annotated.ts';

const TEXT = 'The 🏭 praised the “Red\nEngine” again.';

interface Shape {
  total: number;
  first: {
    items: {
      id: string;
      body: Record<string, unknown>[];
      target: { source: string; selector: Record<string, unknown>[] };
    }[];
  };
}

const shapeOf = (text: string) => toWebAnnotations(annotated(text), text) as unknown as Shape;

test('positions count code points and the quote carries its context', () => {
  const [item] = shapeOf(TEXT).first.items;
  expect([...TEXT].slice(19, 29).join('')).toBe('Red\nEngine');
  expect(item?.target.selector).toEqual([
    { type: 'TextQuoteSelector', exact: 'Red\nEngine', prefix: 'The 🏭 praised the “', suffix: '” again.' },
    { type: 'TextPositionSelector', start: 19, end: 29 },
  ]);
});

test('official usage and reading are bodies of their own', () => {
  const [item] = shapeOf(TEXT).first.items;
  expect(item?.body.map(({ purpose }) => purpose)).toEqual(['identifying', 'describing', 'describing', 'commenting']);
  expect(item?.body[3]).toMatchObject({
    value: 'The observer only names it.',
    creator: { name: 'The Observer, A commentary, 2025 (date inferred)' },
    differs: 'Official usage has no loyalty metrics.',
  });
});

test('the text is named by its digest, ids are distinct, a context never cuts a character', () => {
  const text = `x🏭${'y'.repeat(30)} Red Engine and Red Engine`;
  const { total, first } = shapeOf(text);
  expect(total).toBe(2);
  expect(new Set(first.items.map(({ id }) => id)).size).toBe(2);
  expect(first.items[0]?.target.source).toBe('ni:///sha-256;q83v-_8');
  expect(JSON.stringify(first)).not.toMatch(/\\ud/i);
});

test('an address in the metadata names the text', () => {
  const result = annotated(TEXT);
  result.document.metadata = { url: 'https://example.org/release' };
  const shape = toWebAnnotations(result, TEXT) as unknown as Shape;
  expect(shape.first.items[0]?.target.source).toBe('https://example.org/release');
});
