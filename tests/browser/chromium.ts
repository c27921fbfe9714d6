/**
 * A Chromium for the page tests. On Linux x64 it comes out of an npm package, with the shared libraries it needs, so that nothing has
 * to be installed; elsewhere an installed Chrome is used.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'tifa-chromium');
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/** Runs `work` with environment variables set, and puts the old ones back. */
async function withEnvironment<T>(variables: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The package's own configuration looks below /tmp/fonts; without any font a page has no text at all. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(CACHE, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(CACHE, 'fontconfig')}</cachedir>
</fontconfig>
`;

/**
 * Unpacks the packaged browser into the cache, once. The package unpacks its shared libraries only where it believes to be on Lambda,
 * and always below the temporary folder: both are arranged for here. Unpacked aside and renamed, so that a half-done one is never used.
 */
export async function unpackChromium(): Promise<void> {
  if (!isPackaged || existsSync(CACHE)) return;
  const aside = `${CACHE}-${process.pid}`;
  mkdirSync(aside, { recursive: true });
  await withEnvironment({ TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' }, async () => {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  });
  writeFileSync(join(aside, 'fonts', 'fonts.conf'), FONTS_CONF);
  if (existsSync(CACHE)) rmSync(aside, { recursive: true });
  else renameSync(aside, CACHE);
}

/** Starts the browser; {@link unpackChromium} must have run. */
export async function launchChromium(): Promise<Browser> {
  if (!isPackaged) return chromium.launch({ channel: 'chrome' });
  return chromium.launch({
    executablePath: join(CACHE, 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(CACHE, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(CACHE, 'fonts'),
    },
  });
}
