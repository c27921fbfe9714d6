/** The server's settings, from environment variables; README and `/docs` list them. */
import { z } from 'zod';

/** A setting that cannot be followed. The message names every variable and the way out. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const UNITS: Record<string, number> = { '': 1, b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

const size = z
  .string()
  .regex(/^\d+\s*([kmg]?b)?$/i, 'must be a size in bytes, as in 2mb, 500kb or 2097152')
  .transform((text) => {
    const [, digits = '0', unit = ''] = /^(\d+)\s*(\D*)$/.exec(text) ?? [];
    return Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
  })
  .pipe(
    z
      .number()
      .min(1024, 'must be at least 1kb')
      .max(256 * 1024 ** 2, 'must be at most 256mb'),
  );

const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address, as in https://tifa.example.org' })
  .refine((url) => !/[?#]/.test(url), 'must have no query and no fragment')
  .transform((url) => url.replace(/\/+$/, ''));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Environment = z.object({
  PORT: integer(0, 65535).default(8080),
  HOST: z.string().trim().min(1, 'must be an address or a host name, as in 127.0.0.1').default('127.0.0.1'),
  PUBLIC_URL: publicUrl.optional(),
  BODY_LIMIT: size.default(2 * 1024 ** 2),
  RATE_LIMIT: integer(0, 1_000_000).optional(),
  TRUST_PROXY: integer(0, 10).default(0),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  REQUEST_TIMEOUT: integer(1, 3600).default(300),
  HEADERS_TIMEOUT: integer(1, 600).default(15),
  DRAIN_TIMEOUT: integer(0, 600).default(25),
  DRAIN_DELAY: integer(0, 120).default(0),
});

export interface Config {
  /** 0: any free port. */
  port: number;
  host: string;
  /** Goes before every link in answers; without a closing slash. Empty: links are relative. */
  publicUrl: string;
  /** Path part of `publicUrl`, before every link in pages. */
  basePath: string;
  /** Largest body and largest line of a batch, in bytes. */
  bodyLimit: number;
  /** Requests a minute from one address; 0: no limit. */
  rateLimit: number;
  /** How many proxies before the server may be believed in what they say of the client's address. */
  trustProxy: number;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Seconds for a request to arrive in full, and for its headers. */
  requestTimeout: number;
  headersTimeout: number;
  /** Seconds that running requests get when the server stops, and that it goes on taking new ones before. */
  drainTimeout: number;
  drainDelay: number;
}

/** Requests a minute from one address where the server can be reached from elsewhere and RATE_LIMIT says nothing. */
const RATE_LIMIT_IN_PUBLIC = 600;

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

/**
 * Reads the settings. A variable that is set but empty counts as not set.
 * @throws {ConfigError} that names every wrong variable.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.shape)
      .map((name) => [name, environment[name]?.trim()])
      .filter(([, value]) => value),
  );
  const read = Environment.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map(
      ({ path, message }) => `${path.join('.')} ${message} (it is "${given[String(path[0])]}")`,
    );
    throw new ConfigError(lines.join('\n'));
  }
  const settings = read.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl: settings.PUBLIC_URL ?? '',
    basePath: settings.PUBLIC_URL === undefined ? '' : new URL(settings.PUBLIC_URL).pathname.replace(/\/+$/, ''),
    bodyLimit: settings.BODY_LIMIT,
    rateLimit: settings.RATE_LIMIT ?? (isLoopback(settings.HOST) ? 0 : RATE_LIMIT_IN_PUBLIC),
    trustProxy: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    requestTimeout: settings.REQUEST_TIMEOUT,
    headersTimeout: settings.HEADERS_TIMEOUT,
    drainTimeout: settings.DRAIN_TIMEOUT,
    drainDelay: settings.DRAIN_DELAY,
  };
}
