/** Loads the compiled lexicon from disk, with its digest, and makes detectors of it. */
import { readFileSync } from 'node:fs';
import { createDetector, type Detector } from '../annotate/detector.ts';
import { decodeArtefact } from '../context/artefact.ts';
import type { CompiledLexicon } from '../context/compiled.ts';
import { discover } from '../discover/discover.ts';
import { sha256 } from './digest.ts';
import { ARTEFACT_PATH } from './paths.ts';
import { winkTagger } from './wink-tagger.ts';

/**
 * Reads a compiled lexicon; by default the package's own.
 * @throws {Error} when the file is missing or of another format; the message says how to build it.
 */
export function loadLexicon(path: string = ARTEFACT_PATH): CompiledLexicon {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`no compiled lexicon at ${path}: run "npm run build"`, { cause: error });
  }
  return decodeArtefact(bytes, readDigest(path) ?? sha256(bytes));
}

/** Where the build puts the digest of an artefact: hashing megabytes at every start would take longer than reading them. */
export const digestPathOf = (path: string) => `${path}.sha256`;

function readDigest(path: string): string | undefined {
  try {
    return readFileSync(digestPathOf(path), 'utf8');
  } catch {
    return undefined;
  }
}

/** A detector over a compiled lexicon, by default the package's own; the part-of-speech tagger is loaded when it is first needed. */
export function loadDetector(lexicon: CompiledLexicon = loadLexicon()): Detector {
  return createDetector(lexicon, { tagger: winkTagger, discover });
}
