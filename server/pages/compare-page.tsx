/** `/compare`: texts set against each other, by rate and by what one has and the others haven't. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { summaryOf, UNIT_TITLES } from '../../src/formats/wording.ts';
import { type Comparison, compareResults, type Row, type TermRow } from '../answers/comparison.ts';
import { type CompareForm, textsOf } from '../schemas/compare-form.ts';
import type { Services } from '../services.ts';
import { Fault, FileField, NOT_STORED, TextField } from './annotate-form.tsx';
import { frameOf, Layout, renderPage } from './layout.tsx';
import { SubjectSwatch } from './subject-mark.tsx';

/** Most terms that one table or list names. */
const MOST_TERMS = 60;

/** Mentions below which a rate says little. */
const FEW = 5;

function FormFields({ base, form }: { base: string; form: CompareForm }) {
  return (
    <form id="compare" action={`${base}/compare`} method="post" enctype="multipart/form-data">
      <div class="pair">
        <div>
          <TextField name="a" label="First text" text={form.a} rows={10} />
          <FileField name="fileA" label="Or a file:" />
          {form.nameA !== '' && <input type="hidden" name="nameA" value={form.nameA} />}
        </div>
        <div>
          <TextField name="b" label="Second text" text={form.b} rows={10} />
          <FileField name="fileB" label="Or a file:" />
          {form.nameB !== '' && <input type="hidden" name="nameB" value={form.nameB} />}
        </div>
        {form.more.map((text, i) => (
          <div>
            <TextField name="more" id={`more-${i}`} label={form.nameMore[i] || 'A further text'} text={text} rows={4} />
            <input type="hidden" name="nameMore" value={form.nameMore[i] ?? ''} />
          </div>
        ))}
      </div>
      <FileField name="fileMore" label="Further files, up to six texts in all:" isMultiple />
      <p>
        <button type="submit">Compare</button> <span>{NOT_STORED}</span>
      </p>
    </form>
  );
}

export function compareFormPage(services: Services, form: CompareForm, fault?: string): string {
  const frame = frameOf(services);
  return renderPage(
    <Layout frame={frame} title="Compare texts · Tifa" current="compare" scripts={['drop']}>
      <h1>Compare texts</h1>
      <p class="lead">Which formulations do they share, how densely, and which has only one of them?</p>
      <Fault fault={fault} />
      <FormFields base={frame.base} form={form} />
    </Layout>,
  );
}

const rate = (value: number) => value.toFixed(1);

/** Height of one bar, in units of the drawing. */
const BAR = 6;

/** The rates as bars on one scale. */
function Bars({ rates, highest }: { rates: Row['rates']; highest: number }) {
  return (
    <svg class="bars" viewBox={`0 0 100 ${rates.length * BAR + 1}`} preserveAspectRatio="none" aria-hidden="true">
      {rates.map((value, i) => (
        <path class={`b${i}`} d={`M0 ${i * BAR + 1}h${Math.round((value * 100) / highest)}v${BAR - 1}H0z`} />
      ))}
    </svg>
  );
}

interface TableProps {
  caption: string;
  what: string;
  names: readonly string[];
  rows: (Row & { head: preact.ComponentChildren })[];
}

function RowTable({ caption, what, names, rows }: TableProps) {
  const highest = Math.max(...rows.flatMap(({ rates }) => rates), 0.001);
  return (
    <table class="pairs">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {names.map((name) => (
            <th scope="col">{name}</th>
          ))}
          <th scope="col">Per 1,000</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head, counts, rates }) => (
          <tr>
            <th scope="row">{head}</th>
            {rates.map((value, i) => (
              <td>
                {rate(value)} <small>({counts[i]})</small>
              </td>
            ))}
            <td>
              <Bars rates={rates} highest={highest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OnlyIn({ name, terms, of, base }: { name: string; terms: readonly TermRow[]; of: number; base: string }) {
  const further = terms.length - MOST_TERMS;
  return (
    <section>
      <h2>Only in {name}</h2>
      {terms.length === 0 && <p class="soft">Nothing that no other has.</p>}
      <ul>
        {terms.slice(0, MOST_TERMS).map(({ id, label, counts, rates }) => (
          <li>
            <a href={`${base}/terms/${id}`}>{label}</a>{' '}
            <small>
              {counts[of]} × ({rate(rates[of] ?? 0)} per 1,000)
            </small>
          </li>
        ))}
        {further > 0 && <li>and {further} more</li>}
      </ul>
    </section>
  );
}

function Method({ results, comparison }: { results: readonly AnnotateResult[]; comparison: Comparison }) {
  const units = results.map(({ statistics }) => UNIT_TITLES[statistics.unit]);
  const [first] = results;
  return (
    <>
      {new Set(units).size > 1 && (
        <p class="differs">
          Some texts are counted in {UNIT_TITLES.words}, others in {UNIT_TITLES.han}: their rates cannot be set against
          each other directly.
        </p>
      )}
      <p class="soft">
        Per 1,000 = mentions × 1,000 ÷ size; sizes here{' '}
        {comparison.sizes.map((size, i) => `${size.toLocaleString('en')} ${units[i]}`).join(', ')}. Counts in brackets;
        with fewer than {FEW} mentions a rate says little. Terms are sorted by the difference of their rates. Lexicon{' '}
        {first?.lexicon.version}, confidence {first?.options.minConfidence} or more.
      </p>
    </>
  );
}

export interface ComparedView {
  form: CompareForm;
  /** One for each text of the form. */
  results: readonly AnnotateResult[];
}

export function comparedPage(services: Services, { form, results }: ComparedView): string {
  const frame = frameOf(services);
  const { base } = frame;
  const comparison = compareResults(results);
  const names = textsOf(form).map(({ name }) => name);
  const { shared, subjects, only } = comparison;
  return renderPage(
    <Layout frame={frame} title="Texts compared · Tifa" current="compare" scripts={['drop']}>
      <h1>Texts compared</h1>
      <div role="status">
        <ul class="key-bars">
          {results.map((result, i) => (
            <li class={`b${i}`}>
              <b>{names[i]}:</b> {summaryOf(result)}
            </li>
          ))}
        </ul>
      </div>
      <Method results={results} comparison={comparison} />
      <h2>By subject</h2>
      <RowTable
        caption="Mentions by subject"
        what="Subject"
        names={names}
        rows={subjects.map((row) => ({ ...row, head: <SubjectSwatch subject={row.subject} /> }))}
      />
      <h2>Shared</h2>
      {shared.length === 0 ? (
        <p class="soft">They share no term.</p>
      ) : (
        <RowTable
          caption="Terms that two texts or more have"
          what="Term"
          names={names}
          rows={shared
            .slice(0, MOST_TERMS)
            .map((row) => ({ ...row, head: <a href={`${base}/terms/${row.id}`}>{row.label}</a> }))}
        />
      )}
      <div class="pair">
        {only.map((terms, i) => (
          <OnlyIn name={names[i] ?? ''} terms={terms} of={i} base={base} />
        ))}
      </div>
      <section class="again">
        <h2>Change them and compare again</h2>
        <FormFields base={base} form={form} />
      </section>
    </Layout>,
  );
}
