/** What the library offers on Node beside the pure core: the compiled lexicon from disk, digests, the part-of-speech tagger. */
export { sha256 } from './digest.ts';
export { loadDetector, loadLexicon } from './load.ts';
export { winkTagger } from './wink-tagger.ts';
