/** Why a mention is one: its evidence in words. */
import type { Because, Mention } from '../../src/annotate/result.ts';

/** What the codes of evidence mean to a reader. */
const REASONS: Record<string, string> = {
  distinctive: 'ordinary text never says this',
  formulation: 'starting point of a formulation that needs evidence',
  policy: 'starting point of a policy term',
  institution: 'starting point of an institution',
  analyst: 'starting point of a commentator’s word',
  chinese: 'in running Chinese',
  length: 'a long wording',
  misleading: 'a misleading wording',
  inflected: 'inflected',
  reordered: 'words in another order',
  resembles: 'resembles a wording that ordinary text never has',
  replaced: 'words replaced by synonyms',
  inserted: 'words inserted',
  pinyin: 'pinyin',
  shortPinyin: 'pinyin of three syllables',
  shortestPinyin: 'pinyin of two syllables, which may be a name',
  cue: 'the sentence has',
  furtherCue: 'and also',
  quoted: 'in quotation marks',
  capitals: 'capitals',
  neighbour: 'another sure mention in the sentence',
  document: 'the rest of the document',
  partOfName: 'part of a longer name',
  unless: 'speaks against it',
  boundary: 'belongs to another number',
};

const weightOf = (weight: number) => (weight > 0 ? `+${weight}` : `−${Math.abs(weight)}`);

function inWords({ code, text, weight }: Because): string {
  return `${REASONS[code] ?? code}${text === undefined ? '' : ` “${text}”`} ${weightOf(weight)}`;
}

/** One mention with its rendering, confidence and evidence. */
export function Occurrence({ mention, number }: { mention: Mention; number: number }) {
  const { line, text, rendering, confidence, because, voice, alternatives } = mention;
  const facts = [rendering, ...Object.keys(voice), `confidence ${confidence.toFixed(2)}`];
  return (
    <li>
      <a href={`#m${number + 1}`}>{number + 1}</a>, line {line}: “{text}”, {facts.join(', ')}:{' '}
      {because.map(inWords).join('; ')}
      {alternatives?.map(({ term, confidence: other }) => `; could also be ${term} (${other.toFixed(2)})`)}
    </li>
  );
}
