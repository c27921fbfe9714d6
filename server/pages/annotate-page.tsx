/** `/annotate`: the form, and the text with its mentions marked beside a card for each term. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { LENS_NOTE, READING_NOTE, summaryOf } from '../../src/formats/wording.ts';
import { LAYER_IDS, LAYER_TITLES } from '../../src/lexicon/layers.ts';
import type { Lens } from '../../src/lexicon/schema.ts';
import { SUBJECT_IDS, SUBJECTS } from '../../src/lexicon/subjects.ts';
import type { Sample } from '../answers/samples.ts';
import { type AnnotateForm, CONFIDENCES } from '../schemas/annotate-form.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage } from './layout.tsx';
import { MarkedText } from './marked-text.tsx';
import { themePlaces } from './statements.tsx';
import { TermCard } from './term-card.tsx';

const CONFIDENCE_TITLES: Record<AnnotateForm['minConfidence'], string> = {
  '0.3': 'doubtful ones too (0.3)',
  '0.5': 'likely ones (0.5)',
  '0.8': 'sure ones only (0.8)',
};

interface FormPageProps {
  form: AnnotateForm;
  samples: readonly Sample[];
  /** What is wrong with what was sent. */
  fault?: string;
}

function Options({ form }: { form: AnnotateForm }) {
  return (
    <fieldset>
      <legend>What to mark</legend>
      <label>
        Mentions:{' '}
        <select name="minConfidence">
          {CONFIDENCES.map((value) => (
            <option value={value} selected={value === form.minConfidence}>
              {CONFIDENCE_TITLES[value]}
            </option>
          ))}
        </select>
      </label>
      {LAYER_IDS.map((layer) => (
        <label>
          <input type="checkbox" name="layer" value={layer} checked={form.layer.includes(layer)} />{' '}
          {LAYER_TITLES[layer]}
        </label>
      ))}
    </fieldset>
  );
}

export function annotateFormPage(services: Services, { form, samples, fault }: FormPageProps): string {
  const frame = frameOf(services);
  const { base } = frame;
  return renderPage(
    <Layout frame={frame} title="Annotate a text · Tifa" current="annotate">
      <h1>Annotate a text</h1>
      {fault !== undefined && (
        <p class="differs" role="alert">
          {fault}
        </p>
      )}
      <form class="annotate" action={`${base}/annotate`} method="post">
        <label for="text">Paste a press release, in English or Chinese</label>
        <textarea id="text" name="text" rows={16} required spellcheck={false} aria-describedby="privacy">
          {form.text}
        </textarea>
        <Options form={form} />
        <p>
          <button type="submit">Annotate</button>{' '}
          <span id="privacy">Your text is processed in memory and not stored.</span>
        </p>
      </form>
      {samples.length > 0 && (
        <p>
          Nothing at hand? Take{' '}
          {samples.map(({ id, title }, i) => (
            <>
              {i > 0 && ' or '}
              <a href={`${base}/annotate?example=${id}`}>{title}</a>
            </>
          ))}
          , written for this project.
        </p>
      )}
    </Layout>,
  );
}

/** Ids of the terms, in the order in which the text first mentions them, with the numbers of their mentions. */
function byTerm({ mentions }: AnnotateResult): [string, number[]][] {
  const numbers = new Map<string, number[]>();
  mentions.forEach(({ term }, number) => {
    numbers.set(term, [...(numbers.get(term) ?? []), number]);
  });
  return [...numbers];
}

function Legend({ result }: { result: AnnotateResult }) {
  const { bySubject } = result.statistics;
  return (
    <ul class="chips legend">
      {SUBJECT_IDS.filter((subject) => bySubject[subject]).map((subject) => (
        <li>
          <span class={`swatch s-${subject}`}>{SUBJECTS[subject]}</span> {bySubject[subject]}
        </li>
      ))}
    </ul>
  );
}

function LensProfiles({ result, lenses, base }: { result: AnnotateResult; lenses: readonly Lens[]; base: string }) {
  return (
    <>
      {result.lenses.map((profile) => (
        <section>
          <h2>
            <a href={`${base}/lenses/${profile.lens}`}>
              {lenses.find(({ id }) => id === profile.lens)?.title ?? profile.lens}
            </a>
          </h2>
          <p class="soft">{LENS_NOTE}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">Theme</th>
                <th scope="col">Mentions</th>
                <th scope="col">Per 1,000 words</th>
              </tr>
            </thead>
            <tbody>
              {profile.themes.map(({ title, mentions, perThousandWords }) => (
                <tr>
                  <th scope="row">{title}</th>
                  <td>{mentions}</td>
                  <td>{perThousandWords.toFixed(1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
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

/** The page for an annotated text; `text` is what the offsets of `result` index. */
export function annotatedPage(services: Services, text: string, result: AnnotateResult): string {
  const frame = frameOf(services);
  const { base } = frame;
  const { lenses } = services.detector.lexicon;
  const places = themePlaces(lenses);
  const terms = byTerm(result);
  return renderPage(
    <Layout frame={frame} title="Annotated text · Tifa" current="annotate">
      <h1>Annotated text</h1>
      <p role="status">{summaryOf(result)}</p>
      <p class="soft">
        Your text is processed in memory and not stored. <a href={`${base}/annotate`}>Annotate another text</a>
        {terms.length > 0 && (
          <>
            {' '}
            · <a href="#terms">Skip the text, go to the terms</a>
          </>
        )}
      </p>
      {terms.length === 0 ? <NothingFound result={result} /> : <Legend result={result} />}
      <div class="columns">
        <section aria-label="Text">
          <MarkedText text={text} result={result} />
        </section>
        {terms.length > 0 && (
          <section id="terms" tabIndex={-1}>
            <h2>Terms in this text</h2>
            <p class="soft">{READING_NOTE}</p>
            {terms.map(([id, numbers]) => {
              const term = result.terms?.[id];
              return term === undefined ? null : (
                <TermCard id={id} term={term} numbers={numbers} result={result} base={base} places={places} />
              );
            })}
          </section>
        )}
      </div>
      {terms.length > 0 && <LensProfiles result={result} lenses={lenses} base={base} />}
    </Layout>,
  );
}
