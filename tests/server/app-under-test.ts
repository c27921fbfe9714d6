/** The app over a small lexicon, listening on a port of its own. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Lifecycle } from '../../server/services.ts';
import { createDetector, type Detector } from '../../src/annotate/detector.ts';
import { compileLexicon } from '../../src/context/compile.ts';
import { discover } from '../../src/discover/discover.ts';
import type { Lexicon } from '../../src/lexicon/lexicon.ts';
import { inflect } from '../../src/match/inflect.ts';
import { entryOf } from '../fixtures/small-lexicon.ts';

const newQuality = {
  ...entryOf({
    id: 'new-quality-productive-forces',
    en: [{ text: 'new quality productive forces', status: 'official' }],
    zh: ['新质生产力'],
  }),
  subject: 'innovation' as const,
  label: 'new quality productive forces',
  zh: { hans: '新质生产力', hant: '新質生產力', pinyin: 'xīnzhì shēngchǎnlì', status: 'attested' as const },
  readings: [
    {
      lens: 'gazette-2025',
      theme: 'first',
      basis: 'passage' as const,
      text: 'The gazette takes it for a slogan.',
      differs: 'Official usage defines it.',
    },
  ],
  related: [{ id: 'red-engine', as: 'seen-with' as const }],
};

const redEngine = {
  ...entryOf({ id: 'red-engine', en: ['red engine'], zh: ['红色引擎'], distinctive: false, cues: ['Party branch'] }),
  subject: 'party-building' as const,
  label: 'Red Engine',
  zh: { hans: '红色引擎', hant: '紅色引擎', pinyin: 'hóngsè yǐnqíng', status: 'inferred' as const },
};

const partyBuilding = {
  ...entryOf({ id: 'party-building', en: ['Party building'] }),
  subject: 'party-building' as const,
  label: 'Party building',
};
const partyBuildingWork = {
  ...entryOf({ id: 'party-building-work', en: ['Party building work in enterprises'] }),
  subject: 'party-building' as const,
  label: 'Party building work',
};
const buildingWork = {
  ...entryOf({ id: 'building-work', en: ['work in enterprises of the Party'] }),
  subject: 'soe-reform' as const,
  label: 'Work in enterprises',
};

export const LEXICON: Lexicon = {
  version: '2026.11.0',
  entries: [newQuality, redEngine, partyBuilding, partyBuildingWork, buildingWork],
  sources: [
    {
      id: 'source',
      title: 'A report',
      publisher: 'A ministry',
      kind: 'government',
      date: '2025-03',
      url: 'https://example.org/report',
      language: 'en',
    },
  ],
  lenses: [
    {
      id: 'gazette-2025',
      title: 'A gazette on a release',
      source: 'source',
      publisher: 'The Gazette',
      date: { value: '2025', status: 'inferred' },
      url: 'https://example.org/gazette',
      standpoint: 'A gazette for readers of gazettes.',
      themes: [{ id: 'first', title: 'The first theme', place: 'Paragraph 1', claim: 'It claims this.' }],
    },
  ],
  retired: [
    { id: 'old-engine', successor: 'red-engine', on: '2026-11-01', why: 'renamed' },
    { id: 'lost-term', on: '2026-11-01', why: 'no source.' },
  ],
};

export function smallDetector(lexicon: Lexicon = LEXICON): Detector {
  return createDetector(
    { ...compileLexicon(lexicon, inflect), digest: 'sha256-digestOfTheSmallLexicon=' },
    { discover },
  );
}

export interface AppUnderTest extends AsyncDisposable {
  url: string;
  server: Server;
  detector: Detector;
  lifecycle: Lifecycle;
  /** Every line that was logged. */
  log: string[];
}

/** Starts the app; `settings` are environment variables. */
export async function startApp(
  settings: Record<string, string> = {},
  detector: Detector = smallDetector(),
): Promise<AppUnderTest> {
  const log: string[] = [];
  const logger = pino({ level: 'info', base: null }, { write: (line) => void log.push(line) });
  const lifecycle = { isDraining: false };
  const config: Config = readConfig(settings);
  const server = createServer(createApp({ detector, config, logger, lifecycle }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    detector,
    lifecycle,
    log,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Posts a body of a type. */
export function post(
  url: string,
  type: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': type, ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
}
