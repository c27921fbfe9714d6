/** The files that pages load. Their addresses carry a digest, so that browsers may keep them for ever. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../../src/node/digest.ts';

export interface Asset {
  content: Buffer;
  /** Address below the site's base path, without the digest. */
  route: string;
  /** The same with the digest. */
  path: string;
}

function asset(name: string): Asset {
  const content = readFileSync(fileURLToPath(new URL(name, import.meta.url)));
  const route = `/assets/${name}`;
  return { content, route, path: `${route}?v=${sha256(content).slice(7, 19).replace(/[+/]/g, '-')}` };
}

export const STYLE = asset('style.css');
export const SCRIPT = asset('pages.js');
