/** The server with the whole lexicon on a port of its own, and a browser to visit it with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startServer } from '../../server/main.ts';
import { launchChromium } from './chromium.ts';

/** The longer example: an English release of a state-owned enterprise. */
export const RELEASE = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'soe-release.en.txt'), 'utf8');

export interface PagesUnderTest {
  /** Opens a path in a fresh context. Any page error or request to another origin is collected in `faults`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  faults: string[];
  close(): Promise<void>;
}

export async function startPages(): Promise<PagesUnderTest> {
  const server = await startServer({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' });
  const browser: Browser = await launchChromium();
  const faults: string[] = [];
  return {
    faults,
    async open(path, options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
          faults.push(`${path}: ${request.url()}`);
      });
      await page.goto(server.url + path);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
