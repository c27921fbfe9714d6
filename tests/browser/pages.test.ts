/** The pages as a reader meets them, in a real browser, with and without JavaScript. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PagesUnderTest, RELEASE, startPages } from './pages-under-test.ts';

let pages: PagesUnderTest;

beforeAll(async () => {
  pages = await startPages();
});
afterEach(() => {
  expect(pages.faults.splice(0)).toEqual([]);
});
afterAll(async () => {
  await pages.close();
});

const PATHS = [
  '/',
  '/terms',
  '/terms?q=xzscl',
  '/terms/two-consistencies',
  '/annotate',
  '/lenses/reex-baogang-2025',
  '/about',
  '/docs',
];

describe.each([true, false])('JavaScript %s', (javaScriptEnabled) => {
  test.each(PATHS)('%s has one main heading and no sideways scroll at 320 pixels', async (path) => {
    const page = await pages.open(path, { javaScriptEnabled, viewport: { width: 320, height: 640 } });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('h1').textContent()).not.toBe('');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const box = await page.locator('body').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('a pasted release comes back marked, with a card for each term', async () => {
    const page = await pages.open('/annotate', { javaScriptEnabled });
    await page.getByRole('textbox', { name: /text|release/i }).fill(RELEASE);
    await page.locator('main button[type=submit]').first().click();
    await page.waitForLoadState();
    const marks = await page.locator('main mark').allTextContents();
    expect(marks.join('|')).toContain('political loyalty');
    expect(marks.length).toBeGreaterThan(40);
    const cards = await page.locator('main').textContent();
    for (const part of ['Two Consistencies', '重要指示批示', 'Rare Earth Exchanges']) expect(cards).toContain(part);
    await page.context().close();
  });

  test('a script in the submitted text stays text', async () => {
    const page = await pages.open('/annotate', { javaScriptEnabled });
    const hostile =
      'The Party branch <script>document.title = "broken"</script><img src=x onerror="document.title=\'broken\'"> is a "Red Engine".';
    await page.getByRole('textbox', { name: /text|release/i }).fill(hostile);
    await page.locator('main button[type=submit]').first().click();
    await page.waitForLoadState();
    expect(await page.title()).not.toContain('broken');
    expect(await page.locator('main').textContent()).toContain('<script>document.title = "broken"</script>');
    expect(await page.locator('main img').count()).toBe(0);
    await page.context().close();
  });
});

test.each([
  ['new quality', 'new-quality-productive-forces'],
  ['新质', 'new-quality-productive-forces'],
  ['xin zhi shengchanli', 'new-quality-productive-forces'],
  ['兩個一以貫之', 'two-consistencies'],
  ['8 point', 'eight-point-guidelines'],
  ['red engin', 'red-engine'],
])('looking up %s finds %s', async (query, term) => {
  const page = await pages.open('/');
  await page.locator('#q').fill(query);
  await page.locator('#q').press('Enter');
  await page.waitForURL(/q=/);
  const first = page.locator('main a[href*="/terms/"]').first();
  expect(await first.getAttribute('href')).toContain(term);
  await page.context().close();
});
