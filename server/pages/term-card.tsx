/** A card for a term of an annotated text: enough to read on; the rest is on the term's own page. */
import type { AnnotateResult, Mention, TermReading, TermSummary } from '../../src/annotate/result.ts';
import { BASIS_TITLES, dateOf } from '../../src/formats/wording.ts';
import { LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { Occurrence } from './reasons.tsx';
import { Chinese, type ThemePlaces } from './statements.tsx';
import { filterClasses, SubjectSwatch } from './subject-mark.tsx';

/** Most mentions that a card links to, and most whose reasons it gives. */
const MOST_LINKS = 12;
const MOST_REASONS = 5;

/** The first sentence of a definition, without breaking after short abbreviations. */
function firstSentence(text: string): string {
  return /^.{40,}?[.!?。](?=\s|$)/su.exec(text)?.[0] ?? text;
}

/** `official ×2, listed`. */
function renderingsOf(mentions: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const { rendering } of mentions) counts.set(rendering, (counts.get(rendering) ?? 0) + 1);
  return [...counts].map(([rendering, times]) => (times === 1 ? rendering : `${rendering} ×${times}`)).join(', ');
}

function CardReading({ reading, places }: { reading: TermReading; places: ThemePlaces }) {
  const place = places(reading.lens, reading.theme)?.place ?? reading.theme;
  return (
    <>
      <p>
        <b class="key">Reading:</b> {reading.text}{' '}
        <small>
          (
          <a href={reading.url} rel="noreferrer">
            {reading.source}
          </a>
          , {dateOf(reading)}; {place}; {BASIS_TITLES[reading.basis]})
        </small>
      </p>
      {reading.differs !== undefined && (
        <p class="differs">
          <strong>Official usage differs:</strong> {reading.differs}
        </p>
      )}
    </>
  );
}

function OfficialUsage({ term }: { term: TermSummary }) {
  if (term.definition === undefined) return null;
  const source = term.sources.find(({ id }) => id === term.definition?.sources[0]);
  return (
    <p>
      <b class="key">Official usage:</b> {firstSentence(term.definition.text)}
      {source !== undefined && (
        <>
          {' '}
          <small>
            (
            <a href={source.url} rel="noreferrer">
              {source.publisher}
            </a>
            , {source.date === 'uncertain' ? 'no date' : source.date})
          </small>
        </>
      )}
    </p>
  );
}

/** Of a numbered slogan: which members the text names nearby, and which it leaves out. */
function MembersNamed({ result, id }: { result: AnnotateResult; id: string }) {
  const set = result.sets?.find(({ term }) => term === id);
  if (set === undefined) return null;
  const named = set.named.map(({ text }) => text);
  return (
    <p>
      <b class="key">Members named nearby:</b> {named.length} of {set.members}
      {named.length > 0 && ` (${named.join('; ')})`}
      {named.length > 0 && set.missing.length > 0 && <small>; not named: {set.missing.join('; ')}</small>}.
    </p>
  );
}

interface TermCardProps {
  id: string;
  term: TermSummary;
  /** Anchor of the card. */
  anchor: string;
  /** Numbers of its mentions in the result. */
  numbers: readonly number[];
  result: AnnotateResult;
  base: string;
  places: ThemePlaces;
}

export function TermCard({ id, term, anchor, numbers, result, base, places }: TermCardProps) {
  const mentions = numbers.map((number) => result.mentions[number] as Mention);
  const confidences = mentions.map(({ confidence }) => confidence);
  const most = Math.max(...confidences);
  const [least, greatest] = [Math.min(...confidences).toFixed(2), most.toFixed(2)];
  const official = mentions[0]?.official;
  const further = numbers.length - MOST_LINKS;
  return (
    <article class={`card ${filterClasses(term.subject, term.layer, most)}`} id={anchor}>
      <h3>
        <a href={`${base}/terms/${id}`}>{term.label}</a>
      </h3>
      <Chinese zh={term.zh} />
      <p class="soft">
        <SubjectSwatch subject={term.subject} /> · {LAYER_TITLES[term.layer]}
      </p>
      <p class="places">
        {numbers.length === 1 ? 'Mention' : `${numbers.length} mentions:`}{' '}
        {numbers.slice(0, MOST_LINKS).map((number) => (
          <>
            <a href={`#m${number + 1}`}>{number + 1}</a>{' '}
          </>
        ))}
        {further > 0 && `and ${further} more `}· {renderingsOf(mentions)}
      </p>
      <p>{term.gloss}</p>
      {official !== undefined && (
        <p>
          <b class="key">Official English:</b> {official}
        </p>
      )}
      <OfficialUsage term={term} />
      <MembersNamed result={result} id={id} />
      {term.readings.map((reading) => (
        <CardReading reading={reading} places={places} />
      ))}
      <details>
        <summary>Confidence {least === greatest ? least : `${least} to ${greatest}`}, and why</summary>
        <ul class="reasons">
          {numbers.slice(0, MOST_REASONS).map((number, i) => (
            <Occurrence mention={mentions[i] as Mention} number={number} />
          ))}
          {numbers.length > MOST_REASONS && <li>The others are in the downloads.</li>}
        </ul>
      </details>
    </article>
  );
}
