/** What a JavaScript user would otherwise pick, each given the same forms and the same texts. */
import { createRequire } from 'node:module';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import { AhoCorasick as GreedyAhoCorasick } from '@monyone/aho-corasick/greedy';
import nlp from 'compromise/one';
import UnicodeAhoCorasick from 'modern-ahocorasick/unicode-fast';
import { compilePatterns } from '../../src/match/compile.ts';
import { inflect } from '../../src/match/inflect.ts';
import { createScanBuffers, scan } from '../../src/match/scan.ts';

/** A matcher made of a list of forms: how many matches a text has. */
export type Matcher = (text: string) => number;

export interface Peer {
  name: string;
  /** Why it is not the same work, where it is not. */
  lacks: string;
  languages: readonly ('en' | 'zh' | 'mixed')[];
  /** Largest number of forms it is tried with. */
  most: number;
  build(forms: readonly string[]): Matcher;
}

/** An alternation of all forms, with ASCII word bounds where they are not Chinese. */
const alternationOf = (forms: readonly string[]): string => {
  const body = longestFirst(forms).map(RegExp.escape).join('|');
  return /\p{Script=Han}/u.test(body) ? body : `\\b(?:${body})\\b`;
};

const longestFirst = (forms: readonly string[]) => [...forms].sort((a, b) => b.length - a.length);
const ALL = ['en', 'zh', 'mixed'] as const;

function countMatches(pattern: RegExp): Matcher {
  return (text) => {
    let count = 0;
    pattern.lastIndex = 0;
    while (pattern.exec(text) !== null) count++;
    return count;
  };
}

/** Tifa's scan alone: every form with all tolerances, inflection included, all matches with exact offsets. */
export const tifaScan: Peer = {
  name: 'tifa scan',
  lacks: '',
  languages: ALL,
  most: 100_000,
  build(forms) {
    const set = compilePatterns(
      forms.map((text, payload) => ({ text, payload })),
      inflect,
    );
    const buffers = createScanBuffers();
    return (text) => {
      let count = 0;
      scan(set, { text, tokens: undefined }, 0, text.length, buffers, () => {
        count++;
      });
      return count;
    };
  },
};

const regExp: Peer = {
  name: 'RegExp gi',
  lacks: 'literal spaces, ASCII word bounds, no inflection',
  languages: ALL,
  most: 10_000,
  build: (forms) => countMatches(new RegExp(alternationOf(forms), 'gi')),
};

const tolerantRegExp: Peer = {
  name: 'RegExp, our separators',
  lacks: 'no inflection',
  languages: ['en'],
  most: 1000,
  build: (forms) => {
    const body = longestFirst(forms).map((form) => form.split(' ').map(RegExp.escape).join('[\\s\\-"“”]+'));
    return countMatches(new RegExp(`(?<![\\p{L}\\p{N}])(?:${body.join('|')})(?![\\p{L}\\p{N}])`, 'giu'));
  },
};

const modernAhoCorasick: Peer = {
  name: 'modern-ahocorasick',
  lacks: 'literal spaces, no inflection',
  languages: ALL,
  most: 100_000,
  build: (forms) => {
    const matcher = new UnicodeAhoCorasick([...forms], { caseSensitive: false } as never);
    const wholeWords = !forms.some((form) => /\p{Script=Han}/u.test(form));
    return (text) => matcher.search(text, { strategy: 'leftmost-longest', wholeWord: wholeWords } as never).length;
  },
};

const monyoneGreedy: Peer = {
  name: '@monyone/aho-corasick greedy',
  lacks: 'no word bounds, literal spaces, no inflection',
  languages: ALL,
  most: 100_000,
  build: (forms) => {
    const matcher = new GreedyAhoCorasick(forms.map((form) => form.toLowerCase()));
    return (text) => matcher.matchInText(text.toLowerCase()).length;
  },
};

const monyoneFast: Peer = {
  name: '@monyone/aho-corasick fast',
  lacks: 'no word bounds, all matches, literal spaces, no inflection',
  languages: ALL,
  most: 1000,
  build: (forms) => {
    const matcher = new FastAhoCorasick(forms.map((form) => form.toLowerCase()));
    return (text) => matcher.matchInText(text.toLowerCase()).length;
  },
};

/** What can be imported of re2; it is compiled when it is installed, so it is no dependency of this project. */
async function loadRe2(): Promise<typeof RegExp | undefined> {
  const name = 're2';
  try {
    return ((await import(name)) as { default: typeof RegExp }).default;
  } catch {
    return undefined;
  }
}

const Re2 = await loadRe2();

const re2: Peer = {
  name: 're2',
  lacks: 'literal spaces, ASCII word bounds, no inflection',
  languages: ALL,
  most: 1000,
  build: (forms) => countMatches(new (Re2 as typeof RegExp)(alternationOf(forms), 'giu')),
};

/** Peers that are not measured here, and why. */
export const ABSENT: readonly string[] =
  Re2 === undefined ? ['re2 is not installed: `npm install --no-save re2` adds it where it can be compiled'] : [];

interface WinkEngine {
  learnCustomEntities(examples: { name: string; patterns: string[] }[]): void;
  readDoc(text: string): { customEntities(): { length(): number } };
}

let engine: WinkEngine | undefined;

/** One engine for all sizes: a second one made of the same model no longer learns patterns. */
function winkEngine(): WinkEngine {
  const require = createRequire(import.meta.url);
  engine ??= require('wink-nlp')(require('wink-eng-lite-web-model'), ['cer']) as WinkEngine;
  return engine;
}

const wink: Peer = {
  name: 'wink-nlp custom entities',
  lacks: 'no line breaks or hyphens inside, no inflection',
  languages: ['en'],
  most: 10_000,
  build: (forms) => {
    const engine = winkEngine();
    engine.learnCustomEntities([{ name: 'form', patterns: [...forms] }]);
    return (text) => engine.readDoc(text).customEntities().length();
  },
};

const compromise: Peer = {
  name: 'compromise lookup',
  lacks: 'glues overlapping matches, no inflection',
  languages: ['en'],
  most: 10_000,
  build: (forms) => {
    const trie = (nlp as unknown as { buildTrie(words: string[]): unknown }).buildTrie([...forms]);
    return (text) => (nlp(text) as unknown as { lookup(trie: unknown): { length: number } }).lookup(trie).length;
  },
};

export const PEERS: readonly Peer[] = [
  regExp,
  tolerantRegExp,
  modernAhoCorasick,
  monyoneGreedy,
  monyoneFast,
  wink,
  compromise,
  ...(Re2 === undefined ? [] : [re2]),
];
