/** The files that pages load. Their addresses carry a digest, so that browsers may keep them for ever. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/node/digest.ts';
import { subjectStyles } from './subject-styles.ts';

export interface Asset {
  content: Buffer;
  /** Address below the site's base path, without the digest. */
  route: string;
  /** The same with the digest. */
  path: string;
}

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
/** A style sheet without what only readers of its source need: comments and indentation. */
const compact = (css: string) => css.replace(/\/\*.*?\*\//gs, '').replace(/^\s+/gm, '');

function asset(name: string, text: string = read(name)): Asset {
  const content = Buffer.from(text);
  const route = `/assets/${name}`;
  return { content, route, path: `${route}?v=${sha256(content).slice(7, 19).replace(/[+/]/g, '-')}` };
}

export const STYLE = asset('style.css', compact(read('style.css')) + subjectStyles());

/** Each improves one thing on pages that work without it. */
export const SCRIPTS = {
  suggest: asset('suggest.js'),
  drop: asset('drop.js'),
  cards: asset('cards.js'),
  try: asset('try.js'),
};

export type Script = keyof typeof SCRIPTS;

/** All files; `dom.js` is what the scripts import. */
export const ASSETS: readonly Asset[] = [STYLE, ...Object.values(SCRIPTS), asset('dom.js')];
