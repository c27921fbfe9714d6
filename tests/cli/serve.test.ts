import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { exitOf, runCli, startCli } from './spawn-cli.ts';

test('the server runs until a signal drains it, and a taken port is said plainly', async () => {
  const child = startCli(['serve', '--port', '0'], { env: { LOG_LEVEL: 'silent' } });
  const [line] = await once(createInterface(child.stdout), 'line');
  const url = /^Tifa listens on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1] ?? '';
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  const second = await runCli(['serve', '--port', new URL(url).port]);
  expect(second).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^tifa: serve: port \d+ .* is in use/),
  });
  child.kill('SIGTERM');
  expect(await exitOf(child)).toBe(0);
});
