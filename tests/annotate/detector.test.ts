import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDetector } from '../../src/annotate/detector.ts';
import { compareSpans, overlaps } from '../../src/span.ts';
import { compileSketches, detectorOf, mentionsOf } from '../fixtures/small-lexicon.ts';

const detector = detectorOf(
  { id: 'beams', en: ['four beams and eight pillars'], zh: ['四梁八柱'] },
  { id: 'pillars', en: ['eight pillars'] },
  { id: 'party', en: ['party'], zh: ['党建'] },
  { id: 'party-building', en: ['party building'], zh: ['党建引领'] },
  { id: 'building-site', en: ['building site'] },
);

/** Text that often holds forms, or parts of them, among anything that Unicode has. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'four beams',
        ' and ',
        'eight pillars',
        'party',
        ' ',
        'building',
        ' site',
        '\n',
        '四梁',
        '八柱',
        '党建',
        '引领',
        '“',
        '”',
        ', ',
        '-',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('\ud800', '\udc00', '😀', 'é', '\u0301', '\u200d', '\r\n', 'ﬁ'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('whatever the text', () => {
  test('a mention is the slice that its offsets name, inside the text, in order', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('longest', 'all'), (content, overlap) => {
        const { mentions } = detector.annotate(content, { overlap });
        for (const mention of mentions) {
          expect(content.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.end).toBeGreaterThan(mention.start);
        }
        expect([...mentions].sort(compareSpans)).toEqual(mentions);
      }),
      { numRuns: 400 },
    );
  });

  test('longest gives disjoint mentions, each also among all', () => {
    fc.assert(
      fc.property(text, (content) => {
        const longest = detector.annotate(content).mentions;
        const all = detector.annotate(content, { overlap: 'all' }).mentions;
        longest.slice(1).forEach((mention, i) => {
          expect(overlaps(longest[i] ?? mention, mention)).toBe(false);
        });
        for (const mention of longest) {
          expect(
            all.some(({ start, end, term }) => start === mention.start && end === mention.end && term === mention.term),
          ).toBe(true);
        }
      }),
    );
  });

  test('longest is leftmost-longest of all', () => {
    fc.assert(
      fc.property(text, (content) => {
        const all = detector.annotate(content, { overlap: 'all' }).mentions;
        const expected: string[] = [];
        let free = 0;
        for (const { start, end } of [...all].sort(compareSpans)) {
          if (start < free) continue;
          expected.push(`${start}-${end}`);
          free = end;
        }
        expect(detector.annotate(content).mentions.map(({ start, end }) => `${start}-${end}`)).toEqual(expected);
      }),
    );
  });

  test('annotating twice gives the same bytes', () => {
    fc.assert(
      fc.property(text, (content) => {
        const once = JSON.stringify(detector.annotate(content, { explain: true }));
        expect(JSON.stringify(detector.annotate(content, { explain: true }))).toBe(once);
      }),
    );
  });

  test('offsets in other encodings name the same text', () => {
    fc.assert(
      fc.property(text, (content) => {
        const wellFormed = content.toWellFormed();
        const bytes = new TextEncoder().encode(wellFormed);
        const points = [...wellFormed];
        const inBytes = detector.annotate(wellFormed, { offsetEncoding: 'utf-8' }).mentions;
        const inPoints = detector.annotate(wellFormed, { offsetEncoding: 'utf-32' }).mentions;
        detector.annotate(wellFormed).mentions.forEach((mention, i) => {
          const { start, end } = inBytes[i] ?? { start: 0, end: 0 };
          expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.slice(start, end))).toBe(mention.text);
          expect(points.slice(inPoints[i]?.start, inPoints[i]?.end).join('')).toBe(mention.text);
        });
      }),
    );
  });
});

/** Breaks the lines of a text at the last space before `width`. */
function wrap(content: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of content.split(' ')) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

test('a text wrapped at 40 columns loses no mention', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('four beams and eight pillars', 'party building', 'of', 'the meeting said', 'building site'),
        { minLength: 3, maxLength: 30 },
      ),
      (phrases) => {
        const content = phrases.join(' ');
        const terms = (of: string) => detector.annotate(of).mentions.map(({ term }) => term);
        expect(terms(wrap(content, 40))).toEqual(terms(content));
      },
    ),
  );
});

test('a result has its keys in the order of the contract', () => {
  const result = detector.annotate(
    '四梁八柱 and party building',
    { explain: true },
    { id: 'a', metadata: { company: 'X' } },
  );
  expect(Object.keys(result)).toEqual([
    'id',
    'engine',
    'lexicon',
    'options',
    'document',
    'offsetEncoding',
    'mentions',
    'rejected',
    'terms',
    'lenses',
    'statistics',
    'warnings',
  ]);
  expect(Object.keys(result.mentions[0] ?? {})).toEqual(
    [
      'start',
      'end',
      'text',
      'term',
      'language',
      'form',
      'rendering',
      'official',
      'confidence',
      'because',
      'voice',
      'context',
      'line',
      'column',
    ].filter((key) => key !== 'official' || result.mentions[0]?.official !== undefined),
  );
  expect(result.document).toMatchObject({ language: 'mixed', metadata: { company: 'X' }, words: 3, han: 4 });
  expect(Object.keys(result.terms ?? {}).sort()).toEqual(['beams', 'party-building']);
});

test('what a longer mention covers is rejected with its winner', () => {
  const { rejected } = detector.annotate('four beams and eight pillars', { explain: true });
  expect(rejected).toMatchObject([
    { term: 'pillars', reason: 'overlap', detail: expect.stringContaining('"beams" takes these words, as "') },
  ]);
});

test('one span, two entries: the more likely is the mention, the other its alternative', () => {
  const twins = detectorOf(
    { id: 'twin-a', en: ['five major tasks'], distinctive: false, cues: ['Inner Mongolia'], ambiguousWith: ['twin-b'] },
    {
      id: 'twin-b',
      en: ['five major tasks'],
      distinctive: false,
      cues: ['supply side', 'overcapacity'],
      ambiguousWith: ['twin-a'],
    },
    { id: 'other', en: ['two sure signs', 'three sure signs'] },
    { id: 'another', en: ['four sure words'] },
  );
  const inRegion = twins.annotate('Inner Mongolia carries out the five major tasks. Two sure signs, four sure words.');
  expect(inRegion.mentions.map(({ term }) => term)).toContain('twin-a');
  const inEconomy = twins.annotate('Overcapacity and supply side: the five major tasks.');
  expect(inEconomy.mentions.map(({ term }) => term)).toContain('twin-b');
  const undecided = twins.annotate(
    'Overcapacity in Inner Mongolia: the five major tasks. Two sure signs; four sure words.',
  );
  expect(undecided.mentions.find(({ alternatives }) => alternatives !== undefined)?.alternatives).toHaveLength(1);
});

test.each([
  [{ minConfidence: 2 }, 'minConfidence: 2 is not a number from 0 to 1'],
  [{ overlap: 'first' }, 'overlap: "first" is none of longest, all'],
  [{ layers: ['slogan'] }, 'layers: "slogan" is none of formulation'],
  [{ subjects: ['politics'] }, 'subjects: "politics" is none of ideology'],
])('option %j is refused', (options, message) => {
  expect(() => detector.annotate('', options as never)).toThrow(message);
});

test('entries of other layers are found when they are asked for', () => {
  const layered = createDetector(compileSketches([{ id: 'sasac', en: ['SASAC'], layer: 'institution' }]));
  expect(mentionsOf(layered, 'SASAC said')).toEqual([]);
  expect(layered.annotate('SASAC said', { layers: ['institution'] }).mentions).toHaveLength(1);
});

test('a formulation inside the name of an organ is no mention, asked for or not', () => {
  const names = createDetector(
    compileSketches([
      { id: 'united-front', en: ['united front'] },
      { id: 'department', en: ['united front work department'], layer: 'institution' },
    ]),
  );
  const text = 'The United Front Work Department met. The united front grew.';
  expect(mentionsOf(names, text)).toEqual(['united-front: united front']);
  expect(names.annotate(text, { explain: true }).rejected).toContainEqual(
    expect.objectContaining({
      term: 'united-front',
      reason: 'overlap',
      detail: expect.stringContaining('"department" takes these words'),
    }),
  );
  expect(names.annotate(text, { overlap: 'all' }).mentions).toHaveLength(2);
});

test('another wording inside a longer listed one is no mention, whichever mentions are reported; around a shorter one it may be', () => {
  const longer = detectorOf(
    { id: 'leadership', en: ['party leadership'] },
    { id: 'overall', en: ['leadership of the party over everything'] },
    { id: 'party', en: ['the party'] },
  );
  const inside = 'We uphold the leadership of the party over everything.';
  expect(mentionsOf(longer, inside)).toEqual(['overall: leadership of the party over everything']);
  const termsOf = (content: string) => longer.annotate(content, { overlap: 'all' }).mentions.map(({ term }) => term);
  expect(termsOf(inside)).toEqual(['overall', 'party']);
  expect(termsOf('We uphold the leadership of the party.')).toEqual(['leadership', 'party']);
});

test('a text of a million units without a stop or a space is read', () => {
  for (const content of [
    'a'.repeat(1e6),
    '党'.repeat(1e6),
    '"'.repeat(1e6),
    'party '.repeat(2e5),
    '四梁'.repeat(3e5),
  ]) {
    expect(detector.annotate(content, { terms: 'none' }).document.characters).toBe(content.length);
  }
});
