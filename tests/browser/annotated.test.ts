/** An annotated text in the browser: its legend, the card at a mark, what is copied, what is printed. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type PagesUnderTest, RELEASE, startPages } from './pages-under-test.ts';

let pages: PagesUnderTest;
beforeAll(async () => {
  pages = await startPages();
});
afterEach(() => {
  expect(pages.faults.splice(0)).toEqual([]);
});
afterAll(() => pages.close());

async function annotated(text: string, options: Parameters<PagesUnderTest['open']>[1] = {}) {
  const page = await pages.open('/annotate', options);
  await page.locator('#text').fill(text);
  await page.getByRole('button', { name: 'Annotate' }).click();
  await page.locator('#marked').waitFor();
  return page;
}

const isMarked = (link: Element) => getComputedStyle(link).textDecorationLine === 'underline';

test('the legend hides marks and cards of a subject without a script', async () => {
  const page = await annotated(RELEASE, { javaScriptEnabled: false });
  const box = page.locator('.filter input').first();
  const name = ((await box.getAttribute('id')) ?? '').replace('f-', '');
  const marks = page.locator(`#marked mark.${name} > a`);
  expect(await marks.count()).toBeGreaterThan(0);
  const before = await page.locator(`.card.${name}:visible`).count();
  expect(before).toBeGreaterThan(0);
  await box.uncheck();
  expect(await page.locator(`.card.${name}:visible`).count()).toBe(0);
  expect(await page.locator('.card:visible').count()).toBeGreaterThan(0);
  await page.context().close();
});

test('unchecking a step of confidence takes the look from its marks only', async () => {
  const page = await annotated(RELEASE);
  const sure = page.locator('#marked mark:not(.c1, .c2) > a').first();
  const likely = page.locator('#marked mark.c1 > a').first();
  expect([await sure.evaluate(isMarked), await likely.evaluate(isMarked)]).toEqual([true, true]);
  await page.locator('#f-c1').uncheck();
  expect([await sure.evaluate(isMarked), await likely.evaluate(isMarked)]).toEqual([true, false]);
  await page.context().close();
});

test('a click on a mark opens its card; the next occurrence and Escape lead back into the text', async () => {
  const text =
    'The Party branch is a “Red Engine”. Development is fast. Every Party branch shall be a “Red Engine” too.';
  const page = await annotated(text);
  const links = page.locator('#marked mark > a', { hasText: 'Red Engine' });
  await links.first().click();
  const pop = page.locator('.pop');
  await pop.getByText('红色引擎').first().waitFor();
  expect(await pop.getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true);
  await pop.getByRole('button', { name: 'Next occurrence' }).click();
  await page.waitForFunction(() => document.querySelector('.pop button:disabled')?.textContent === 'Next occurrence');
  expect(await links.nth(1).getAttribute('class')).toBe('near');
  await page.keyboard.press('Escape');
  expect(await pop.isVisible()).toBe(false);
  expect(await links.nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
  await page.context().close();
});

test('what is copied is the text and nothing else', async () => {
  const page = await annotated(RELEASE);
  const copied = await page.evaluate(() => {
    const text = document.querySelector('#marked .text');
    if (text !== null) getSelection()?.selectAllChildren(text);
    return getSelection()?.toString();
  });
  expect(copied?.trim()).toBe(RELEASE.trim());
  await page.context().close();
});

test('a file dropped on the box is sent like a chosen one', async () => {
  const page = await pages.open('/annotate');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['The Party organisation keeps to the “Two Consistencies”.'], 'note.txt', { type: 'text/plain' }),
    );
    return data;
  });
  await page.dispatchEvent('#text', 'drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Annotate' }).click();
  await page.getByRole('heading', { name: 'Annotated: note.txt' }).waitFor();
  expect(await page.locator('#marked mark').first().textContent()).toBe('Two Consistencies');
  await page.context().close();
});

test('on paper there are the text, the marks and the cards, and nothing to press', async () => {
  const page = await annotated(RELEASE);
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.menu', '.filter', '.again', '.tools'])
    expect(await page.locator(gone).first().isVisible()).toBe(false);
  expect(await page.locator('.card').first().isVisible()).toBe(true);
  expect(await page.locator('#marked mark > a').first().evaluate(isMarked)).toBe(true);
  await page.context().close();
});

test.each([true, false])('two texts are compared, with JavaScript %s', async (javaScriptEnabled) => {
  const page = await pages.open('/compare', { javaScriptEnabled });
  await page.locator('#a').fill('The “Two Consistencies” and the “Red Engine” guide the Party branch.');
  await page.locator('#b').fill('The Party branch is the “Red Engine”; new quality productive forces grow.');
  await page.locator('main button[type=submit]').click();
  await page.getByRole('heading', { name: 'Shared' }).waitFor();
  expect(await page.getByRole('table', { name: 'Terms that two texts or more have' }).textContent()).toContain(
    'Red Engine',
  );
  expect(await page.locator('section', { hasText: 'Only in First' }).textContent()).toContain('Two Consistencies');
  expect(await page.locator('section', { hasText: 'Only in Second' }).textContent()).toContain('new quality');
  await page.context().close();
});
