/** For each theme of each lens, how often an annotated text has the terms that it reads, which, and how that is computed. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { LENS_NOTE } from '../../src/formats/wording.ts';
import type { Lens } from '../../src/lexicon/schema.ts';

interface LensProfilesProps {
  result: AnnotateResult;
  lenses: readonly Lens[];
  base: string;
}

/** Most terms that one theme names. */
const MOST_TERMS = 12;

function TermList({ terms, result, base }: { terms: readonly string[]; result: AnnotateResult; base: string }) {
  const further = terms.length - MOST_TERMS;
  return (
    <>
      {terms.slice(0, MOST_TERMS).map((id, i) => (
        <>
          {i > 0 && ', '}
          <a href={`${base}/terms/${id}`}>{result.terms?.[id]?.label ?? id}</a>
        </>
      ))}
      {further > 0 && ` and ${further} more`}
    </>
  );
}

type Profile = AnnotateResult['lenses'][number];

const hasMentions = ({ themes }: Profile) => themes.some(({ mentions }) => mentions > 0);

/** Themes that read none of the terms mentioned, by name alone. */
function OtherThemes({ themes }: Pick<Profile, 'themes'>) {
  const others = themes.filter(({ mentions }) => mentions === 0);
  if (others.length === 0) return null;
  return <p class="soft">No mention of what these themes read: {others.map(({ title }) => title).join('; ')}.</p>;
}

export function LensProfiles({ result, lenses, base }: LensProfilesProps) {
  const { words, han } = result.document;
  const counted = words + Math.round((han * 2) / 3);
  return (
    <>
      {result.lenses.filter(hasMentions).map((profile) => (
        <section id={`lens-${profile.lens}`}>
          <h2>
            Lens:{' '}
            <a href={`${base}/lenses/${profile.lens}`}>
              {lenses.find(({ id }) => id === profile.lens)?.title ?? profile.lens}
            </a>
          </h2>
          <p class="soft">{LENS_NOTE}</p>
          <table class="wide">
            <thead>
              <tr>
                <th scope="col">Theme</th>
                <th scope="col">Mentions</th>
                <th scope="col">Per 1,000 words</th>
                <th scope="col">Terms</th>
              </tr>
            </thead>
            <tbody>
              {profile.themes
                .filter(({ mentions }) => mentions > 0)
                .map(({ id, title, mentions, perThousandWords, terms }) => (
                  <tr>
                    <th scope="row">
                      <a href={`${base}/lenses/${profile.lens}#${id}`}>{title}</a>
                    </th>
                    <td>{mentions}</td>
                    <td>{perThousandWords.toFixed(1)}</td>
                    <td>
                      <TermList terms={terms} result={result} base={base} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          <OtherThemes themes={profile.themes} />
          <p class="soft">
            Per 1,000 words = mentions × 1,000 ÷ words; here {counted.toLocaleString('en')} words
            {han > 0 && ' (a Chinese character counts as two thirds of a word)'}.
          </p>
        </section>
      ))}
    </>
  );
}
