/**
 * Subjects of the lexicon: the folder names under `lexicon/terms/` and the titles readers see.
 * The order is the order in which pages and reports list them.
 */
export const SUBJECTS = {
  ideology: 'Ideology and theory',
  'party-leadership': 'Party leadership',
  'party-building': 'Party building',
  discipline: 'Discipline and supervision',
  cadres: 'Cadres and talent',
  propaganda: 'Propaganda and united front',
  'ethnic-affairs': 'Ethnic affairs',
  'governance-law': 'Governance and law',
  'meetings-documents': 'Meetings, documents and campaigns',
  'soe-reform': 'State-owned enterprise reform',
  innovation: 'Innovation and self-reliance',
  industry: 'Industry and manufacturing',
  'macro-economy': 'Economy and development',
  'energy-climate': 'Energy and climate',
  'rare-earths': 'Rare earths and strategic minerals',
  security: 'Security',
  regions: 'Regional strategy',
  finance: 'Finance',
  society: 'Social policy',
  institutions: 'Organs, offices and names',
  analysis: "Commentators' vocabulary",
} as const;

export type Subject = keyof typeof SUBJECTS;

export const SUBJECT_IDS = Object.keys(SUBJECTS) as Subject[];

/** Whether a folder name is one of the {@link SUBJECTS}. */
export function isSubject(name: string): name is Subject {
  return Object.hasOwn(SUBJECTS, name);
}
