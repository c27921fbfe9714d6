/** One annotated document as a page of its own: needs no network, no script and no other file. */
import type { AnnotateResult, LensProfile, Mention } from '../annotate/result.ts';
import { SUBJECT_IDS, SUBJECTS, type Subject } from '../lexicon/subjects.ts';
import { styleSheet } from './html-style.ts';
import { Html, html, link } from './html-template.ts';
import { type NumberedTerm, termList } from './html-terms.ts';
import { segmentsOf } from './segments.ts';
import { LENS_NOTE, READING_NOTE, summaryOf } from './wording.ts';

/** Terms by their first mention. */
function numberTerms({ mentions, terms }: AnnotateResult): NumberedTerm[] {
  const numbered = new Map<string, NumberedTerm>();
  mentions.forEach(({ term: id }, i) => {
    const term = terms?.[id];
    const known = numbered.get(id);
    if (known !== undefined) known.mentions.push(i);
    else if (term !== undefined) numbered.set(id, { number: numbered.size + 1, id, term, mentions: [i] });
  });
  return [...numbered.values()];
}

function markedText(text: string, mentions: readonly Mention[], terms: readonly NumberedTerm[]): Html {
  const termById = new Map(terms.map((term) => [term.id, term]));
  const begun = new Set<number>();
  let end = 0;
  const pieces = segmentsOf(text, mentions).map((segment) => {
    end += segment.text.length;
    const first = segment.mentions[0];
    const term = first === undefined ? undefined : termById.get(mentions[first]?.term ?? '');
    if (term === undefined) return html`${segment.text}`;
    const anchors = segment.mentions.filter((number) => !begun.has(number));
    for (const number of anchors) begun.add(number);
    const ending = segment.mentions.filter((number) => mentions[number]?.end === end);
    const numbers = ending.map((number) => termById.get(mentions[number]?.term ?? '')?.number).join(' ');
    const labels = segment.mentions.map((number) => termById.get(mentions[number]?.term ?? '')?.term.label).join('; ');
    return html`<mark class="s-${term.term.subject}">${anchors.map((number) => html`<span id="m-${number + 1}"></span>`)}<a href="#term-${term.id}" title="${labels}">${segment.text}</a>${numbers === '' ? undefined : html`<sup aria-hidden="true">${numbers}</sup>`}</mark>`;
  });
  return html`${pieces}`;
}

function legend(result: AnnotateResult, subjects: readonly Subject[]): Html {
  return html`<ul class="legend">${subjects.map(
    (subject) =>
      html`<li><span class="swatch s-${subject}">${SUBJECTS[subject]}</span> ${result.statistics.bySubject[subject]}</li>`,
  )}</ul>`;
}

function lensTable({ lens, themes }: LensProfile): Html {
  return html`<h2>Themes of the lens ${lens}</h2><p class="soft">${LENS_NOTE}</p>
<table><thead><tr><th scope="col">Theme</th><th scope="col">Mentions</th><th scope="col">Terms</th><th scope="col">Per 1,000 words</th></tr></thead><tbody>${themes.map(
    (theme) =>
      html`<tr><td>${theme.title}</td><td>${theme.mentions}</td><td>${theme.terms.length}</td><td>${theme.perThousandWords}</td></tr>`,
  )}</tbody></table>`;
}

function rejectedList({ rejected }: AnnotateResult): Html | undefined {
  if (rejected === undefined) return undefined;
  return html`<h2>Turned down</h2><ul>${rejected.map(
    (candidate) =>
      html`<li>Line ${candidate.line}, column ${candidate.column}: “${candidate.text}” is not <b>${candidate.term}</b> (${candidate.reason}): ${candidate.detail}</li>`,
  )}</ul>`;
}

function metadataList({ document }: AnnotateResult): Html | undefined {
  const pairs = Object.entries(document.metadata);
  if (pairs.length === 0) return undefined;
  return html`<p class="soft">${pairs.map(([key, value], i) => html`${i === 0 ? '' : ' · '}${key}: ${link(value, value)}`)}</p>`;
}

const LANG = { en: 'en', zh: 'zh', mixed: undefined } as const;

/**
 * The page of one result and the text view that it was made from.
 * @throws {RangeError} when the offsets of the result are not UTF-16 units: they could not be found in the text.
 */
export function formatHtmlPage(result: AnnotateResult, text: string): string {
  if (result.offsetEncoding !== 'utf-16') throw new RangeError('a page is made from UTF-16 offsets');
  const terms = numberTerms(result);
  const subjects = SUBJECT_IDS.filter((subject) => result.statistics.bySubject[subject] !== undefined);
  const lang = LANG[result.document.language];
  const title = result.id === '' || result.id === '-' ? 'Annotated text' : result.id;
  const { text: page } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="tifa ${result.engine.version}">
<title>${title} · Tifa</title>
<style>${new Html(styleSheet(subjects))}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${summaryOf(result)}</p>
${metadataList(result)}
${legend(result, subjects)}
</header>
<main>
<div class="columns">
<section aria-label="Text"><div class="text"${lang === undefined ? undefined : html` lang="${lang}"`}>${markedText(text, result.mentions, terms)}</div></section>
<section aria-label="Terms"><h2>Terms in this document</h2>
<p class="soft">${READING_NOTE}</p>
${terms.length === 0 ? html`<p>None.</p>` : termList(terms, result.mentions, result.lenses)}</section>
</div>
${rejectedList(result)}
${result.lenses.map(lensTable)}
</main>
<footer class="soft"><p>Made with Tifa ${result.engine.version}, lexicon ${result.lexicon.version} (${result.lexicon.digest}), licence of the lexicon CC BY 4.0. Text: ${result.document.digest}.</p></footer>
</body>
</html>
`;
  return page;
}
