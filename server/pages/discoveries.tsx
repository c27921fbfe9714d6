/** Likely formulations that no entry lists, for the reader to judge. */
import type { AnnotateResult } from '../../src/annotate/result.ts';
import { count } from '../../src/formats/wording.ts';

/** Most that the page names. */
const MOST_SHOWN = 30;

const KINDS: Record<string, string> = {
  numbered: 'a numbered slogan',
  coinage: 'a coined phrase in quotation marks',
  spirit: 'the “spirit” of something',
  style: 'Party style',
  formula: 'a fixed formula',
};

export function Discoveries({ result: { discoveries = [] } }: { result: AnnotateResult }) {
  if (discoveries.length === 0) return null;
  const further = discoveries.length - MOST_SHOWN;
  return (
    <section aria-labelledby="discoveries">
      <h2 id="discoveries">Perhaps also formulations</h2>
      <p class="soft">
        {count(discoveries.length, 'phrase')} that no entry lists, found by their shape alone: numbers, quotation marks,
        a list nearby. They are not counted above.
      </p>
      <ul>
        {discoveries.slice(0, MOST_SHOWN).map(({ text, language, kind, confidence, items, line }) => (
          <li>
            <span lang={language === 'zh' ? 'zh' : 'en'}>{text}</span>{' '}
            <small>
              line {line}, {KINDS[kind] ?? kind}, confidence {confidence.toFixed(2)}
              {items !== undefined && items.length > 0 && `; it may count: ${items.join(' · ')}`}
            </small>
          </li>
        ))}
        {further > 0 && <li>and {further} more, in the JSON</li>}
      </ul>
    </section>
  );
}
