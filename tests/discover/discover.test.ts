import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiscoverySetting, discover } from '../../src/discover/discover.ts';

const PARTY: DiscoverySetting = { known: [], strength: 0.8 };
const found = (text: string, setting = PARTY) => discover(text, setting).map((one) => `${one.kind}: ${one.text}`);

describe('found in a document of Party language', () => {
  test.each([
    ['The branch kept to the Five Haves and Four Nots in its work.', 'numbered: Five Haves and Four Nots'],
    ['It put the “three efforts” into practice.', 'numbered: three efforts'],
    ['They stressed the two safeguards again.', 'numbered: two safeguards'],
    ['The plan of "One Comparison and Four Inspections" goes on.', 'coinage: One Comparison and Four Inspections'],
    ['The group carried on the Iron Man Spirit in the field.', 'spirit: the Iron Man Spirit'],
    ['It is Fengqiao-style governance at work.', 'style: Fengqiao-style governance'],
    ['A “1+3+N” system was set up.', 'formula: “1+3+N”'],
    ['坚持“三严四实”工作法。', 'numbered: 三严四实'],
    ['全面落实“五个到位”要求。', 'numbered: 五个到位'],
    ['大力弘扬石油精神。', 'spirit: 石油精神'],
    ['构建“1+N”党建共建模式。', 'formula: 1+N'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
});

describe('not found', () => {
  test.each([
    'It lasted three years and four months.',
    'It cost $4 millions and “five dollars”.',
    'The Top Ten Firsts of the year.',
    'Section 232 Tariffs and Article 5 Rights.',
    'In March 2019 two sides met.',
    '“The National Emergency Act” was passed.',
    'Team spirit is high, and the Holy Spirit too.',
    '“十四五”规划和“七一”讲话。',
    '第三个“百年”到来。',
    '十三个“坚持到底”。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('in ordinary text without marks of a slogan', () => {
    expect(found('They stressed the two safeguards again.', { known: [], strength: 0 })).toEqual([]);
  });

  test('what an entry lists', () => {
    const text = 'The branch kept to the Five Haves and Four Nots in its work.';
    expect(found(text, { ...PARTY, known: [{ start: 23, end: 33 }] })).toEqual([]);
  });
});

describe('a list with as many items as the number says', () => {
  test.each([
    [
      'the three pledges: to work hard, to save energy, and to tell the truth.',
      ['to work hard', 'to save energy', 'to tell the truth'],
    ],
    ['the two pledges (to work hard; to tell the truth) again', ['to work hard', 'to tell the truth']],
    ['坚持“三个到位”，即认识到位、措施到位、落实到位。', ['认识到位', '措施到位', '落实到位']],
  ])('%s', (text, items) => {
    expect(discover(text, PARTY)[0]?.items).toEqual(items);
  });

  test('is none with one item more', () => {
    expect(discover('the three pledges: to work, to save, to mend, and to tell.', PARTY)[0]?.items).toBeUndefined();
  });
});

test('never throws, and every discovery is where it says', () => {
  const piece = fc.constantFrom(
    'Five Haves',
    ' and ',
    'Four Nots',
    '“',
    '”',
    '三个',
    '坚持',
    '精神',
    '1+N',
    ', ',
    '. ',
    'the ',
    'Spirit',
    '(',
    ':',
    '、',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end, text: wording } of discover(text, PARTY)) {
        expect(text.slice(start, end)).toBe(wording);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});

test.each(['"A-', 'Aa', 'A', 'A-a-', 'two as ', '“三个', 'spirit of A', '1+', 'two Aas, ', '(', 'five musts: a, '])(
  'reads a long text of nothing but %j in a time that grows with it',
  (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      discover(text, PARTY);
      return performance.now() - start;
    };
    time(2000);
    expect(time(200_000)).toBeLessThan(2000 + 400 * time(2000));
  },
);
