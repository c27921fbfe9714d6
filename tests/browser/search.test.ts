/** Suggestions under the search box, and the box on a term's page that tries a sentence. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type PagesUnderTest, startPages } from './pages-under-test.ts';

let pages: PagesUnderTest;
beforeAll(async () => {
  pages = await startPages();
});
afterEach(() => {
  expect(pages.faults.splice(0)).toEqual([]);
});
afterAll(() => pages.close());

test('typing suggests terms; arrows choose one and Enter goes there', async () => {
  const page = await pages.open('/');
  const box = page.getByRole('combobox');
  await box.pressSequentially('xin zhi sheng');
  const options = page.getByRole('option');
  await options.first().waitFor();
  expect(await options.first().textContent()).toContain('新质生产力');
  expect(await box.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await box.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/terms/new-quality-productive-forces');
  await page.context().close();
});

test('Escape closes the suggestions and leaves the query', async () => {
  const page = await pages.open('/about');
  const box = page.getByRole('combobox');
  await box.pressSequentially('red eng');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  expect(await box.inputValue()).toBe('red eng');
  await page.context().close();
});

test('a sentence is tried on the term’s own page, with the reason', async () => {
  const page = await pages.open('/terms/red-engine');
  await page.locator('#try').fill('The museum keeps a red engine. Each Party branch is a “Red Engine”.');
  await page.getByRole('button', { name: 'Try it' }).click();
  const output = page.locator('form.try output');
  await output.getByText('this term').waitFor();
  expect(await output.textContent()).toContain('Red Engine');
  await page.context().close();
});

test('without a script the sentence goes to the annotator', async () => {
  const page = await pages.open('/terms/red-engine', { javaScriptEnabled: false });
  await page.locator('#try').fill('Each Party branch is a “Red Engine”.');
  await page.getByRole('button', { name: 'Try it' }).click();
  expect(await page.locator('#marked mark').textContent()).toBe('Red Engine');
  await page.context().close();
});
