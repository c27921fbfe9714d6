/** Loads the compiled lexicon from disk, with its digest. What only reads the lexicon goes without the modules of a detector. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { openArtefact } from '../context/artefact.ts';
import type { CompiledLexicon } from '../context/compiled.ts';
import { sha256 } from './digest.ts';
import { ARTEFACT_PATH } from './paths.ts';

/** Reads from an open file; fewer bytes than asked for at its end. */
function readBytes(file: number, start: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, start + done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
}

/**
 * Reads a compiled lexicon; by default the package's own. The file stays open, since most of it is read when it is asked for: a new one put
 * in its place changes nothing for who reads the old one.
 * @throws {Error} when the file is missing or of another format; the message says how to build it.
 */
export function loadLexicon(path: string = ARTEFACT_PATH): CompiledLexicon {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new Error(`no compiled lexicon at ${path}: run "npm run build"`, { cause: error });
  }
  try {
    return openArtefact(
      (start, length) => readBytes(file, start, length),
      readDigest(path) ?? sha256(readFileSync(path)),
    );
  } catch (error) {
    closeSync(file);
    throw error;
  }
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
