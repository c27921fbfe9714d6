/** What axe finds on every page, and the way through them with a keyboard. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PagesUnderTest, RELEASE, startPages } from './pages-under-test.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let pages: PagesUnderTest;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(() => pages.close());

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  });
}

const PATHS = [
  '/',
  '/terms',
  '/terms?q=xzscl',
  '/terms?q=nothingatall',
  '/terms/two-consistencies',
  '/terms/eight-point-guidelines',
  '/terms/no-such-term',
  '/annotate',
  '/compare',
  '/lenses/reex-baogang-2025',
  '/about',
  '/docs',
];

test.each(PATHS.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))(
  'axe finds nothing on %s in %s',
  async (path, colorScheme) => {
    const page = await pages.open(path, { colorScheme, bypassCSP: true });
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test.each(['light', 'dark'] as const)(
  'axe finds nothing on an annotated text, its card and a comparison in %s',
  async (colorScheme) => {
    const page = await pages.open('/annotate', { colorScheme, bypassCSP: true });
    await page.locator('#text').fill(RELEASE);
    await page.getByRole('button', { name: 'Annotate' }).click();
    await page.locator('mark').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('mark > a').first().click();
    await page.locator('.pop:popover-open').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Compare with another text' }).click();
    await page.locator('#b').fill('The Party branch became a “Red Engine” of high-quality development.');
    await page.locator('main button[type=submit]').click();
    await page.getByRole('heading', { name: 'By subject' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  },
);

test('the keyboard leads to everything, and what has the focus can be seen', async () => {
  const page = await pages.open('/terms/two-consistencies');
  const seen: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return undefined;
      const { outlineStyle } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      return {
        name: at.textContent || at.getAttribute('name') || '',
        isSeen: outlineStyle !== 'none' && box.width > 1,
      };
    });
    if (focus === undefined) break;
    expect(focus).toMatchObject({ isSeen: true });
    seen.push(focus.name.trim());
  }
  expect(seen.slice(0, 3)).toEqual(['Skip to content', '提法 Tifa', 'q']);
  expect(seen).toEqual(expect.arrayContaining(['Try it', 'JSON', 'Cite this entry, a reading or a source']));
  await page.context().close();
});

test('the first skip link leads past the navigation', async () => {
  const page = await pages.open('/annotate');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.context().close();
});
