/** Starts the server: `npm start`, `tifa serve`. Settings come from the environment (`config.ts`). */
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { loadDetector } from '../src/node/load.ts';
import { termIndexOf } from '../src/search/term-index.ts';
import { createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { Lifecycle } from './services.ts';

export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  /** Takes no more requests, lets running ones end, and resolves when all connections are closed. */
  close(): Promise<void>;
}

const LISTEN_ERRORS: Record<string, (config: Config) => string> = {
  EADDRINUSE: ({ port, host }) =>
    `port ${port} on ${host} is in use: stop the other program, or choose another port as in PORT=8081`,
  EACCES: ({ port }) => `port ${port} may not be opened by this user: choose one above 1023, as in PORT=8080`,
  EADDRNOTAVAIL: ({ host }) => `this machine has no address ${host}: set HOST to one that it has, as in HOST=127.0.0.1`,
  ENOTFOUND: ({ host }) => `the host name ${host} cannot be resolved: set HOST to an address, as in HOST=127.0.0.1`,
};

function listen(server: Server, config: Config): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const explain = LISTEN_ERRORS[error.code ?? ''];
    reject(explain === undefined ? error : new ConfigError(explain(config)));
  });
  server.listen(config.port, config.host, () => {
    const { address, port, family } = server.address() as AddressInfo;
    resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}`);
  });
  return promise;
}

async function drain(server: Server, lifecycle: Lifecycle, config: Config): Promise<void> {
  lifecycle.isDraining = true;
  await setTimeout(config.drainDelay * 1000);
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const cut = globalThis.setTimeout(() => server.closeAllConnections(), config.drainTimeout * 1000);
  await closed;
  clearTimeout(cut);
}

/**
 * Starts listening. {@link RunningServer.close} drains it: new requests are refused, running ones end.
 * @throws {ConfigError} for settings that cannot be followed, a port in use, or a lexicon that has not been built.
 */
export async function startServer(environment: NodeJS.ProcessEnv = process.env): Promise<RunningServer> {
  const config = readConfig(environment);
  const logger = pino({ level: config.logLevel, base: null }, process.stderr);
  const lifecycle: Lifecycle = { isDraining: false };
  const detector = loadDetector();
  // Made now, so that the first lookup is as quick as the others.
  termIndexOf(detector.lexicon);
  const app = createApp({ detector, config, logger, lifecycle });
  // How long a body may take to arrive is the app's business, since that differs.
  const server = createServer({ requestTimeout: 0, headersTimeout: config.headersTimeout * 1000 }, app);
  const url = await listen(server, config);

  let closing: Promise<void> | undefined;
  const close = () => {
    if (closing === undefined) logger.info('draining');
    closing ??= drain(server, lifecycle, config);
    return closing;
  };
  return { url, close };
}

/** What of a process is needed to end it. */
export type SignalTarget = Pick<NodeJS.Process, 'on' | 'exit'>;

/** SIGTERM and SIGINT drain the server, after which the process ends; a second signal ends it at once. */
export function stopOnSignals(target: SignalTarget, close: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    target.on(signal, () => {
      if (isStopping) return target.exit(1);
      isStopping = true;
      void close().then(() => target.exit(0));
    });
  }
}

/**
 * Starts the server, says where it listens, and turns what goes wrong into one message. Gives the exit code: 0 when it listens,
 * 2 for settings that cannot be followed, 1 otherwise.
 */
export async function runServer(environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  try {
    const { url, close } = await startServer(environment);
    stopOnSignals(process, close);
    process.stdout.write(`Tifa listens on ${url}\n`);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message.replace(/^/gm, 'tifa serve: ')}\n`);
    return error instanceof ConfigError ? 2 : 1;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runServer();
}
