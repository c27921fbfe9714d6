/** The term list of the standalone page: what is official and what is a reading, each with its source, never mixed. */
import type { LensProfile, Mention, TermReading, TermSource, TermSummary } from '../annotate/result.ts';
import { LAYER_TITLES } from '../lexicon/layers.ts';
import { SUBJECTS } from '../lexicon/subjects.ts';
import { type Html, html, link } from './html-template.ts';
import { BASIS_TITLES, dateOf } from './wording.ts';

/** A term of the page: its number, its id, its summary and the numbers of its mentions. */
export interface NumberedTerm {
  number: number;
  id: string;
  term: TermSummary;
  mentions: number[];
}

function chinese({ zh }: TermSummary): Html | undefined {
  if (zh === undefined) return undefined;
  const status = zh.status === 'attested' ? '' : ` (${zh.status})`;
  return html`<p><span lang="zh-Hans">${zh.hans}</span> · <span lang="zh-Hant">${zh.hant}</span> · <i lang="zh-Latn-pinyin">${zh.pinyin}</i><span class="soft">${status}</span></p>`;
}

function sourceLine(source: TermSource): Html {
  return html`<li>${link(source.url, source.title)}, ${source.publisher}, ${source.date === 'uncertain' ? 'no date' : source.date} <span class="soft">(${source.kind})</span></li>`;
}

function sourcesAmong(term: TermSummary, ids: readonly string[]): Html | undefined {
  const sources = term.sources.filter(({ id }) => ids.includes(id));
  return sources.length === 0 ? undefined : html`<ul class="soft">${sources.map(sourceLine)}</ul>`;
}

function official(term: TermSummary): Html {
  const { literal, definition, origin } = term;
  return html`<dl>${literal === undefined ? undefined : html`<dt>Literal meaning</dt><dd>${literal}</dd>`}${
    definition === undefined
      ? undefined
      : html`<dt>Official usage</dt><dd>${definition.text}${sourcesAmong(term, definition.sources)}</dd>`
  }${
    origin === undefined
      ? undefined
      : html`<dt>Origin</dt><dd>Who: ${origin.who}. Where: ${origin.where}. When: ${origin.when}.${sourcesAmong(term, origin.sources)}</dd>`
  }</dl>`;
}

function reading(one: TermReading, lenses: readonly LensProfile[]): Html {
  const theme = lenses.find(({ lens }) => lens === one.lens)?.themes.find(({ id }) => id === one.theme);
  const differs =
    one.differs === undefined
      ? undefined
      : html`<p class="differs"><b>Where official usage differs:</b> ${one.differs}</p>`;
  return html`<div class="reading"><p class="soft"><b>Reading</b> of ${link(one.url, one.source)}, ${dateOf(one)} · ${theme?.title ?? one.theme} · ${BASIS_TITLES[one.basis]}</p><p>${one.text}</p>${differs}</div>`;
}

function places(numbers: readonly number[], mentions: readonly Mention[]): Html[] {
  return numbers.map((number, i) => {
    const mention = mentions[number];
    return html`${i === 0 ? '' : ', '}<a href="#m-${number + 1}">line ${mention?.line}</a>`;
  });
}

/** The entries of the page, each with the places where the text has it. */
export function termList(
  terms: readonly NumberedTerm[],
  mentions: readonly Mention[],
  lenses: readonly LensProfile[],
): Html {
  return html`${terms.map(
    ({ number, id, term, mentions: numbers }) => html`
<article class="term s-${term.subject}" id="term-${id}">
<h3>${number}. ${term.label}</h3>
${chinese(term)}
<p class="soft">${SUBJECTS[term.subject]} · ${LAYER_TITLES[term.layer]} · ${numbers.length} ×: ${places(numbers, mentions)}</p>
<p>${term.gloss}</p>
${official(term)}
${term.readings.map((one) => reading(one, lenses))}
</article>`,
  )}`;
}
