/** The report of a batch: one page that opens offline, with what was found by document, company, date, term and theme of a lens. */
import { indexById } from '../annotate/terms.ts';
import type { CompiledLexicon } from '../context/compiled.ts';
import { SUBJECTS } from '../lexicon/subjects.ts';
import { type Html, html } from './html-template.ts';
import { REPORT_STYLE } from './report-style.ts';
import type { RunTally, Sums } from './run-tally.ts';
import { type Bar, barChart, columnChart } from './svg-charts.ts';
import { count, LENS_NOTE } from './wording.ts';

/** Terms in the chart, rows in the tables. */
const CHARTED = 20;
const ROWS = 100;

const perThousand = ({ mentions, words }: { mentions: number; words: number }) =>
  words === 0 ? 0 : (1000 * mentions) / words;
const rate = (sums: { mentions: number; words: number }) => perThousand(sums).toFixed(2);

function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | Html)[])[],
  caption?: string,
): Html {
  const isNumber = head.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || /^[\d.,]+(?: %)?$/.test(String(row[column]))),
  );
  const kind = (column: number) => (isNumber[column] ? html` class="number"` : undefined);
  return html`<div class="scroll"><table>${caption === undefined ? undefined : html`<caption>${caption}</caption>`}<thead><tr>${head.map(
    (title, i) => html`<th scope="col"${kind(i)}>${title}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, i) => html`<td${kind(i)}>${typeof cell === 'number' ? cell.toLocaleString('en') : cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function summary({ all, failed, skipped, terms, formats }: RunTally): Html {
  const facts: [string, string][] = [
    ['documents', all.documents.toLocaleString('en')],
    ['words', all.words.toLocaleString('en')],
    ['mentions', all.mentions.toLocaleString('en')],
    ['different terms', terms.size.toLocaleString('en')],
    ['mentions per 1,000 words', rate(all)],
    ['failed', failed.toLocaleString('en')],
  ];
  const kinds = [...formats]
    .sort((a, b) => b[1] - a[1])
    .map(([format, number]) => `${number.toLocaleString('en')} ${format}`);
  return html`<ul class="facts">${facts.map(([name, value]) => html`<li><b>${value}</b> ${name}</li>`)}</ul>
<p class="soft">${kinds.join(' · ')}${skipped > 0 ? ` · ${count(skipped, 'file')} passed over` : ''}. Two words are counted for every three Chinese characters.</p>`;
}

function byTerm({ terms, all }: RunTally, lexicon: CompiledLexicon): Html {
  const { entryById } = indexById(lexicon);
  const sorted = [...terms].sort((a, b) => b[1].mentions - a[1].mentions || (a[0] < b[0] ? -1 : 1));
  const bars: Bar[] = sorted.slice(0, CHARTED).map(([id, { mentions, documents }]) => {
    const label = entryById.get(id)?.label ?? id;
    return {
      label,
      value: mentions,
      title: `${label}: ${count(mentions, 'mention')} in ${count(documents, 'document')}`,
    };
  });
  const rows = sorted.slice(0, ROWS).map(([id, { mentions, documents }]) => {
    const entry = entryById.get(id);
    const share = `${((100 * documents) / (all.documents || 1)).toFixed(0)} %`;
    return [
      entry?.label ?? id,
      entry?.zh?.hans ?? '',
      entry === undefined ? '' : SUBJECTS[entry.subject],
      mentions,
      documents,
      share,
    ];
  });
  const more =
    sorted.length > ROWS
      ? html`<p class="soft">The first ${ROWS} of ${sorted.length}; all are columns of the summary.</p>`
      : undefined;
  return html`<h2>By term</h2>${barChart('Mentions of the most frequent terms', bars)}
<details><summary>${count(Math.min(ROWS, sorted.length), 'term')} as a table</summary>${table(['Term', 'Chinese', 'Subject', 'Mentions', 'Documents', 'Of all'], rows)}</details>${more}`;
}

function byGroup(title: string, groups: ReadonlyMap<string, Sums>, chart: (bars: Bar[]) => Html): Html {
  if (groups.size === 0)
    return html`<h2>${title}</h2><p class="soft">No document says it; give it with --metadata.</p>`;
  const isTime = title === 'By date';
  const sorted = [...groups].sort((a, b) => (isTime ? (a[0] < b[0] ? -1 : 1) : perThousand(b[1]) - perThousand(a[1])));
  const shown = isTime ? sorted.slice(-60) : sorted.slice(0, CHARTED);
  const bars = shown.map(([label, sums]) => ({
    label,
    value: perThousand(sums),
    text: rate(sums),
    title: `${label}: ${rate(sums)} per 1,000 words, ${count(sums.mentions, 'mention')} in ${count(sums.documents, 'document')}`,
  }));
  const rows = shown.map(([label, sums]) => [label, sums.documents, sums.words, sums.mentions, rate(sums)]);
  return html`<h2>${title}</h2><p class="soft">Mentions per 1,000 words.</p>${chart(bars)}
<details><summary>as a table</summary>${table([isTime ? 'Month' : 'Company', 'Documents', 'Words', 'Mentions', 'Per 1,000'], rows)}</details>`;
}

function byTheme({ terms, all }: RunTally, lexicon: CompiledLexicon): Html {
  const { entryById } = indexById(lexicon);
  const entries = [...terms.keys()].flatMap((id) => entryById.get(id) ?? []);
  return html`${lexicon.lenses.map((lens) => {
    const rows = lens.themes.map((theme) => {
      const used = entries.filter((entry) =>
        entry.readings.some((reading) => reading.lens === lens.id && reading.theme === theme.id),
      );
      const mentions = used.reduce((sum, { id }) => sum + (terms.get(id)?.mentions ?? 0), 0);
      return { title: theme.title, mentions, terms: used.length, rate: rate({ mentions, words: all.words }) };
    });
    if (rows.every(({ mentions }) => mentions === 0)) {
      return html`<h2>By theme of the lens “${lens.title}”</h2><p class="soft">No term that it reads.</p>`;
    }
    return html`<h2>By theme of the lens “${lens.title}”</h2><p class="soft">${LENS_NOTE}</p>
${barChart(
  `Mentions by theme of ${lens.title}`,
  rows.map(({ title, mentions }) => ({ label: title, value: mentions })),
)}
${table(
  ['Theme', 'Mentions', 'Terms', 'Per 1,000 words'],
  rows.map((row) => [row.title, row.mentions, row.terms, row.rate]),
)}`;
  })}`;
}

function byDocument(tally: RunTally): Html {
  const shown = tally.mostMentions();
  const rows = shown.map(({ path, metadata, words, han, mentions, terms, perThousand: density, unit }) => {
    const size = unit === 'han' ? `${han.toLocaleString('en')} characters` : `${words.toLocaleString('en')} words`;
    return [path, metadata.company ?? '', metadata.date ?? '', size, mentions, terms, density.toFixed(1)];
  });
  const all = tally.all.documents;
  const more =
    shown.length < all
      ? html`<p class="soft">The ${shown.length} with most mentions of ${all.toLocaleString('en')}; all are rows of the summary.</p>`
      : undefined;
  return html`<h2>By document</h2>${more}${table(['Document', 'Company', 'Date', 'Size', 'Mentions', 'Terms', 'Per 1,000'], rows)}`;
}

function failures({ failures: shown, failed }: RunTally): Html | undefined {
  if (failed === 0) return undefined;
  const rows = shown.map(({ path, code, detail }) => [path, code, detail]);
  return html`<h2>Failed</h2><p>Not counted above. Mend them and run again with --retry-failed.</p>${table(['Document', 'Code', 'Why, and the way out'], rows)}`;
}

/** The page. The same documents give the same bytes. */
export function formatRunReport(tally: RunTally, lexicon: CompiledLexicon, engine: string): string {
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Formulations in ${count(tally.all.documents, 'document')} · Tifa</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>Formulations in ${count(tally.all.documents, 'document')}</h1>
${summary(tally)}
${byTerm(tally, lexicon)}
${byGroup('By company', tally.companies, (bars) => barChart('Mentions per 1,000 words by company', bars))}
${byGroup('By date', tally.months, (bars) => columnChart('Mentions per 1,000 words by month', bars))}
${byTheme(tally, lexicon)}
${byDocument(tally)}
${failures(tally)}
</main>
<footer class="soft"><p>Tifa ${engine}, lexicon ${lexicon.version} (${lexicon.digest}), licence of the lexicon CC BY 4.0. Counts are of mentions at or above the confidence that was asked for.</p></footer>
</body>
</html>
`;
  return text;
}
