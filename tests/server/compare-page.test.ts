import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppUnderTest, startApp } from './app-under-test.ts';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const ENGINE = 'Each Party branch is a “Red Engine”.';
const FORCES = 'The group develops new quality productive forces.';

async function compare(body: FormData) {
  const response = await fetch(`${app.url}/compare`, { method: 'POST', body });
  return { status: response.status, page: await response.text() };
}

function form(fields: Record<string, string>, files: readonly (readonly [string, string])[] = []): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const [name, text] of files) body.append('fileMore', new File([text], name));
  return body;
}

test('three texts stand side by side, and each says what it alone has', async () => {
  const { page } = await compare(form({ a: ENGINE, b: `${ENGINE} ${FORCES}` }, [['third.txt', FORCES]]));
  const head = /<thead>(.*?)<\/thead>/s.exec(page)?.[1] ?? '';
  expect([...head.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, name]) => name)).toEqual([
    'Subject',
    'First',
    'Second',
    'third.txt',
    'Per 1,000',
  ]);
  const shared = page.slice(page.indexOf('<h2>Shared</h2>'), page.indexOf('Only in First'));
  expect(shared).toContain('Red Engine');
  expect(shared).toContain('new quality productive forces');
  expect(page.match(/Nothing that no other has/g)).toHaveLength(3);
});

test('further texts come back in the form, so that they can be changed and compared again', async () => {
  const { page } = await compare(form({ a: ENGINE, b: FORCES }, [['third.txt', FORCES]]));
  expect(page).toMatch(/<textarea id="more-0" name="more"/);
  expect(page).toMatch(/name="nameMore" value="third\.txt"/);
  const again = form({ a: ENGINE, b: FORCES, more: FORCES, nameMore: 'third.txt' });
  expect((await compare(again)).page).toContain('<th scope="col">third.txt</th>');
});

test('more than six texts are refused, one alone is asked for a second', async () => {
  const files = Array.from({ length: 5 }, (_, i) => [`${i}.txt`, FORCES] as const);
  expect((await compare(form({ a: ENGINE, b: FORCES }, files))).status).toBe(422);
  const alone = await compare(form({ a: ENGINE, b: '' }));
  expect([alone.status, alone.page.includes('Two texts are needed')]).toEqual([422, true]);
});
