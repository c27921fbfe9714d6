/** `/lenses/{id}`: a source, its themes, and under each the terms it reads. */
import { BASIS_TITLES } from '../../src/formats/wording.ts';
import type { LensAnswer } from '../answers/entries.ts';
import type { Services } from '../services.ts';
import { frameOf, Layout, renderPage } from './layout.tsx';

export function lensPage(services: Services, lens: LensAnswer): string {
  const frame = frameOf(services);
  const { base } = frame;
  const { value, status, note } = lens.date;
  return renderPage(
    <Layout frame={frame} title={`${lens.title} · Tifa`} description={lens.standpoint}>
      <h1>{lens.title}</h1>
      <p>
        <a href={lens.url} rel="noreferrer">
          {lens.source?.title ?? lens.url}
        </a>
        , {lens.publisher}
        {lens.author !== undefined && `, ${lens.author}`}, {value}
        {status === 'inferred' && ' (date inferred)'}
      </p>
      {note !== undefined && <p class="soft">{note}</p>}
      <p>
        <span class="key">Standpoint:</span> {lens.standpoint}
      </p>
      <p class="soft">What follows paraphrases the source. It is its view, not a definition of the terms.</p>
      {lens.themes.map((theme) => (
        <section id={theme.id}>
          <h2>{theme.title}</h2>
          <p class="soft">{theme.place}</p>
          <div class="reading">
            <p>{theme.claim}</p>
          </div>
          {theme.terms.length > 0 && (
            <>
              <h3>Terms it reads</h3>
              <ul>
                {theme.terms.map(({ id, label, basis }) => (
                  <li>
                    <a href={`${base}/terms/${id}`}>{label}</a> <small>({BASIS_TITLES[basis]})</small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </Layout>,
  );
}
