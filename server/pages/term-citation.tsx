/** How to cite what a term's page says: the entry, each reading, each source. */
import { type Citation, citeEntry, citeReading, citeSource } from '../answers/citation.ts';
import type { TermAnswer } from '../answers/entries.ts';
import type { ThemePlaces } from './statements.tsx';

function Cited({ title, citation: { plain, bibtex } }: { title: string; citation: Citation }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{plain}</p>
      <pre>{bibtex}</pre>
    </>
  );
}

export function TermCitation({ term, places }: { term: TermAnswer; places: ThemePlaces }) {
  return (
    <details>
      <summary>Cite this entry, a reading or a source</summary>
      <Cited title="The entry" citation={citeEntry(term, term.url)} />
      {term.readings.map((reading) => {
        const place = places(reading.lens, reading.theme)?.place ?? reading.theme;
        return <Cited title={`A reading: ${reading.source}`} citation={citeReading(reading, place, term)} />;
      })}
      {term.sources.map((source) => (
        <Cited title={`A source: ${source.publisher}`} citation={citeSource(source)} />
      ))}
    </details>
  );
}
