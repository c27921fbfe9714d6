/** What a term belongs with, by kind of relation. */
import type { TermAnswer } from '../answers/entries.ts';

type Relation = TermAnswer['related'][number];

const TITLES: Record<Relation['as'], string> = {
  broader: 'Broader',
  narrower: 'Narrower',
  'member-of': 'Member of',
  'contrasts-with': 'Contrasts with',
  'seen-with': 'Seen with',
};

interface TermRelationsProps {
  term: TermAnswer;
  base: string;
  /** Label of an entry. */
  labelOf(id: string): string;
}

export function TermRelations({ term: { related, ambiguousWith }, base, labelOf }: TermRelationsProps) {
  const kinds = Object.entries(TITLES).flatMap(([as, title]) => {
    const ids = related.filter((relation) => relation.as === as).map(({ id }) => id);
    return ids.length === 0 ? [] : [[title, ids] as const];
  });
  const groups = [...kinds, ...(ambiguousWith.length === 0 ? [] : [['Shares a wording with', ambiguousWith] as const])];
  if (groups.length === 0) return null;
  return (
    <section>
      <h2>Related terms</h2>
      <dl class="relations">
        {groups.map(([title, ids]) => (
          <>
            <dt>{title}</dt>
            <dd>
              <ul class="chips">
                {ids.map((id) => (
                  <li>
                    <a href={`${base}/terms/${id}`}>{labelOf(id)}</a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}
