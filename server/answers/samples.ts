/** Texts to try the annotator with: documents written for this project, in `examples/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';

export interface Sample {
  id: string;
  title: string;
  lang: 'en' | 'zh-Hans';
  text: string;
}

const SAMPLES = [
  { id: 'release-en', title: 'a company release in English', lang: 'en', file: 'soe-release.en.txt' },
  { id: 'release-zh', title: 'its Chinese counterpart', lang: 'zh-Hans', file: 'soe-release.zh.txt' },
] as const;

/** The samples that this installation has: a package without `examples/` has none. */
export function readSamples(): Sample[] {
  return SAMPLES.flatMap(({ file, ...sample }) => {
    try {
      return [{ ...sample, text: readFileSync(join(PACKAGE_ROOT, 'examples', file), 'utf8') }];
    } catch {
      return [];
    }
  });
}
