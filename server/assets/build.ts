/** Puts the files that pages load beside the compiled server. Part of `npm run build`. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';

const from = join(PACKAGE_ROOT, 'server', 'assets');
const to = join(PACKAGE_ROOT, 'dist', 'server', 'assets');
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (/\.(?:css|js)$/.test(name)) cpSync(join(from, name), join(to, name));
}
