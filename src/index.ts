/** Tifa's public library: pure, runs in a browser as well. What needs files or processes is in `tifa/node`. */
export {
  createDetector,
  type Detector,
  type DetectorSetup,
  type Discover,
  type DocumentInput,
} from './annotate/detector.ts';
export { type AnnotateOptions, DEFAULT_OPTIONS, OptionError, type OverlapPolicy } from './annotate/options.ts';
export type {
  AnnotateResult,
  Because,
  Discovered,
  LensProfile,
  Mention,
  Rejected,
  Rendering,
  Statistics,
  TermSummary,
  Voice,
  VoiceBecause,
} from './annotate/result.ts';
export type { NamedMember, SetCoverage } from './annotate/set-coverage.ts';
export { summarizeTerm } from './annotate/terms.ts';
export { decodeArtefact, encodeArtefact } from './context/artefact.ts';
export type { CompiledLexicon } from './context/compiled.ts';
export type { Tagger } from './context/tagger.ts';
export { discover } from './discover/discover.ts';
export { LAYER_TITLES, type LayerId } from './lexicon/layers.ts';
export type { Lexicon, LexiconEntry } from './lexicon/lexicon.ts';
export { SUBJECTS, type Subject } from './lexicon/subjects.ts';
export type { Span } from './span.ts';
export { ENGINE_VERSION } from './version.ts';
