/** How the detector finds a term, in words, with its tested examples and a box to try a text of one's own. */
import { count } from '../../src/formats/wording.ts';
import { readMarked } from '../../src/lexicon/marked-text.ts';
import type { TermAnswer } from '../answers/entries.ts';

const NEAR_MISS: Record<string, string> = {
  evidence: 'nothing in the sentence speaks for the term',
  boundary: 'the words belong to a longer number',
  overlap: 'the words belong to a longer term',
};

function Evidence({ term }: { term: TermAnswer }) {
  if (term.zh?.status === 'back-translated' && term.forms.en.length === 0) return null;
  const alone = term.forms.en.filter((form) => form.distinctive ?? term.distinctive).length;
  const rest = term.forms.en.length - alone;
  return (
    <>
      {alone > 0 && (
        <p>
          {rest === 0
            ? 'Its wordings stand'
            : `${alone} of its ${term.forms.en.length} English wordings ${alone === 1 ? 'stands' : 'stand'}`}{' '}
          alone: ordinary text never says {alone === 1 ? 'it' : 'them'}.
        </p>
      )}
      {rest > 0 && (
        <p>
          {alone > 0 ? 'The others need' : 'Its wordings need'} evidence: quotation marks, capitals, other terms in the
          document{term.cues.length > 0 && ', or one of these in the sentence'}.
        </p>
      )}
      {rest > 0 && term.cues.length > 0 && (
        <details>
          <summary>{count(term.cues.length, 'cue')}</summary>
          <p class="soft">{term.cues.join(' · ')}</p>
        </details>
      )}
    </>
  );
}

function Example({ text }: { text: string }) {
  const { text: plain, spans } = readMarked(text);
  const span = spans[0];
  if (span === undefined) return <>{plain}</>;
  return (
    <>
      {plain.slice(0, span.start)}
      <mark>
        <b>{plain.slice(span.start, span.end)}</b>
      </mark>
      {plain.slice(span.end)}
    </>
  );
}

export function TermDetection({ term, base }: { term: TermAnswer; base: string }) {
  const { match, noMatch } = term.examples;
  const whyOf = new Map(term.unless.map(({ id, why }) => [id, why]));
  return (
    <section>
      <h2>How the detector finds it</h2>
      <Evidence term={term} />
      {match.length > 0 && (
        <ul>
          {match.slice(0, 4).map((text) => (
            <li>
              <Example text={text} />
            </li>
          ))}
        </ul>
      )}
      {noMatch.length > 0 && (
        <>
          <h3>Not found in</h3>
          <ul>
            {noMatch.map(({ text, because }) => (
              <li>
                {text} <small>({whyOf.get(because) ?? NEAR_MISS[because] ?? because})</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <form class="try" action={`${base}/annotate`} method="post" enctype="multipart/form-data" data-term={term.id}>
        <label for="try">Try a sentence</label>
        <textarea id="try" name="text" rows={3} spellcheck={false} required />
        <p>
          <button type="submit">Try it</button>
        </p>
        <output />
      </form>
    </section>
  );
}
