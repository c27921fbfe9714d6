import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../../server/config.ts';
import { runServer, type SignalTarget, startServer, stopOnSignals } from '../../server/main.ts';

const QUIET = { PORT: '0', LOG_LEVEL: 'silent' };

afterEach(() => vi.restoreAllMocks());

async function takePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: String((server.address() as AddressInfo).port), release: () => server.close() };
}

describe('starting', () => {
  test('listens with the package’s own lexicon and closes', async () => {
    const { url, close } = await startServer(QUIET);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(((await (await fetch(`${url}/v1/lexicon`)).json()) as { entries: number }).entries).toBeGreaterThan(50);
    await close();
    await expect(fetch(url)).rejects.toThrow();
  });

  test('a port in use is told with the way out', async () => {
    const { port, release } = await takePort();
    const failure = startServer({ ...QUIET, PORT: port });
    await expect(failure).rejects.toThrow(ConfigError);
    await expect(failure).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
    release();
  });

  test.each([
    [{ PORT: 'x' }, 'tifa serve: PORT must be a whole number'],
    [{ HOST: '203.0.113.7', PORT: '0' }, 'tifa serve: this machine has no address 203.0.113.7'],
  ])('%o gives exit code 2 and one message', async (environment, message) => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await runServer({ LOG_LEVEL: 'silent', ...environment } as NodeJS.ProcessEnv)).toBe(2);
    expect(stderr.mock.calls.map(([text]) => String(text)).join('')).toMatch(new RegExp(`^${message}.*\\n$`));
  });
});

describe('stopping', () => {
  test('a running request ends, new ones are refused, then everything is closed', async () => {
    const { url, close } = await startServer({ ...QUIET, DRAIN_DELAY: '5' });
    const sent = request(`${url}/v1/annotate/batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
    });
    sent.write('{"text":"x"}\n');
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream];
    const closed = close();
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/v1/lexicon`)).status).toBe(503);
    sent.end('{"text":"new quality productive forces"}\n');
    let answer = '';
    for await (const chunk of response) answer += chunk;
    expect(answer).toContain('"annotated":2');
    await closed;
    await expect(fetch(url)).rejects.toThrow();
  });

  test('a request that does not end is cut after DRAIN_TIMEOUT', async () => {
    const { url, close } = await startServer({ ...QUIET, DRAIN_TIMEOUT: '0' });
    const sent = request(`${url}/v1/annotate/batch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
    });
    sent.on('error', () => undefined);
    sent.write('{"text":"x"}\n');
    const [response] = (await once(sent, 'response')) as [EventEmitter & { resume(): void }];
    response.on('error', () => undefined);
    response.resume();
    const cut = new Promise((resolve) => response.once('close', resolve));
    await Promise.all([close(), cut]);
  });

  test.each(['SIGTERM', 'SIGINT'])('%s drains and ends the process; a second one ends it at once', async (signal) => {
    const target = Object.assign(new EventEmitter(), { exit: vi.fn() });
    const { promise, resolve } = Promise.withResolvers<void>();
    const close = vi.fn(() => promise);
    stopOnSignals(target as unknown as SignalTarget, close);
    target.emit(signal);
    expect([close.mock.calls.length, target.exit.mock.calls.length]).toEqual([1, 0]);
    target.emit(signal);
    expect(target.exit).toHaveBeenLastCalledWith(1);
    resolve();
    await promise;
    await vi.waitFor(() => expect(target.exit).toHaveBeenLastCalledWith(0));
    expect(close).toHaveBeenCalledOnce();
  });
});
