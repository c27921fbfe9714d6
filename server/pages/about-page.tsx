/** `/about`: method, what confidence means, the standing of readings, what this copy runs on. */
import { BASIS_TITLES, READING_NOTE } from '../../src/formats/wording.ts';
import { LAYER_TITLES } from '../../src/lexicon/layers.ts';
import { describeLexicon } from '../answers/entries.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage } from './layout.tsx';

export function aboutPage(services: Services): string {
  const frame = frameOf(services);
  const { base } = frame;
  const lexicon = describeLexicon(services);
  return renderPage(
    <Layout frame={frame} title="About Tifa" current="about">
      <h1>About</h1>
      <p class="lead">
        Tifa finds fixed wording of Chinese Party and industrial-policy language in English translations and Chinese
        originals, and says what each means and what a named reader reads into it.
      </p>
      <h2>Three kinds of statement</h2>
      <p>{READING_NOTE}</p>
      <p>
        The basis of a reading says how close it is to the phrase: the source {BASIS_TITLES.term}; makes{' '}
        {BASIS_TITLES.passage}; or {BASIS_TITLES.listed}. Where a reading and official usage part, that is shown with
        it.
      </p>
      <h2>Layers</h2>
      <ul>
        {Object.entries(LAYER_TITLES).map(([id, title]) => (
          <li>
            <code>{id}</code>: {title}, {lexicon.byLayer[id as keyof typeof lexicon.byLayer]} entries
          </li>
        ))}
      </ul>
      <p>Only the first two are marked in a text unless the others are asked for.</p>
      <h2>What confidence means</h2>
      <p>
        A phrase that ordinary text never says stands alone. Any other is judged on evidence: words in its sentence, the
        rest of the document, capitals, quotation marks. Confidence runs from 0 to 1; every mention shows the evidence
        behind it. By default mentions from 0.5 on are reported.
      </p>
      <h2>Your texts</h2>
      <p>A text that you annotate is processed in memory and not stored. Logs hold neither texts nor queries.</p>
      <h2>Lexicon and version</h2>
      <p>
        Lexicon {lexicon.version}, {lexicon.entries} entries, {lexicon.forms.en} English and {lexicon.forms.zh} Chinese
        forms, {lexicon.sources} sources, digest <code>{lexicon.digest}</code>. Engine {lexicon.engine.version}. A
        result names all of these, so that it can be made again. Cite as: Tifa, lexicon {lexicon.version}, entry id.
      </p>
      <h2>Lenses</h2>
      <ul>
        {lexicon.lenses.map(({ id, title }) => (
          <li>
            <a href={`${base}/lenses/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Layout>,
  );
}
