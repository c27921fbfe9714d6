/** Where the package's own files lie, from the sources and from `dist/` alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the package has lost its package.json');
    folder = parent;
  }
  return folder;
}

export const PACKAGE_ROOT = findPackageRoot();
export const LEXICON_FOLDER = join(PACKAGE_ROOT, 'lexicon');
export const ARTEFACT_PATH = join(PACKAGE_ROOT, 'dist', 'lexicon.bin');

/** Where pdf.js finds its tables. Its package may lie in any folder above this one. */
export function pdfResources(): { cMapUrl: string; standardFontDataUrl: string } {
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  return { cMapUrl: `${join(folder, 'cmaps')}/`, standardFontDataUrl: `${join(folder, 'standard_fonts')}/` };
}
