/** `/compare`: two texts set against each other, by rate and by what one has and the other hasn't. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { summaryOf, UNIT_TITLES } from '../../src/formats/wording.ts';
import { type Comparison, compareResults, type Pair, type TermPair } from '../answers/comparison.ts';
import type { CompareForm } from '../schemas/compare-form.ts';
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
      </div>
      <p>
        <button type="submit">Compare</button> <span>{NOT_STORED}</span>
      </p>
    </form>
  );
}

export function compareFormPage(services: Services, form: CompareForm, fault?: string): string {
  const frame = frameOf(services);
  return renderPage(
    <Layout frame={frame} title="Compare two texts · Tifa" current="compare" scripts={['drop']}>
      <h1>Compare two texts</h1>
      <p class="lead">Which formulations do they share, how densely, and which has only one of them?</p>
      <Fault fault={fault} />
      <FormFields base={frame.base} form={form} />
    </Layout>,
  );
}

const rate = (value: number) => value.toFixed(1);

/** Both rates as bars on one scale. */
function Bars({ rates, highest }: { rates: Pair['rates']; highest: number }) {
  const width = (value: number) => Math.round((value * 100) / highest);
  return (
    <svg class="bars" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0 1h${width(rates[0])}v5H0z`} />
      <path class="second" d={`M0 8h${width(rates[1])}v5H0z`} />
    </svg>
  );
}

interface TableProps {
  caption: string;
  what: string;
  names: [string, string];
  rows: (Pair & { head: preact.ComponentChildren })[];
}

function PairTable({ caption, what, names, rows }: TableProps) {
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
            <td>
              {rate(rates[0])} <small>({counts[0]})</small>
            </td>
            <td>
              {rate(rates[1])} <small>({counts[1]})</small>
            </td>
            <td>
              <Bars rates={rates} highest={highest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OnlyIn({ name, terms, of, base }: { name: string; terms: TermPair[]; of: 0 | 1; base: string }) {
  const further = terms.length - MOST_TERMS;
  return (
    <section>
      <h2>Only in {name}</h2>
      {terms.length === 0 && <p class="soft">Nothing that the other hasn’t.</p>}
      <ul>
        {terms.slice(0, MOST_TERMS).map(({ id, label, counts, rates }) => (
          <li>
            <a href={`${base}/terms/${id}`}>{label}</a>{' '}
            <small>
              {counts[of]} × ({rate(rates[of])} per 1,000)
            </small>
          </li>
        ))}
        {further > 0 && <li>and {further} more</li>}
      </ul>
    </section>
  );
}

function Method({
  first,
  second,
  comparison,
}: {
  first: AnnotateResult;
  second: AnnotateResult;
  comparison: Comparison;
}) {
  const units = [UNIT_TITLES[first.statistics.unit], UNIT_TITLES[second.statistics.unit]] as const;
  return (
    <>
      {units[0] !== units[1] && (
        <p class="differs">
          One text is counted in {units[0]}, the other in {units[1]}: their rates cannot be set against each other
          directly.
        </p>
      )}
      <p class="soft">
        Per 1,000 = mentions × 1,000 ÷ size; sizes here {comparison.sizes[0].toLocaleString('en')} {units[0]} and{' '}
        {comparison.sizes[1].toLocaleString('en')} {units[1]}. Counts in brackets; with fewer than {FEW} mentions a rate
        says little. Terms are sorted by the difference of their rates. Lexicon {first.lexicon.version}, confidence{' '}
        {first.options.minConfidence} or more.
      </p>
    </>
  );
}

export interface ComparedView {
  form: CompareForm;
  results: [AnnotateResult, AnnotateResult];
}

export function comparedPage(services: Services, { form, results: [first, second] }: ComparedView): string {
  const frame = frameOf(services);
  const { base } = frame;
  const comparison = compareResults(first, second);
  const names: [string, string] = [form.nameA || 'the first text', form.nameB || 'the second text'];
  const columns: [string, string] = [form.nameA || 'First', form.nameB || 'Second'];
  const { both, subjects, onlyFirst, onlySecond } = comparison;
  return renderPage(
    <Layout frame={frame} title="Two texts compared · Tifa" current="compare" scripts={['drop']}>
      <h1>Two texts compared</h1>
      <div role="status">
        <ul class="key-bars">
          <li>
            <b>{columns[0]}:</b> {summaryOf(first)}
          </li>
          <li>
            <b>{columns[1]}:</b> {summaryOf(second)}
          </li>
        </ul>
      </div>
      <Method first={first} second={second} comparison={comparison} />
      <h2>By subject</h2>
      <PairTable
        caption="Mentions by subject"
        what="Subject"
        names={columns}
        rows={subjects.map((row) => ({ ...row, head: <SubjectSwatch subject={row.subject} /> }))}
      />
      <h2>In both</h2>
      {both.length === 0 ? (
        <p class="soft">They share no term.</p>
      ) : (
        <PairTable
          caption="Terms in both"
          what="Term"
          names={columns}
          rows={both
            .slice(0, MOST_TERMS)
            .map((row) => ({ ...row, head: <a href={`${base}/terms/${row.id}`}>{row.label}</a> }))}
        />
      )}
      <div class="pair">
        <OnlyIn name={names[0]} terms={onlyFirst} of={0} base={base} />
        <OnlyIn name={names[1]} terms={onlySecond} of={1} base={base} />
      </div>
      <section class="again">
        <h2>Change them and compare again</h2>
        <FormFields base={base} form={form} />
      </section>
    </Layout>,
  );
}
