/** The filters beside a list of terms: subjects, layers, numbered slogans, with how many terms each leaves. */
import { LAYER_IDS, LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { SUBJECT_IDS, SUBJECTS } from '../../src/lexicon/subjects.ts';
import type { Facets } from '../answers/browse.ts';
import type { TermsQuery } from '../schemas/terms.ts';

/** What an address of the list can name. */
export type ListPlace = Partial<Omit<TermsQuery, 'limit'>>;

/** Address of the list at a place; what is undefined or as usual is left out. */
export function listPath(base: string, { q, subject, layer, number, order, cursor }: ListPlace): string {
  const parameters = new URLSearchParams();
  if (q) parameters.set('q', q);
  if (subject !== undefined) parameters.set('subject', subject.join(','));
  if (layer !== undefined) parameters.set('layer', layer.join(','));
  if (number !== undefined) parameters.set('number', String(number));
  if (order !== undefined && order !== 'best') parameters.set('order', order);
  if (cursor !== undefined) parameters.set('cursor', cursor);
  const text = parameters.toString();
  return `${base}/terms${text === '' ? '' : `?${text}`}`;
}

const NUMBERS = [
  '',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
  'Thirteen',
  'Fourteen',
  'Fifteen',
];

interface Choice {
  title: string;
  count: number;
  /** The list with this choice. */
  place: ListPlace;
  isChosen: boolean;
}

interface FilterProps {
  title: string;
  base: string;
  choices: readonly Choice[];
  /** The list without this filter, where it is in force. */
  without?: ListPlace;
}

function Filter({ title, base, choices, without }: FilterProps) {
  if (choices.length === 0) return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul class="chips">
        {without !== undefined && (
          <li>
            <a href={listPath(base, without)}>All</a>
          </li>
        )}
        {choices.map(({ title: name, count, place, isChosen }) => (
          <li>
            <a href={listPath(base, place)} {...(isChosen ? { 'aria-current': 'true' as const } : {})}>
              {name} <small>{count}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Filters({ base, query, facets }: { base: string; query: ListPlace; facets: Facets }) {
  const here: ListPlace = { ...query, cursor: undefined };
  return (
    <>
      <Filter
        title="Subjects"
        base={base}
        {...(query.subject === undefined ? {} : { without: { ...here, subject: undefined } })}
        choices={SUBJECT_IDS.flatMap((subject) => {
          const count = facets.subjects.get(subject);
          if (count === undefined) return [];
          const isChosen = query.subject?.includes(subject) ?? false;
          return [{ title: SUBJECTS[subject], count, place: { ...here, subject: [subject] }, isChosen }];
        })}
      />
      <Filter
        title="Numbered slogans"
        base={base}
        {...(query.number === undefined ? {} : { without: { ...here, number: undefined } })}
        choices={[...facets.numbers]
          .sort(([a], [b]) => a - b)
          .map(([number, count]) => ({
            title: `${NUMBERS[number] ?? number}…`,
            count,
            place: { ...here, number },
            isChosen: query.number === number,
          }))}
      />
      <Filter
        title="Layers"
        base={base}
        {...(query.layer === undefined ? {} : { without: { ...here, layer: undefined } })}
        choices={LAYER_IDS.flatMap((layer) => {
          const count = facets.layers.get(layer);
          if (count === undefined) return [];
          const isChosen = query.layer?.includes(layer) ?? false;
          return [{ title: LAYER_TITLES[layer], count, place: { ...here, layer: [layer] }, isChosen }];
        })}
      />
    </>
  );
}
