/**
 * Words that pass a verdict, for or against: they have no place in a gloss, a literal meaning or a definition, which speak in a neutral
 * voice. A reading may use them, since it is attributed.
 */
const AGAINST = [
  'disguised?',
  'so-called',
  'regime',
  'brainwash(?:ed|ing)?',
  'sham',
  'pretext',
  'weaponi[sz]e[sd]?',
  'crackdown',
  'totalitarian',
  'authoritarian',
  'dictatorial',
  'repressive',
  'coercive',
  'draconian',
  'sinister',
  'ominous',
  'cynical(?:ly)?',
  'notorious(?:ly)?',
  'ruse',
  'smokescreen',
  'window-dressing',
  'lip service',
  'rubber-stamp',
  'empty slogan',
  'doublespeak',
  'euphemism',
  'merely',
  'actually',
  'in reality',
  'really means',
];
const FOR = [
  'glorious',
  'brilliant(?:ly)?',
  'wise(?:ly)?',
  'unprecedented',
  'outstanding achievements?',
  'great achievements?',
  'historic achievements?',
  'inspiring',
  'admirabl[ey]',
  'heroic(?:ally)?',
  'rightly',
  'undoubtedly',
  'of course',
  'obviously',
  'invincible',
  'magnificent',
  'splendid',
];

const VERDICT = new RegExp(`\\b(?:${[...AGAINST, ...FOR].join('|')})\\b`, 'iu');

/** The first verdict word in a text, or undefined. What stands in quotation marks is a title or a name and is passed over. */
export function findVerdict(text: string): string | undefined {
  return VERDICT.exec(text.replace(/[“"《「][^”"》」]*[”"》」]/gu, ''))?.[0];
}
