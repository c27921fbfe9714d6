/** The three kinds of statement, each with its own label wherever it stands: literal meaning, official usage, readings. */
import { BASIS_TITLES, dateOf } from '../../src/formats/wording.ts';
import type { Lens } from '../../src/lexicon/schema.ts';
import type { TermSummaryAnswer } from '../schemas/result.ts';

type Source = TermSummaryAnswer['sources'][number];

const ZH_STATUS = {
  attested: undefined,
  inferred: 'the likely Chinese behind the English',
  'back-translated': 'translated back into Chinese',
} as const;

/** Both scripts and pinyin; says where the Chinese is not attested. */
export function Chinese({ zh }: { zh: TermSummaryAnswer['zh'] }) {
  if (zh === undefined) return null;
  const status = ZH_STATUS[zh.status];
  return (
    <p class="zh">
      <span lang="zh-Hans">{zh.hans}</span>
      {zh.hant !== zh.hans && (
        <>
          {' '}
          <span class="sep">·</span> <span lang="zh-Hant">{zh.hant}</span>
        </>
      )}{' '}
      <i lang="zh-Latn-pinyin">{zh.pinyin}</i>
      {status !== undefined && <small> ({status})</small>}
    </p>
  );
}

/** A source in one line. */
export function SourceLine({ source }: { source: Source }) {
  return (
    <>
      <a href={source.url} rel="noreferrer" {...(source.language === 'en' ? {} : { hreflang: source.language })}>
        {source.title}
      </a>
      , {source.publisher}, {source.date === 'uncertain' ? 'no date' : source.date}{' '}
      <small>({source.kind.replaceAll('-', ' ')})</small>
    </>
  );
}

function Sources({ ids, sources }: { ids: readonly string[]; sources: readonly Source[] }) {
  const named = sources.filter(({ id }) => ids.includes(id));
  if (named.length === 0) return null;
  return (
    <ul class="sources">
      {named.map((source) => (
        <li>
          <SourceLine source={source} />
        </li>
      ))}
    </ul>
  );
}

/** Gives the title of a theme of a lens, and the theme's place in the source. */
export type ThemePlaces = (lens: string, theme: string) => { title: string; place: string } | undefined;

export function themePlaces(lenses: readonly Lens[]): ThemePlaces {
  return (lens, theme) => lenses.find(({ id }) => id === lens)?.themes.find(({ id }) => id === theme);
}

function Reading({
  reading,
  base,
  places,
}: {
  reading: TermSummaryAnswer['readings'][number];
  base: string;
  places: ThemePlaces;
}) {
  const theme = places(reading.lens, reading.theme);
  return (
    <div class="reading">
      <p>{reading.text}</p>
      {reading.differs !== undefined && (
        <p class="differs">
          <strong>Official usage differs:</strong> {reading.differs}
        </p>
      )}
      <p class="source">
        <a href={reading.url} rel="noreferrer">
          {reading.source}
        </a>
        , {dateOf(reading)}; {theme?.place ?? reading.theme}:{' '}
        <a href={`${base}/lenses/${reading.lens}#${reading.theme}`}>{theme?.title ?? reading.theme}</a>. Basis:{' '}
        {BASIS_TITLES[reading.basis]}.
      </p>
    </div>
  );
}

interface StatementsProps {
  term: Pick<TermSummaryAnswer, 'literal' | 'definition' | 'origin' | 'readings' | 'sources'>;
  /** Preferred official English. */
  official?: string | undefined;
  base: string;
  places: ThemePlaces;
  /** 2 on a page of its own, 4 in a card. */
  level: 2 | 4;
}

/** Literal · Official usage · Readings, always in this order. */
export function Statements({ term, official, base, places, level }: StatementsProps) {
  const Heading = level === 2 ? 'h2' : 'h4';
  const { literal, definition, origin, readings, sources } = term;
  return (
    <>
      {literal !== undefined && (
        <section class="statement literal">
          <Heading>Literal</Heading>
          <p>{literal}</p>
        </section>
      )}
      {(definition !== undefined || official !== undefined) && (
        <section class="statement official">
          <Heading>Official usage</Heading>
          {official !== undefined && (
            <p>
              <span class="key">Official English:</span> {official}
            </p>
          )}
          {definition !== undefined && (
            <>
              <p>{definition.text}</p>
              <Sources ids={definition.sources} sources={sources} />
            </>
          )}
          {origin !== undefined && (
            <>
              <p>
                <span class="key">Origin:</span> {origin.who}; {origin.where}; {origin.when}.
              </p>
              <Sources ids={origin.sources.filter((id) => !definition?.sources.includes(id))} sources={sources} />
            </>
          )}
        </section>
      )}
      <section class="statement readings">
        <Heading>Readings</Heading>
        {readings.length === 0 && <p class="soft">None recorded.</p>}
        {readings.map((reading) => (
          <Reading reading={reading} base={base} places={places} />
        ))}
      </section>
    </>
  );
}
