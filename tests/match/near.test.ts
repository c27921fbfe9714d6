/** Other wordings of forms: heads moved, particles changed, synonyms of the domain. Each found row has a twin that must stay silent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNear } from '../../src/match/compile-near.ts';
import { inflect } from '../../src/match/inflect.ts';
import { type NearMatch, scanNear } from '../../src/match/near-scan.ts';
import { createTokens } from '../../src/text/tokenize.ts';

const GROUPS = [
  ['fortress', 'bastion', 'stronghold'],
  ['fighting', 'struggle', 'battle'],
  ['beam', 'girder'],
  ['pillar', 'column'],
  ['steady', 'stable'],
];
const FORMS = [
  'fighting fortress',
  'strong fortress Party branch',
  'four beams and eight pillars',
  'modernization of the governance system',
  'clean and honest Party conduct',
  'steady progress',
  'rule of law',
  'from the people to the people',
];
const near = compileNear(
  FORMS.map((text, payload) => ({ text, payload, isDistinctive: payload < 5 })),
  GROUPS,
  inflect,
);

function found(text: string): string[] {
  const matches: NearMatch[] = [];
  scanNear(near, { text, tokens: undefined }, 0, text.length, createTokens(16), {
    isKnown: () => false,
    found: (match) => matches.push(match),
  });
  return matches.map(({ start, end, payload, replaced, isMoved }) =>
    [FORMS[payload], text.slice(start, end), replaced, isMoved ? 'moved' : 'in place'].join(' | '),
  );
}

describe('found', () => {
  test.each([
    ['a bastion of struggle', 'fighting fortress | bastion of struggle | 2 | moved'],
    ['battle strongholds', 'fighting fortress | battle strongholds | 2 | in place'],
    [
      'Party branches strong as fortresses',
      'strong fortress Party branch | Party branches strong as fortresses | 0 | moved',
    ],
    ['four girders and eight columns', 'four beams and eight pillars | four girders and eight columns | 2 | in place'],
    ['4 girders, 8 columns', 'four beams and eight pillars | 4 girders, 8 columns | 2 | in place'],
    [
      'governance system modernization',
      'modernization of the governance system | governance system modernization | 0 | moved',
    ],
    [
      'modernisation of governance systems',
      'modernization of the governance system | modernisation of governance systems | 0 | in place',
    ],
    [
      'modernization of the whole national governance system',
      'modernization of the governance system | modernization of the whole national governance system | 0 | in place',
    ],
    ['honest and clean Party conduct', 'clean and honest Party conduct | honest and clean Party conduct | 0 | moved'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
});

describe('not found', () => {
  test.each([
    ['a pair of ordinary words turned around and replaced', 'progress of the stable'],
    ['a conjunction where the form has none', 'the battle and the stronghold'],
    ['a stop between', 'This is a battle. Strongholds fell'],
    ['a word too many', 'a battle for one stronghold'],
    ['numbers that change what they count', 'eight four girders columns'],
    ['a pair turned around without a preposition', 'stronghold battles'],
    ['and for of', 'laws and rules'],
    ['three words inserted', 'modernization of the whole old national governance system'],
    ['a word inserted behind a comma', 'modernization of the old, national governance system'],
    ['a clause between', 'modernization that is the governance system'],
    ['one word twice', 'people-to-people ties of the people'],
    ['half of the words', 'four girders'],
    ['a bracket between', 'battle (or) strongholds'],
  ])('%s: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

test('every order of words that is no rotation and no swap of neighbours stays silent', () => {
  expect(found('branch strong Party fortress')).toEqual([]);
});

const words = fc.constantFrom(
  'fighting',
  'fortress',
  'bastion',
  'of',
  'the',
  'four',
  'girder',
  'and',
  'eight',
  'column',
  'x',
  '.',
  ',',
  '\n',
);

test('never throws, and what it finds lies in the text, begins and ends with a word', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      scanNear(near, { text, tokens: undefined }, 0, text.length, createTokens(4), {
        isKnown: () => false,
        found: ({ start, end }) => expect(text.slice(start, end)).toMatch(/^[a-z][\s\S]*[a-z]$/),
      });
    }),
  );
});

test('a phrase is found wherever it stands among other sentences', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), fc.array(words, { maxLength: 20 }), (before, after) => {
      const text = `${before.join(' ')}. A bastion of struggle. ${after.join(' ')}`;
      expect(found(text)).toContain('fighting fortress | bastion of struggle | 2 | moved');
    }),
  );
});

test.each(['four ', 'bastion of ', 'fortress, ', 'governance system ', 'x ', 'clean and honest '])(
  'reads a long text of nothing but %j in a time that grows with it',
  (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      scanNear(near, { text, tokens: undefined }, 0, text.length, createTokens(16), {
        isKnown: () => false,
        found: () => {},
      });
      return performance.now() - start;
    };
    time(20_000);
    expect(time(400_000)).toBeLessThan(1000 + 100 * time(20_000));
  },
);
