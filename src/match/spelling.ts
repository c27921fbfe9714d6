/** British and American spellings of a word, by the regular correspondences and a few fixed pairs. */

const PAIRS: readonly (readonly [string, string])[] = [
  ['programme', 'program'],
  ['centre', 'center'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['labour', 'labor'],
  ['behaviour', 'behavior'],
  ['endeavour', 'endeavor'],
  ['favour', 'favor'],
  ['honour', 'honor'],
  ['neighbour', 'neighbor'],
  ['harbour', 'harbor'],
  ['colour', 'color'],
  ['vigour', 'vigor'],
  ['rigour', 'rigor'],
  ['fibre', 'fiber'],
  ['theatre', 'theater'],
  ['metre', 'meter'],
  ['catalogue', 'catalog'],
  ['grey', 'gray'],
  ['fulfil', 'fulfill'],
  ['enrol', 'enroll'],
  ['skilful', 'skillful'],
  ['modelled', 'modeled'],
  ['levelled', 'leveled'],
  ['aluminium', 'aluminum'],
  ['sulphur', 'sulfur'],
  ['plough', 'plow'],
];

/** Words in -ise that have no form in -ize. */
const ONLY_ISE =
  /(?:^|[^a-z])(?:rise|wise|raise|praise|promise|precise|exercise|enterprise|expertise|supervise|revise|advise|otherwise|likewise|compromise|franchise|disguise|noise|cruise|concise|paradise|premise|surprise|devise|improvise|televise|arise)(?:d|s|r|rs)?$/;

const IZE = /^(.{3,})i([sz])(e|ed|es|er|ers|ing|ation|ations|ational)$/;

/** Other spellings of a folded word; itself left out. */
export function spellingVariants(word: string): string[] {
  const variants = new Set<string>();
  const ize = IZE.exec(word);
  if (ize !== null && !ONLY_ISE.test(word)) variants.add(`${ize[1]}i${ize[2] === 's' ? 'z' : 's'}${ize[3]}`);
  for (const [british, american] of PAIRS) {
    if (word.startsWith(british)) variants.add(american + word.slice(british.length));
    else if (word.startsWith(american)) variants.add(british + word.slice(american.length));
  }
  variants.delete(word);
  return [...variants];
}
