import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

const messageOf = (environment: Record<string, string>) => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  return 'no error';
};

describe('settings', () => {
  test('have defaults that only this machine can reach', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: '',
      basePath: '',
      bodyLimit: 2 * 1024 ** 2,
      rateLimit: 0,
      trustProxy: 0,
    });
  });

  test('are read from the environment; empty counts as not set', () => {
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://x.example/tifa/',
      BODY_LIMIT: '500kb',
      RATE_LIMIT: '7',
    };
    expect(readConfig({ ...environment, LOG_LEVEL: '' })).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://x.example/tifa',
      basePath: '/tifa',
      bodyLimit: 512_000,
      rateLimit: 7,
      logLevel: 'info',
    });
  });

  test('a server that others can reach limits requests; 0 lifts the limit', () => {
    expect(readConfig({ HOST: '::' }).rateLimit).toBeGreaterThan(0);
    expect(readConfig({ HOST: '::', RATE_LIMIT: '0' }).rateLimit).toBe(0);
    expect(readConfig({ HOST: 'localhost' }).rateLimit).toBe(0);
  });
});

describe('wrong settings', () => {
  test.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535 (it is "http")'],
    [{ PORT: '70000' }, 'PORT must be at most 65535 (it is "70000")'],
    [{ BODY_LIMIT: '2 megs' }, 'BODY_LIMIT must be a size in bytes, as in 2mb, 500kb or 2097152 (it is "2 megs")'],
    [{ PUBLIC_URL: 'tifa.example.org' }, 'PUBLIC_URL must be an http or https address, as in https://tifa.example.org'],
    [{ PUBLIC_URL: 'https://x.example/?a' }, 'PUBLIC_URL must have no query'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error'],
    [{ REQUEST_TIMEOUT: '0' }, 'REQUEST_TIMEOUT must be at least 1'],
  ])('%o', (environment, message) => {
    expect(messageOf(environment as Record<string, string>)).toContain(message);
  });

  test('all are named at once', () => {
    expect(messageOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2);
  });
});
