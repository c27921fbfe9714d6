/** Every rule of the check, by breaking a lexicon that is in order in one place. */
import { describe, expect, test } from 'vitest';
import { checkLexicon } from '../../src/check/check-lexicon.ts';
import type { LexiconFile } from '../../src/lexicon/read-lexicon.ts';

const ENTRY = `id: red-engine
layer: formulation
label: Red Engine
zh: { hans: 红色引擎, hant: 紅色引擎, pinyin: hóngsè yǐnqíng, status: inferred }
gloss: Party organisations as the motor of a firm's work.
literal: red engine
definition: { text: A metaphor for Party branches that drive work., sources: [ one-source ] }
origin: { who: uncertain, where: uncertain, when: uncertain, sources: [] }
forms:
  en:
    - { text: red engine, status: attested }
  zh: [ 红色引擎 ]
distinctive: false
cues: [ Party branch, 党支部 ]
unless:
  - { id: vehicle, near: [ horsepower ], within: 8, why: a painted machine }
readings:
  - { lens: a-lens, theme: first, basis: listed, text: The source lists it. }
related: [ { id: party-building, as: broader } ]
examples:
  match:
    - Every Party branch became a [[Red Engine]].
    - 党支部要发挥[[红色引擎]]作用。
  noMatch:
    - { text: The museum has a red engine., because: evidence }
    - { text: The Party branch bought a red engine of 300 horsepower., because: vehicle }
`;

const OTHER = ENTRY.replaceAll('red-engine', 'party-building')
  .replaceAll('Red Engine', 'Party Building')
  .replaceAll('red engine', 'Party building')
  .replaceAll('红色引擎', '党的建设')
  .replaceAll('紅色引擎', '黨的建設')
  .replace('hóngsè yǐnqíng', 'dǎng de jiànshè')
  .replace('{ id: party-building, as: broader }', '{ id: red-engine, as: narrower }');

const files = (changes: Record<string, string> = {}): LexiconFile[] =>
  Object.entries({
    'lexicon.yaml': 'version: 2026.11.0\ntitle: Test\nlicence: CC-BY-4.0\n',
    'retired.yaml': '[]',
    'sources.yaml': `- { id: one-source, title: A page, publisher: Someone, kind: press, date: '2024', url: 'https://example.org/a', language: en }\n`,
    'lenses/a-lens.yaml': `id: a-lens
title: A commentary
source: one-source
publisher: Someone
date: { value: '2025', status: stated }
url: https://example.org/a
standpoint: A reader's view.
themes:
  - { id: first, title: First, place: Part 1, claim: It says so. }
`,
    'terms/party-building/red-engine.yaml': ENTRY,
    'terms/party-building/party-building.yaml': OTHER,
    ...changes,
  }).map(([path, text]) => ({ path, text }));

const RED = 'terms/party-building/red-engine.yaml';
const change = (from: string, to: string, text = ENTRY) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const issuesOf = (changed: Record<string, string>) => checkLexicon(files(changed)).issues;

test('a lexicon in order has no issues', () => {
  expect(issuesOf({})).toEqual([]);
});

describe('a broken place is named', () => {
  test.each([
    ['a misspelt key', 'gloss:', 'glos:', 'schema', 1],
    ['a long gloss', 'Party organisations as', `${'very '.repeat(50)}`, 'schema', 5],
    ['bad YAML', 'literal: red engine', 'literal: red: engine', 'yaml', 6],
    ['an id that is not the file name', 'id: red-engine', 'id: red-motor', 'file-name', 1],
    ['an unknown source', 'one-source', 'one-sauce', 'unknown-source', 7],
    ['an unknown lens', 'lens: a-lens', 'lens: b-lens', 'unknown-lens', 18],
    ['an unknown theme', 'theme: first', 'theme: last', 'unknown-theme', 18],
    ['an unknown entry', 'id: party-building,', 'id: party-construction,', 'unknown-entry', 19],
    ['a form with a bracket left open', 'text: red engine,', 'text: red (engine,', 'form-syntax', 11],
    ['a form of another entry', 'zh: [ 红色引擎 ]', 'zh: [ 红色引擎, 党的建设 ]', 'shared-form', 12],
    ['pinyin of another word', 'hóngsè', 'hónghuā', 'pinyin', 4],
    ['a wrong tone', 'hóngsè', 'hòngsè', 'pinyin', 4],
    ['a syllable too few', 'hóngsè yǐnqíng', 'hóngsè yǐn', 'pinyin', 4],
    ['traditional that is another word', '紅色引擎', '紅色引肇', 'traditional', 4],
    ['a verdict in the gloss', 'Party organisations as', 'The so-called', 'verdict', 5],
    ['a verdict in the definition', 'A metaphor for', 'A glorious metaphor for', 'verdict', 7],
    ['an example whose mark is off', '[[Red Engine]]', 'Red [[Engine]]', 'example-missed', 22],
    ['an example without evidence', 'Every Party branch became', 'Every museum got', 'example-missed', 22],
    ['an example without a mark', '[[红色引擎]]', '红色引擎', 'examples', 23],
    [
      'a near miss that is reported',
      'The museum has a red engine.',
      'The Party branch is a red engine.',
      'near-miss',
      25,
    ],
    ['a near miss without any form', 'The museum has a red engine.', 'The museum has a blue train.', 'near-miss', 25],
    ['a near miss for another reason', 'because: evidence', 'because: vehicle', 'near-miss', 25],
    ['a dead antipattern', 'The Party branch bought', 'The museum bought', 'unless', 16],
    ['an antipattern without near miss', 'because: vehicle', 'because: evidence', 'unless', 16],
    ['a single character as a form', 'zh: [ 红色引擎 ]', 'zh: [ 红色引擎, 红 ]', 'short-form', 12],
  ])('%s', (_, from, to, rule, line) => {
    const issues = issuesOf({ [RED]: change(from, to) });
    expect(issues.map((issue) => issue.rule)).toContain(rule);
    expect(issues.find((issue) => issue.rule === rule)).toMatchObject({ file: RED, line });
  });

  test('all problems of all files come at once', () => {
    const issues = issuesOf({
      [RED]: change('one-source', 'one-sauce', change('hóngsè', 'hónghuā')),
      'terms/party-building/party-building.yaml': change('theme: first', 'theme: last', OTHER),
    });
    expect(issues.map(({ file, rule }) => `${file.split('/')[2]} ${rule}`)).toEqual([
      'party-building.yaml unknown-theme',
      'red-engine.yaml pinyin',
      'red-engine.yaml unknown-source',
    ]);
  });

  test.each([
    ['an id twice', { 'terms/ideology/red-engine.yaml': ENTRY }, 'duplicate-id'],
    [
      'an unknown subject',
      { 'terms/slogans/blue-engine.yaml': change('id: red-engine', 'id: blue-engine') },
      'subject',
    ],
    ['a retired id', { 'retired.yaml': "- { id: red-engine, on: '2026-11-01', why: merged }" }, 'retired-id'],
    [
      'a source that nothing cites',
      {
        'sources.yaml': `- { id: one-source, title: A, publisher: B, kind: press, date: '2024', url: 'https://example.org/a', language: en }\n- { id: idle, title: A, publisher: B, kind: press, date: '2024', url: 'https://example.org/b', language: en }`,
      },
      'unused-source',
    ],
    ['a stray file', { 'notes.yaml': 'a: 1' }, 'stray-file'],
  ])('%s', (_, changed, rule) => {
    expect(issuesOf(changed as Record<string, string>).map((issue) => issue.rule)).toContain(rule);
  });
});
