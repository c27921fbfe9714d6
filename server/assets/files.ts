/** The files that pages load. Their addresses carry a digest, so that browsers may keep them for ever. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/node/digest.ts';

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)));

export const STYLE = read('./style.css');

/** Address of the style sheet, below the site's base path. */
export const STYLE_PATH = `/assets/style.css?v=${sha256(STYLE).slice(7, 19).replace(/[+/]/g, '-')}`;
