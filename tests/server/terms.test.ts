import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TermSchema, TermsAnswerSchema } from '../../server/schemas/terms.ts';
import { type AppUnderTest, LEXICON, smallDetector, startApp } from './app-under-test.ts';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const get = (path: string, init?: RequestInit) => fetch(app.url + path, init);
const find = async (query: string) => TermsAnswerSchema.parse(await (await get(`/v1/terms${query}`)).json());
const problemOf = async (response: Response) =>
  (await response.json()) as { type: string; errors?: { pointer: string }[] };

describe('GET /v1/terms', () => {
  test.each([
    ['new quality', 'label: new quality productive forces'],
    ['xzscl', 'pinyin initials: xzscl'],
    ['xinzhi', 'pinyin: xin zhi sheng chan li'],
    ['新質生產力', 'Chinese: 新质生产力'],
  ])('%s finds the term and says why', async (query, matched) => {
    const { terms } = await find(`?q=${encodeURIComponent(query)}`);
    expect(terms[0]).toMatchObject({
      id: 'new-quality-productive-forces',
      subject: 'innovation',
      layer: 'formulation',
      matched,
    });
  });

  test('without a query: everything by label, page by page, and links that lead on', async () => {
    const ids: string[] = [];
    let path: string | undefined = '/v1/terms?limit=2';
    while (path !== undefined) {
      const response: Response = await get(path);
      const answer = TermsAnswerSchema.parse(await response.json());
      expect(answer.total).toBe(5);
      ids.push(...answer.terms.map(({ id }) => id));
      const link: string | undefined = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
      expect(link === undefined).toBe(answer.next === null);
      path = link;
    }
    expect(ids).toEqual([
      'new-quality-productive-forces',
      'party-building',
      'party-building-work',
      'red-engine',
      'building-work',
    ]);
  });

  test('subjects and layers narrow it', async () => {
    expect((await find('?subject=innovation,soe-reform')).total).toBe(2);
    expect((await find('?subject=innovation&subject=party-building')).total).toBe(4);
    expect((await find('?layer=analyst')).total).toBe(0);
  });

  test('a dead end names the nearest terms', async () => {
    const { total, nearest } = await find('?q=redengine');
    expect([total, nearest?.[0]?.id]).toEqual([0, 'red-engine']);
  });

  test.each([
    ['?limit=0', '#/limit'],
    ['?limit=many', '#/limit'],
    ['?layer=slogan', '#/layer/0'],
    ['?query=x', '#/query'],
    ['?cursor=abc', '#/cursor'],
    [`?q=${'x'.repeat(201)}`, '#/q'],
  ])('%s is refused', async (query, pointer) => {
    const response = await get(`/v1/terms${query}`);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).errors?.[0]?.pointer).toBe(pointer);
  });

  test('a cursor of another lexicon is refused', async () => {
    const { next } = await find('?limit=1');
    const detector = smallDetector();
    await using other = await startApp(
      {},
      { ...detector, lexicon: { ...detector.lexicon, digest: 'sha256-anotherDigest=' } },
    );
    expect((await fetch(`${other.url}/v1/terms?cursor=${next}`)).status).toBe(422);
  });

  test('only JSON is given', async () => {
    expect((await get('/v1/terms', { headers: { Accept: 'text/csv' } })).status).toBe(406);
    expect((await get('/v1/terms', { method: 'DELETE' })).status).toBe(405);
  });
});

describe('GET /v1/terms/{id}', () => {
  test('an entry comes whole, with readings and sources written out', async () => {
    const term = TermSchema.parse(await (await get('/v1/terms/new-quality-productive-forces')).json());
    expect(term).toMatchObject({
      id: 'new-quality-productive-forces',
      official: 'new quality productive forces',
      definition: { text: 'Definition.', sources: ['source'] },
      sources: [{ id: 'source', url: 'https://example.org/report' }],
      readings: [
        {
          lens: 'gazette-2025',
          date: '2025',
          dateStatus: 'inferred',
          basis: 'passage',
          differs: 'Official usage defines it.',
        },
      ],
      related: [{ id: 'red-engine', label: 'Red Engine', url: '/terms/red-engine' }],
      lexicon: { version: LEXICON.version, licence: 'CC-BY-4.0' },
    });
  });

  test('every entry fits the schema', async () => {
    for (const { id } of LEXICON.entries) TermSchema.parse(await (await get(`/v1/terms/${id}`)).json());
  });

  test('a retired id leads to its successor, or is gone', async () => {
    const moved = await get('/v1/terms/old-engine', { redirect: 'manual' });
    expect([moved.status, moved.headers.get('Location')]).toEqual([301, '/v1/terms/red-engine']);
    const gone = await get('/v1/terms/lost-term');
    expect([gone.status, (await problemOf(gone)).type]).toEqual([410, '/problems/gone']);
  });

  test.each(['no-such-term', '__proto__', '%2e%2e%2fetc', 'a b'])('%s is not found', async (id) => {
    const response = await get(`/v1/terms/${id}`);
    expect([response.status, (await problemOf(response)).type]).toEqual([404, '/problems/not-found']);
  });

  test('an address that cannot be decoded is malformed', async () => {
    const response = await get('/v1/terms/%ff');
    expect([response.status, (await problemOf(response)).type]).toEqual([400, '/problems/malformed-request']);
  });
});
