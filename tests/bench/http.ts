/**
 * Requests per second and latency of `POST /v1/annotate`, beside an Express server that reads the same body and returns the same JSON
 * ready-made. Servers run in processes of their own, one after the other in turns.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';
import { median } from './measure.ts';
import { printTable } from './table.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
/** Milliseconds of one round of one server. */
const ROUND = 2000;

interface Answer {
  status: number;
  body: Buffer;
}

function post(url: string, agent: Agent, text: Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-length': text.length };
  const sent = request(`${url}/v1/annotate`, { method: 'POST', agent, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
  });
  sent.on('error', reject);
  sent.end(text);
  return promise;
}

/** Latencies in milliseconds of all requests that a round had time for. */
async function round(url: string, text: Buffer): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies: number[] = [];
  const end = performance.now() + ROUND;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        const { status } = await post(url, agent, text);
        assert.equal(status, 200);
        latencies.push(performance.now() - start);
      }
    }),
  );
  agent.destroy();
  return latencies.sort((a, b) => a - b);
}

/** Starts a script that prints its address as the first line of its output. */
async function start(
  script: string,
  environment: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, LOG_LEVEL: 'silent', RATE_LIMIT: '0', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: /http:\/\/\S+/.exec(line.toString())?.[0] ?? '', child };
}

const quantile = (sorted: readonly number[], q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;

async function benchText(name: string, text: Buffer): Promise<string[][]> {
  const ours = await start(join(PACKAGE_ROOT, 'dist', 'server', 'main.js'), {});
  const agent = new Agent();
  const { body } = await post(ours.url, agent, text);
  agent.destroy();
  const { mentions } = JSON.parse(body.toString()) as { mentions: unknown[] };
  assert.ok(mentions.length > 0, 'the release has mentions');
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  writeFileSync(join(folder, 'answer.json'), body);
  const readyMade = await start(join(import.meta.dirname, 'ready-made-server.ts'), {
    ANSWER: join(folder, 'answer.json'),
  });
  rmSync(folder, { recursive: true });
  const servers = [ours, readyMade];
  const rates: number[][] = [[], []];
  const latencies: number[][] = [[], []];
  for (let i = -1; i < ROUNDS; i++) {
    for (const [which, { url }] of servers.entries()) {
      const measured = await round(url, text);
      if (i < 0) continue;
      rates[which]?.push((measured.length * 1000) / ROUND);
      latencies[which]?.push(...measured);
    }
  }
  for (const { child } of servers) child.kill();
  const readyRate = median(rates[1] ?? []);
  return ['tifa', 'the same JSON ready-made'].map((server, which) => {
    const sorted = (latencies[which] ?? []).sort((a, b) => a - b);
    const rate = median(rates[which] ?? []);
    return [
      name,
      server,
      String(mentions.length),
      (body.length / 1000).toFixed(0),
      rate.toFixed(0),
      `${((100 * rate) / readyRate).toFixed(0)} %`,
      quantile(sorted, 0.5).toFixed(1),
      quantile(sorted, 0.99).toFixed(1),
    ];
  });
}

export async function benchHttp(): Promise<void> {
  const release = readFileSync(join(PACKAGE_ROOT, 'examples', 'soe-release.en.txt'));
  const rows: string[][] = [];
  for (const bytes of [5000, 100_000]) {
    const copies = Math.ceil(bytes / release.length);
    const text = Buffer.concat(Array.from({ length: copies }, () => release)).subarray(0, bytes);
    rows.push(...(await benchText(`${bytes / 1000} KB`, text)));
  }
  printTable(
    `HTTP, ${CONNECTIONS} connections`,
    ['release', 'server', 'mentions', 'answer KB', 'requests/s', 'of ready-made', 'p50 ms', 'p99 ms'],
    rows,
  );
}
