import { expect, test } from 'vitest';
import { formatMarkdown } from '../../src/formats/markdown.ts';
import { annotated } from './annotated.ts';

const bodyOf = (text: string) => formatMarkdown(annotated(text), text).split('\n\n---\n\n')[1] ?? '';

test('mentions are bold with a footnote, the rest is escaped', () => {
  expect(bodyOf('*The* engine_x <b> [y]\n    1. red motor\n- z\n# h')).toBe(
    '\\*The\\* engine\\_x \\<b\\> \\[y\\]\n1\\. **red motor**[^red-engine]\n\\- z\n\\# h',
  );
});

test('emphasis begins and ends with a letter', () => {
  expect(bodyOf('发挥红色引擎作用')).toBe('发挥**红色引擎**[^red-engine]作用');
});

test('a footnote tells official usage from the reading', () => {
  const page = formatMarkdown(annotated('Red Engine'), 'Red Engine');
  expect(page).toContain('[^red-engine]: **Red Engine** 红色引擎');
  expect(page).toContain('Official usage: Official \\<usage\\> of the phrase. Sources: On the red engine, ');
  expect(page).toContain('Reading of The Observer, A commentary, 2025 (date inferred) (only names the phrase;');
  expect(page).toContain('Where official usage differs: Official usage has no loyalty metrics.');
});
