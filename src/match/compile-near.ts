/** Builds a {@link NearSet} from English forms and the groups of synonyms. */
import { fold } from '../text/fold.ts';
import { COMMA } from '../text/gaps.ts';
import { hashWord } from '../text/tokenize.ts';
import { bitmap, bloomFilter } from './filter-tables.ts';
import { expandForm, type FormWord, formWords } from './form.ts';
import { type Indices, narrow, startsOf, unitsOf } from './indices.ts';
import {
  bagKey,
  CONJUNCTION,
  COUNTED,
  edgeKey,
  FEWEST_PARTED,
  FIRST_FAMILY,
  HAS_LIST,
  HAS_PREPOSITION,
  LONGEST_PHRASE,
  MAY_REPLACE_PAIR,
  mixSense,
  type NearSet,
  PARTICLES,
  PREPOSITION,
  SHORTEST_PHRASE,
} from './near-set.ts';
import { numberValue } from './numbers.ts';
import { Partition } from './partition.ts';
import { keyOf } from './pattern-set.ts';
import { type Inflect, surfacesOf } from './surfaces.ts';

/** A form whose other wordings are to be found. */
export interface NearForm {
  /** In the syntax of `form.ts`. */
  text: string;
  /** Given back with each match. */
  payload: number;
  /** Whether both words of a pair may be replaced: ordinary text never says the form. */
  isDistinctive: boolean;
}

const particleKinds = new Map(PARTICLES.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])));

interface Phrase {
  words: string[];
  frame: number;
  payload: number;
}

/** The content words of one plain reading, or undefined where it is too free, too short or too long. */
function phraseOf(words: readonly FormWord[], { payload, isDistinctive }: NearForm): Phrase | undefined {
  if (words.some(({ afterGap, isExact, folded }) => afterGap || isExact || /[+\p{Script=Han}]/u.test(folded))) return;
  const content = words.filter(({ folded }) => !particleKinds.has(folded)).map(({ folded }) => folded);
  if (content.length < SHORTEST_PHRASE || content.length > LONGEST_PHRASE) return;
  // In *from the people, to the people* only the particles say what is meant.
  if (new Set(content).size < SHORTEST_PHRASE) return;
  const kinds = words.map(({ folded }) => particleKinds.get(folded));
  const hasList = kinds.includes(CONJUNCTION) || words.some(({ gap }) => (gap & COMMA) !== 0);
  const frame =
    (kinds.includes(PREPOSITION) ? HAS_PREPOSITION : 0) |
    (hasList ? HAS_LIST : 0) |
    (isDistinctive ? MAY_REPLACE_PAIR : 0) |
    (numberValue(content[0] as string) === undefined ? 0 : COUNTED);
  return { words: content, frame, payload };
}

/** All phrases of a form; where single words are alternatives, each of them once. */
function phrasesOf(form: NearForm): Phrase[] {
  const readings = expandForm(form.text)
    .map(formWords)
    .flatMap((words) => [
      words,
      ...words.flatMap((word, i) =>
        word.others.map((other) => words.map((same, j) => (i === j ? { ...same, folded: other, others: [] } : same))),
      ),
    ]);
  return readings.flatMap((words) => phraseOf(words, form) ?? []);
}

/** Numbers for families and senses, and the surfaces of each. */
function familiesOf(words: ReadonlySet<string>, groups: readonly (readonly string[])[], inflect: Inflect) {
  const families = new Partition();
  const senses = new Partition();
  for (const word of new Set([...words, ...groups.flat()])) {
    const { listed, inflected } = surfacesOf(word, inflect);
    const surfaces = [word, ...listed, ...inflected].filter((surface) => !particleKinds.has(surface));
    // A Roman numeral is cardinal and ordinal: it would make one family of both.
    families.join(surfaces.filter((surface) => surface === word || !/^[ivx]+$/.test(surface)));
  }
  for (const group of groups) senses.join(group.map((word) => families.find(word)));
  return { families, senses };
}

const powerOfTwo = (atLeast: number) => 2 ** Math.ceil(Math.log2(Math.max(atLeast, 2)));

function wordTable(hashes: Int32Array): Indices {
  const places = new Uint32Array(powerOfTwo(hashes.length * 2));
  hashes.forEach((hash, word) => {
    let place = keyOf(hash) & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = word + 1;
  });
  return narrow(places);
}

type BagTable = Pick<NearSet, 'bagFilter' | 'bagKeys' | 'bagBuckets' | 'bucketStart' | 'bucketPhrase'>;

function bagTable(keys: readonly number[]): BagTable {
  const phrasesByKey = new Map<number, number[]>();
  keys.forEach((key, phrase) => {
    const filed = phrasesByKey.get(key);
    if (filed === undefined) phrasesByKey.set(key, [phrase]);
    else filed.push(phrase);
  });
  const size = powerOfTwo(phrasesByKey.size * 2);
  const bagKeys = new Int32Array(size);
  const bagBuckets = new Uint32Array(size);
  let bucket = 0;
  for (const key of phrasesByKey.keys()) {
    let place = key & (size - 1);
    while (bagBuckets[place] !== 0) place = (place + 1) & (size - 1);
    bagKeys[place] = key;
    bagBuckets[place] = ++bucket;
  }
  const buckets = [...phrasesByKey.values()];
  return {
    bagFilter: bloomFilter(new Set(keys)),
    bagKeys,
    bagBuckets: narrow(bagBuckets),
    bucketStart: startsOf(buckets.map(({ length }) => length)),
    bucketPhrase: narrow(buckets.flat()),
  };
}

/** Per family: content words of the longest phrase that has its sense. */
function longestPhrases(familySense: Uint16Array, sequences: readonly (readonly number[])[]): Uint8Array {
  const longest = new Map<number, number>();
  for (const sequence of sequences) {
    for (const family of sequence) {
      const sense = familySense[family] as number;
      longest.set(sense, Math.max(longest.get(sense) ?? 0, sequence.length));
    }
  }
  return Uint8Array.from(familySense, (sense) => longest.get(sense) ?? 0);
}

/** The phrases of all forms, each once for its payload. */
function distinctPhrases(forms: readonly NearForm[]): Phrase[] {
  const seen = new Set<string>();
  return forms.flatMap(phrasesOf).filter(({ words, frame, payload }) => {
    const key = `${payload} ${frame} ${words.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Compiles forms for {@link scanNear}. `groups` are words that stand for each other; a word stands in one group.
 * @throws {FormSyntaxError} when a form does not follow the syntax.
 */
export function compileNear(
  forms: readonly NearForm[],
  groups: readonly (readonly string[])[],
  inflect: Inflect,
): NearSet {
  const phrases = distinctPhrases(forms);
  const folded = groups.map((group) => group.map(fold));
  const { families, senses } = familiesOf(new Set(phrases.flatMap(({ words }) => words)), folded, inflect);
  const familyIds = new Map<string, number>();
  const senseIds = new Map<string, number>();
  const idOf = (ids: Map<string, number>, key: string, first: number) => {
    if (!ids.has(key)) ids.set(key, ids.size + first);
    return ids.get(key) as number;
  };
  const familyOf = (word: string) => idOf(familyIds, families.find(word), FIRST_FAMILY);
  const contentWords = families.members();
  const words = [...particleKinds.keys(), ...contentWords];
  const wordFamily = Uint16Array.from([...particleKinds.values(), ...contentWords.map(familyOf)]);
  const familySense = new Uint16Array(familyIds.size + FIRST_FAMILY);
  for (const [root, family] of familyIds) familySense[family] = idOf(senseIds, senses.find(root), 1);
  const wordHash = Int32Array.from(words, hashWord);
  const sequences = phrases.map((phrase) => phrase.words.map(familyOf));
  const keys = sequences.map((sequence) =>
    bagKey(
      sequence.reduce((sum, family) => (sum + mixSense(familySense[family] as number)) | 0, 0),
      sequence.length,
    ),
  );
  return {
    wordHash,
    wordStart: startsOf(words.map(({ length }) => length)),
    wordUnits: unitsOf(words),
    wordFamily,
    familySense,
    familyLongest: longestPhrases(familySense, sequences),
    wordBits: bitmap(new Set(wordHash)),
    wordPlaces: wordTable(wordHash),
    phraseStart: startsOf(sequences.map(({ length }) => length)),
    phraseFamily: Uint16Array.from(sequences.flat()),
    phrasePayload: narrow(phrases.map(({ payload }) => payload)),
    phraseFrame: Uint8Array.from(phrases, ({ frame }) => frame),
    ...bagTable(keys),
    edges: bloomFilter(
      new Set(
        sequences.flatMap((sequence) => {
          const senses = sequence.map((family) => familySense[family] as number);
          return senses.length < FEWEST_PARTED ? [] : [edgeKey(senses[0] as number, senses.at(-1) as number)];
        }),
      ),
    ),
  };
}
