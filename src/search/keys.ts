/** Everything an entry can be looked up by, as keys that a query is compared with. */
import type { LexiconEntry } from '../lexicon/lexicon.ts';
import { writtenForms } from '../match/form.ts';
import { initialsOf, plainOf, type Syllable, syllablesOf } from '../text/pinyin.ts';
import { hanOf } from './han.ts';
import { type Vocabulary, wordsOf } from './words.ts';

/** What a key is to its entry, in the words that a reader sees. */
export type KeyKind = 'label' | 'id' | 'form' | 'Chinese' | 'pinyin' | 'member';

export interface EnglishKey {
  kind: Exclude<KeyKind, 'Chinese' | 'pinyin'>;
  text: string;
  /** Numbers in the lexicon's vocabulary. */
  words: number[];
  /** From 0 to 1: how good it is to be found by this key. */
  worth: number;
}

export interface ChineseKey {
  kind: 'Chinese' | 'member';
  text: string;
  han: string;
  worth: number;
}

export interface PinyinKey {
  kind: 'pinyin';
  text: string;
  syllables: Syllable[];
  plain: string;
  initials: string;
  worth: number;
}

export interface EntryKeys {
  english: EnglishKey[];
  chinese: ChineseKey[];
  pinyin: PinyinKey[];
  /** What the entry says of itself: gloss, literal meaning, definition. */
  text: string;
}

const WORTH_OF_STATUS = { official: 0.97, attested: 0.95, translated: 0.93, misleading: 0.91 } as const;

/** Plain readings of one form that get keys; further ones differ little. */
const MOST_READINGS = 12;

/** A form without its syntax: `central eight … (rule|code)` gives several. */
function readingsOf(form: string): string[] {
  return writtenForms(form).slice(0, MOST_READINGS);
}

function englishKeys(entry: LexiconEntry, vocabulary: Vocabulary): EnglishKey[] {
  const keys: EnglishKey[] = [];
  const seen = new Set<string>();
  const add = (kind: EnglishKey['kind'], text: string, worth: number) => {
    const words = wordsOf(text);
    const signature = words.map(({ raw }) => raw).join(' ');
    if (signature === '' || seen.has(signature)) return;
    seen.add(signature);
    keys.push({ kind, text, words: vocabulary.ids(words), worth });
  };
  add('label', entry.label, 1);
  const withoutBrackets = entry.label.replace(/\s*\([^)]*\)/g, '');
  for (const part of withoutBrackets.split(/\s*[,;/]\s*/)) add('label', part, 0.99);
  for (const { text, status } of entry.forms.en) {
    for (const reading of readingsOf(text)) add('form', reading, WORTH_OF_STATUS[status]);
  }
  add('id', entry.id.replaceAll('-', ' '), 0.9);
  for (const { text, term } of entry.members) add('member', text, term === undefined ? 0.6 : 0.5);
  return keys;
}

function chineseKeys({ zh, forms, members }: LexiconEntry): ChineseKey[] {
  const keys: ChineseKey[] = [];
  const add = (kind: ChineseKey['kind'], text: string, worth: number) => {
    const han = hanOf(text).joined;
    if (han !== '' && !keys.some((key) => key.han === han)) keys.push({ kind, text, han, worth });
  };
  if (zh !== undefined) add('Chinese', zh.hans, 1);
  if (zh !== undefined) add('Chinese', zh.hant, 1);
  for (const form of forms.zh) {
    for (const reading of readingsOf(typeof form === 'string' ? form : form.text)) add('Chinese', reading, 0.96);
  }
  for (const member of members) {
    if (member.zh !== undefined) add('member', member.zh, member.term === undefined ? 0.6 : 0.5);
  }
  return keys;
}

/** The reading of each character as the lexicon's curated pinyin has it most often. */
export type CharacterReadings = ReadonlyMap<string, string>;

/** Reads the curated pinyin of all entries character by character, where syllables and characters are equally many. */
export function characterReadings(entries: readonly LexiconEntry[]): CharacterReadings {
  const counts = new Map<string, Map<string, number>>();
  for (const { zh } of entries) {
    const characters = [...(zh?.hans ?? '')];
    const written = (zh?.pinyin ?? '').match(/\S+/g) ?? [];
    const syllables = syllablesOf(written.join(' '));
    if (syllables?.length !== characters.length) continue;
    characters.forEach((character, i) => {
      const { plain = '', tone = 0 } = syllables[i] ?? {};
      const readings = counts.get(character) ?? new Map<string, number>();
      readings.set(plain + tone, (readings.get(plain + tone) ?? 0) + 1);
      counts.set(character, readings);
    });
  }
  return new Map(
    [...counts].map(([character, readings]) => {
      const [best] = [...readings].sort((a, b) => b[1] - a[1]);
      return [character, best?.[0] ?? ''];
    }),
  );
}

function pinyinKeys({ zh, forms }: LexiconEntry, readings: CharacterReadings): PinyinKey[] {
  const keys: PinyinKey[] = [];
  const add = (text: string, syllables: Syllable[] | undefined, worth: number) => {
    if (syllables === undefined || syllables.length === 0) return;
    const plain = plainOf(syllables);
    if (keys.some((key) => key.plain === plain)) return;
    keys.push({ kind: 'pinyin', text, syllables, plain, initials: initialsOf(syllables), worth });
  };
  if (zh !== undefined) add(zh.pinyin, syllablesOf(zh.pinyin, true), 1);
  for (const form of forms.zh) {
    for (const reading of readingsOf(typeof form === 'string' ? form : form.text)) {
      const syllables = [...reading].map((character) => readings.get(character));
      if (syllables.every((syllable) => syllable !== undefined)) {
        add(reading, syllablesOf(syllables.join(' ')), 0.96);
      }
    }
  }
  return keys;
}

/** The keys of one entry; `readings` gives pinyin to Chinese forms that have none of their own. */
export function keysOf(entry: LexiconEntry, readings: CharacterReadings, vocabulary: Vocabulary): EntryKeys {
  return {
    english: englishKeys(entry, vocabulary),
    chinese: chineseKeys(entry),
    pinyin: pinyinKeys(entry, readings),
    text: [entry.gloss, entry.literal, entry.definition?.text].filter((part) => part !== undefined).join(' '),
  };
}
