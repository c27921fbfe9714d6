/** Makes detectors of the compiled lexicon. */
import { createDetector, type Detector } from '../annotate/detector.ts';
import type { CompiledLexicon } from '../context/compiled.ts';
import { discover } from '../discover/discover.ts';
import { loadLexicon } from './load-lexicon.ts';
import { winkTagger } from './wink-tagger.ts';

/** A detector over a compiled lexicon, by default the package's own; the part-of-speech tagger is loaded when it is first needed. */
export function loadDetector(lexicon: CompiledLexicon = loadLexicon()): Detector {
  return createDetector(lexicon, { tagger: winkTagger, discover });
}
