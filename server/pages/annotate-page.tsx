/** An annotated text: the marks, beside them a card for each term, the lens profile, and the ways to take it away. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { READING_NOTE, summaryOf } from '../../src/formats/wording.ts';
import { DOWNLOAD_FORMATS } from '../answers/formats.ts';
import type { AnnotateForm } from '../schemas/annotate-form.ts';
import type { Services } from '../services.ts';
import { AnnotateFields, NOT_STORED } from './annotate-form.tsx';
import { DensityStrip } from './density-strip.tsx';
import { Discoveries } from './discoveries.tsx';
import { frameOf, Layout, renderPage } from './layout.tsx';
import { LensProfiles } from './lens-profiles.tsx';
import { MarkedText } from './marked-text.tsx';
import { MentionFilter } from './mention-filter.tsx';
import { themePlaces } from './statements.tsx';
import { TermCard } from './term-card.tsx';

/** Cards on one page: a long list comes in parts, so that the page stays small. */
const CARDS = 10;

/** Id of the form under the text, which the buttons above it send. */
const FORM = 'again';

/** Ids of the terms, in the order in which the text first mentions them, with the numbers of their mentions. */
function byTerm({ mentions }: AnnotateResult): [string, number[]][] {
  const numbers = new Map<string, number[]>();
  mentions.forEach(({ term }, number) => {
    const known = numbers.get(term);
    if (known === undefined) numbers.set(term, [number]);
    else known.push(number);
  });
  return [...numbers];
}

function NothingFound({ result }: { result: AnnotateResult }) {
  return (
    <p>
      No listed formulation was found at confidence {result.options.minConfidence} or more, with{' '}
      {result.lexicon.entries} entries of lexicon {result.lexicon.version}. That a text has none of these says nothing
      about others.
    </p>
  );
}

function Tools({ base }: { base: string }) {
  return (
    <p class="tools">
      Download:{' '}
      {Object.entries(DOWNLOAD_FORMATS).map(([id, { title }]) => (
        <>
          <button type="submit" form={FORM} name="as" value={id} class="plain">
            {title}
          </button>{' '}
        </>
      ))}
      <button type="submit" form={FORM} formaction={`${base}/compare`} class="plain">
        Compare with another text
      </button>
    </p>
  );
}

/** Buttons to the other parts of the list of cards. */
function CardPages({ from, total }: { from: number; total: number }) {
  if (total <= CARDS) return null;
  const parts = Array.from({ length: Math.ceil(total / CARDS) }, (_, i) => i * CARDS);
  return (
    <p class="tools">
      Terms in order of appearance:{' '}
      {parts.map((first) => {
        const range = `${first + 1}–${Math.min(total, first + CARDS)}`;
        return (
          <>
            {first === from ? (
              <b aria-current="page">{range}</b>
            ) : (
              <button type="submit" form={FORM} name="from" value={first} class="plain">
                {range}
              </button>
            )}{' '}
          </>
        );
      })}
    </p>
  );
}

export interface AnnotatedView {
  form: AnnotateForm;
  /** What the offsets of `result` index. */
  text: string;
  result: AnnotateResult;
}

export function annotatedPage(services: Services, { form, text, result }: AnnotatedView): string {
  const frame = frameOf(services);
  const { base } = frame;
  const { lenses } = services.detector.lexicon;
  const places = themePlaces(lenses);
  const terms = byTerm(result);
  const from = form.from < terms.length ? form.from - (form.from % CARDS) : 0;
  const shown = terms.slice(from, from + CARDS);
  const anchors = new Map(shown.map(([id], i) => [id, `t${from + i + 1}`]));
  const linkTo = (term: string) => (anchors.has(term) ? `#${anchors.get(term)}` : `${base}/terms/${term}`);
  const title = form.name === '' ? 'Annotated text' : `Annotated: ${form.name}`;
  return renderPage(
    <Layout
      frame={frame}
      title={`${title} · Tifa`}
      current="annotate"
      scripts={['drop', 'cards']}
      skipTo={[['terms', 'Skip to the terms found']]}
    >
      <h1>{title}</h1>
      <p role="status">{summaryOf(result)}</p>
      <p class="soft">
        {NOT_STORED} <a href={`${base}/annotate`}>Annotate another text</a>
      </p>
      {result.warnings.map(({ detail }) => (
        <p class="differs">{detail}</p>
      ))}
      <Tools base={base} />
      {terms.length === 0 ? (
        <NothingFound result={result} />
      ) : (
        <>
          <DensityStrip result={result} />
          <MentionFilter result={result} />
        </>
      )}
      <div class="columns">
        <section aria-label="Text" id="marked">
          <MarkedText text={text} result={result} linkTo={linkTo} />
        </section>
        {terms.length > 0 && (
          <section id="terms" class="beside" tabIndex={-1} aria-labelledby="terms-title">
            <h2 id="terms-title">Terms in this text</h2>
            <p class="soft">{READING_NOTE} A number leads to the mention.</p>
            <CardPages from={from} total={terms.length} />
            {shown.map(([id, numbers]) => {
              const term = result.terms?.[id];
              if (term === undefined) return null;
              const props = { id, term, numbers, result, base, places };
              return <TermCard {...props} anchor={anchors.get(id) ?? id} />;
            })}
            <CardPages from={from} total={terms.length} />
          </section>
        )}
      </div>
      <Discoveries result={result} />
      {terms.length > 0 && <LensProfiles result={result} lenses={lenses} base={base} />}
      <section class="again">
        <h2>Change it and annotate again</h2>
        <AnnotateFields base={base} form={form} id={FORM} label="The text" rows={6} />
      </section>
    </Layout>,
  );
}
