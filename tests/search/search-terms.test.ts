import { describe, expect, test } from 'vitest';
import { compileLexicon } from '../../src/context/compile.ts';
import type { CompiledLexicon } from '../../src/context/compiled.ts';
import type { LexiconEntry } from '../../src/lexicon/lexicon.ts';
import { inflect } from '../../src/match/inflect.ts';
import { nearestTerms, searchTerms } from '../../src/search/search-terms.ts';
import { entryOf } from '../fixtures/small-lexicon.ts';

interface Sketch extends Partial<Omit<LexiconEntry, 'forms' | 'zh'>> {
  id: string;
  label: string;
  /** Simplified, traditional, pinyin. */
  zh?: [string, string, string];
  en?: (string | { text: string; status: 'official' | 'attested' | 'misleading' })[];
  han?: string[];
}

function entry({ id, label, zh, en = [], han = [], ...rest }: Sketch): LexiconEntry {
  const [hans = '某某', hant = '某某', pinyin = 'mǒumǒu'] = zh ?? [];
  const base = entryOf({ id, en, zh: [hans, ...han] });
  return { ...base, ...rest, label, zh: { hans, hant, pinyin, status: 'attested' } };
}

const ENTRIES = [
  entry({
    id: 'new-quality-productive-forces',
    label: 'new quality productive forces',
    subject: 'innovation',
    zh: ['新质生产力', '新質生產力', 'xīnzhì shēngchǎnlì'],
    en: [{ text: 'new quality productive forces', status: 'official' }, 'new productive forces', 'NQPF'],
  }),
  entry({
    id: 'eight-point-guidelines',
    label: 'eight-point decision on improving conduct',
    subject: 'discipline',
    zh: ['中央八项规定', '中央八項規定', 'zhōngyāng bā xiàng guīdìng'],
    en: ['eight point (rule|guideline)', 'eight provision'],
    han: ['八项规定'],
  }),
  entry({
    id: 'red-engine',
    label: 'Red Engine',
    subject: 'party-building',
    zh: ['红色引擎', '紅色引擎', 'hóngsè yǐnqíng'],
    en: ['red engine', 'red (motor|power engine)'],
    han: ['红色动力'],
  }),
  entry({ id: 'red-gene', label: 'red gene', zh: ['红色基因', '紅色基因', 'hóngsè jīyīn'], en: ['red gene'] }),
  entry({
    id: 'green-steel',
    label: 'Green steel',
    layer: 'policy',
    zh: ['绿色钢铁', '綠色鋼鐵', 'lǜsè gāngtiě'],
    en: ['green steel'],
  }),
  entry({
    id: 'two-rare-earth-bases',
    label: 'Two rare earth bases',
    zh: ['两个稀土基地', '兩個稀土基地', 'liǎng gè xītǔ jīdì'],
    en: ['two rare earth bases'],
    members: [{ text: 'a base for applications', zh: '应用基地' }],
  }),
  entry({
    id: 'five-g',
    label: '5G networks',
    layer: 'policy',
    zh: ['5G网络', '5G網絡', '5G wǎngluò'],
    en: ['5G network'],
  }),
  entry({
    id: 'party-building',
    label: 'Party building',
    zh: ['党的建设', '黨的建設', 'dǎng de jiànshè'],
    en: ['Party building'],
  }),
  entry({
    id: 'party-branch',
    label: 'Party branch',
    layer: 'institution',
    zh: ['党支部', '黨支部', 'dǎng zhībù'],
    en: ['Party branch'],
  }),
  entry({
    id: 'programme',
    label: 'national programme for organisation',
    zh: ['国家计划', '國家計劃', 'guójiā jìhuà'],
    gloss: 'A plan that mentions turbines.',
    en: ['national programme'],
  }),
  entry({ id: 'power', label: 'military power', zh: ['动力', '動力', 'dònglì'], en: ['power'] }),
];

function compiled(entries: readonly LexiconEntry[]): CompiledLexicon {
  return compileLexicon({ version: '2026.11.0', entries, sources: [], lenses: [], retired: [] }, inflect);
}
const LEXICON = compiled(ENTRIES);
const first = (query: string) => searchTerms(LEXICON, query).terms[0];

describe('the right term comes first', () => {
  test.each([
    ['new quality productive forces', 'new-quality-productive-forces', 'label: new quality productive forces'],
    ['New Quality', 'new-quality-productive-forces', 'label: new quality productive forces'],
    ['forces productive', 'new-quality-productive-forces', undefined],
    ['NQPF', 'new-quality-productive-forces', 'form: NQPF'],
    ['eight provisions', 'eight-point-guidelines', 'form: eight provision'],
    ['red motor', 'red-engine', 'form: red motor'],
    ['national program', 'programme', 'form: national programme'],
    ['organization', 'programme', 'label: national programme for organisation'],
    ['party build', 'party-building', 'label: Party building'],
    ['the building of the Party', 'party-building', 'label: Party building'],
    ['red-engine', 'red-engine', 'label: Red Engine'],
    ['5g', 'five-g', 'label: 5G networks'],
  ])('English: %s', (query, id, why) => {
    expect(first(query)?.entry.id).toBe(id);
    if (why !== undefined) expect(first(query)?.why).toBe(why);
  });

  test.each([
    ['8 point', 'eight-point-guidelines'],
    ['8-point rules', 'eight-point-guidelines'],
    ['2 bases', 'two-rare-earth-bases'],
    ['8项规定', 'eight-point-guidelines'],
    ['八項規定', 'eight-point-guidelines'],
    ['二个稀土基地', 'two-rare-earth-bases'],
    ['2个基地', 'two-rare-earth-bases'],
  ])('numbers: %s', (query, id) => {
    expect(first(query)?.entry.id).toBe(id);
  });

  test.each([
    ['新质生产力', 'new-quality-productive-forces', 'Chinese: 新质生产力'],
    ['新質生產力', 'new-quality-productive-forces', 'Chinese: 新质生产力'],
    ['生产力', 'new-quality-productive-forces', 'Chinese: 新质生产力'],
    ['新 质', 'new-quality-productive-forces', 'Chinese: 新质生产力'],
    ['“红色引擎”工程', 'red-engine', 'Chinese: 红色引擎'],
    ['应用基地', 'two-rare-earth-bases', 'member: 应用基地'],
    ['动力', 'power', 'Chinese: 动力'],
    ['5G网络', 'five-g', 'Chinese: 5G网络'],
    ['党支', 'party-branch', 'Chinese: 党支部'],
    ['red 引擎', 'red-engine', undefined],
    ['深入贯彻中央八项规定精神', 'eight-point-guidelines', 'Chinese: 中央八项规定'],
  ])('Chinese: %s', (query, id, why) => {
    expect(first(query)?.entry.id).toBe(id);
    if (why !== undefined) expect(first(query)?.why).toBe(why);
  });

  test.each([
    ['xinzhi', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['xin zhi sheng chan li', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['xinzhishengchanli', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['xīnzhì shēngchǎnlì', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['xin1zhi4', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['sheng chan', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['shengchanl', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
    ['hongse yinqing', 'red-engine', 'pinyin: hong se yin qing'],
    ['hong2se4 ji1yin1', 'red-gene', 'pinyin: hong se ji yin'],
    ['lvse', 'green-steel', 'pinyin: lu se gang tie'],
    ['lüsè gāngtiě', 'green-steel', 'pinyin: lu se gang tie'],
    ['liangge jidi', 'two-rare-earth-bases', 'pinyin: liang ge xi tu ji di'],
    ['baxiangguiding', 'eight-point-guidelines', 'pinyin: ba xiang gui ding (八项规定)'],
    ['xzscl', 'new-quality-productive-forces', 'pinyin initials: xzscl'],
    ['HSYQ', 'red-engine', 'pinyin initials: hsyq'],
    ['bxgd', 'eight-point-guidelines', 'pinyin initials: bxgd (八项规定)'],
    ['wangluo', 'five-g', 'pinyin: 5g wang luo'],
    ['xinzi shengcanli', 'new-quality-productive-forces', 'pinyin: xin zhi sheng chan li'],
  ])('pinyin: %s', (query, id, why) => {
    expect(first(query)).toMatchObject({ entry: { id }, why });
  });

  test('tones that are written decide between syllables that are alike', () => {
    const lexicon = compiled([
      entry({ id: 'third', label: 'third', zh: ['买卖', '買賣', 'mǎimài'] }),
      entry({ id: 'fourth', label: 'fourth', zh: ['卖买', '賣買', 'màimǎi'] }),
    ]);
    expect(searchTerms(lexicon, 'mai4mai3').terms[0]?.entry.id).toBe('fourth');
    expect(searchTerms(lexicon, 'mǎimài').terms[0]?.entry.id).toBe('third');
    expect(searchTerms(lexicon, 'maimai').total).toBe(2);
  });

  test.each([
    ['produtive forces', 'new-quality-productive-forces'],
    ['red enigne', 'red-engine'],
    ['gren steel', 'green-steel'],
    ['Party buildling', 'party-building'],
  ])('misspelt: %s', (query, id) => {
    expect(first(query)?.entry.id).toBe(id);
    expect(first(query)?.why).toMatch(/^similar spelling: /);
  });

  test('short words are not taken for misspelt ones', () => {
    expect(searchTerms(LEXICON, 'rid').total).toBe(0);
  });
});

describe('what is found besides', () => {
  test('whole names come before longer ones, and what only the gloss says comes last', () => {
    expect(first('power')).toMatchObject({ entry: { id: 'power' }, why: 'form: power' });
    expect(first('turbines')).toMatchObject({ entry: { id: 'programme' }, why: 'text: gloss or definition' });
  });

  test('where no term has all of it, those that have most of it', () => {
    expect(first('red engine of the universe')?.entry.id).toBe('red-engine');
    expect(searchTerms(LEXICON, 'completely unrelated words').total).toBe(0);
  });

  test('nothing else: a term without the words is not found', () => {
    expect(
      searchTerms(LEXICON, '红色')
        .terms.map(({ entry: { id } }) => id)
        .sort(),
    ).toEqual(['red-engine', 'red-gene']);
    expect(searchTerms(LEXICON, '稀土').total).toBe(1);
  });
});

describe('options', () => {
  test('without a query everything comes by label, without a reason', () => {
    const { terms, total } = searchTerms(LEXICON, '  ');
    expect(total).toBe(ENTRIES.length);
    expect(terms[0]).toMatchObject({ entry: { id: 'five-g' }, why: '', matched: '' });
    expect(terms.map(({ entry: { label } }) => label.toLowerCase())).toEqual(
      ENTRIES.map(({ label }) => label.toLowerCase()).sort(),
    );
  });

  test('limit and offset cut, total does not', () => {
    const all = searchTerms(LEXICON, 'party').terms;
    expect(searchTerms(LEXICON, 'party', { limit: 1, offset: 1 })).toEqual({ terms: [all[1]], total: 2 });
    expect(searchTerms(LEXICON, 'party', { offset: 9 })).toEqual({ terms: [], total: 2 });
  });

  test('subjects and layers narrow', () => {
    expect(searchTerms(LEXICON, 'party', { layers: ['institution'] }).total).toBe(1);
    expect(searchTerms(LEXICON, '', { subjects: ['innovation', 'discipline'] }).total).toBe(2);
    expect(searchTerms(LEXICON, 'xzscl', { subjects: ['discipline'] }).total).toBe(0);
  });

  test.each(['"', '((((', '\ud800', '%', '　', '\0', 'x'.repeat(5000), '新'.repeat(5000), '__proto__', '5'])(
    '%j does no harm',
    (query) => {
      expect(searchTerms(LEXICON, query).terms.length).toBeLessThanOrEqual(ENTRIES.length);
      expect(nearestTerms(LEXICON, query, 3).length).toBeLessThanOrEqual(3);
    },
  );
});

describe('nearest terms', () => {
  test.each([
    ['redengine', 'red-engine'],
    ['hongseyingqin', 'red-engine'],
    ['greensteal', 'green-steel'],
    ['新质产力', 'new-quality-productive-forces'],
    ['紅色引勤', 'red-engine'],
  ])('%s', (query, id) => {
    const [nearest] = nearestTerms(LEXICON, query, 3);
    expect(nearest?.entry.id).toBe(id);
    expect(nearest?.why).toMatch(/^similar: /);
  });

  test('no suggestion puzzles', () => {
    expect(nearestTerms(LEXICON, 'qwxyz', 5)).toEqual([]);
    expect(nearestTerms(LEXICON, '', 5)).toEqual([]);
    expect(nearestTerms(LEXICON, 'red', 2)).toHaveLength(2);
  });
});
