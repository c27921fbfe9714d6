/** A DOCX file as a package of parts (Open Packaging Conventions): which part is which, decoded. */
import { DocumentError } from './document-error.ts';
import { readXmlMarkup } from './markup.ts';
import { ZipFile } from './zip.ts';

export interface Relationship {
  id: string;
  /** Last step of its type, as in `comments`. */
  kind: string;
  /** Name of the part it leads to. */
  target: string;
}

/** `EncryptedPackage` in UTF-16, as password-protected files hold it. */
const ENCRYPTED = Uint8Array.from('EncryptedPackage'.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));

function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  return bytes.subarray(0, 1 << 20).some((_, i) => wanted.every((byte, k) => bytes[i + k] === byte));
}

function refuseOtherContainers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DocumentError('empty', 'the file is empty');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    if (holds(bytes, ENCRYPTED)) throw new DocumentError('encrypted', 'it is protected by a password: save it without');
    throw new DocumentError('malformed', 'this is an old Word file (.doc): save it as .docx');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new DocumentError(
      'malformed',
      'this is no .docx file whatever its name says: give it the extension of what it is',
    );
  }
}

/** Steps of a path, `.` and `..` resolved, without a leading slash. */
function resolvePart(base: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Name of the part that lists the relationships of a part. */
export function relationshipsPartOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

export class DocxPackage {
  readonly zip: ZipFile;
  /** Name of the part with the body. */
  readonly main: string;

  /** @throws {DocumentError} when it is no DOCX file. */
  constructor(bytes: Uint8Array) {
    refuseOtherContainers(bytes);
    this.zip = new ZipFile(bytes);
    const main = this.relationshipsOf('').find(({ kind }) => kind === 'officeDocument')?.target;
    if (main === undefined || !this.zip.entries.has(main)) {
      throw new DocumentError('malformed', 'this is a zip container but no .docx file: it has no document in it');
    }
    this.main = main;
  }

  /** A part as text. @throws {DocumentError} when it is damaged or too large. */
  text(name: string): string | undefined {
    const bytes = this.zip.read(name);
    if (bytes === undefined) return undefined;
    try {
      return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      throw new DocumentError('malformed', `its part ${name} is not valid text: save it again`, { cause: error });
    }
  }

  /** What a part leads to inside the package; the package itself is the part with the empty name. */
  relationshipsOf(part: string): Relationship[] {
    const xml = this.text(relationshipsPartOf(part));
    const found: Relationship[] = [];
    if (xml === undefined) return found;
    readXmlMarkup(xml, {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (!name.endsWith('Relationship') || TargetMode === 'External') return;
        found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: resolvePart(part, Target) });
      },
    });
    return found;
  }
}
