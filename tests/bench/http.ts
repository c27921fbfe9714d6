/**
 * Requests per second, latency and CPU time of `POST /v1/annotate`, beside an Express server that reads the same body and returns the
 * JSON of such a text ready-made. Servers run in processes of their own, one after the other in turns. No text is sent twice.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/node/paths.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { putLoad } from './load.ts';
import { median } from './measure.ts';
import { printTable } from './table.ts';

const ROUNDS = 7;
/** Milliseconds of one round of one server. */
const ROUND = 1500;

interface Server {
  name: string;
  url: string;
  child: ChildProcess;
}

/** Starts a script that prints its address as the first line of its output. */
async function start(name: string, script: string, environment: Record<string, string> = {}): Promise<Server> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, LOG_LEVEL: 'silent', RATE_LIMIT: '0', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { name, url: /http:\/\/\S+/.exec(line.toString())?.[0] ?? '', child };
}

/** Starts both servers; `text` is what the ready-made answer is the answer to. */
async function startBoth(text: string): Promise<{ servers: Server[]; answer: string }> {
  const ours = await start('tifa', join(PACKAGE_ROOT, 'dist', 'server', 'main.js'));
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  const answer = await (await fetch(`${ours.url}/v1/annotate`, { method: 'POST', headers, body: text })).text();
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  writeFileSync(join(folder, 'answer.json'), answer);
  const script = join(import.meta.dirname, 'ready-made-server.ts');
  const readyMade = await start('JSON ready-made', script, { ANSWER: join(folder, 'answer.json') });
  rmSync(folder, { recursive: true });
  return { servers: [ours, readyMade], answer };
}

interface Measured {
  rates: number[];
  /** Milliseconds of CPU a request, in each round. */
  cpu: number[];
  latencies: number[];
}

async function measure(servers: readonly Server[], connections: number, textOf: (number: number) => string) {
  const measured = servers.map((): Measured => ({ rates: [], cpu: [], latencies: [] }));
  let sent = 0;
  for (let round = -1; round < ROUNDS; round++) {
    for (const [which, { url, child }] of servers.entries()) {
      const before = cpuTimeOf(child.pid);
      const latencies = await putLoad(url, connections, ROUND, () => textOf(sent++));
      if (round < 0) continue;
      measured[which]?.rates.push((latencies.length * 1000) / ROUND);
      measured[which]?.cpu.push((cpuTimeOf(child.pid) - before) / latencies.length);
      measured[which]?.latencies.push(...latencies);
    }
  }
  return measured;
}

const quantile = (sorted: readonly number[], q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;

/** Rows of both servers for a release and so many connections. */
async function benchText(name: string, connections: number, textOf: (number: number) => string): Promise<string[][]> {
  const { servers, answer } = await startBoth(textOf(0));
  const { mentions } = JSON.parse(answer) as { mentions: unknown[] };
  assert.ok(mentions.length > 0, 'the release has mentions');
  const measured = await measure(servers, connections, textOf);
  for (const { child } of servers) child.kill();
  const readyRate = median(measured[1]?.rates ?? []);
  return measured.map(({ rates, cpu, latencies }, which) => {
    const sorted = latencies.sort((a, b) => a - b);
    const rate = median(rates);
    return [
      name,
      String(connections),
      servers[which]?.name ?? '',
      String(mentions.length),
      (Buffer.byteLength(answer) / 1000).toFixed(0),
      rate.toFixed(0),
      `${((100 * rate) / readyRate).toFixed(0)} %`,
      quantile(sorted, 0.5).toFixed(1),
      quantile(sorted, 0.99).toFixed(1),
      median(cpu).toFixed(2),
    ];
  });
}

/** Releases of about so many bytes: each begins with another line and, of the same paragraphs, with another one. */
function releases(bytes: number): (number: number) => string {
  const release = readFileSync(join(PACKAGE_ROOT, 'examples', 'soe-release.en.txt'), 'utf8');
  const paragraphs = release
    .repeat(Math.ceil(bytes / release.length))
    .slice(0, bytes)
    .split('\n\n');
  return (number) => {
    const first = number % paragraphs.length;
    return [`Release no. ${number}`, ...paragraphs.slice(first), ...paragraphs.slice(0, first)].join('\n\n');
  };
}

export async function benchHttp(): Promise<void> {
  const rows: string[][] = [];
  for (const bytes of [5000, 100_000]) {
    for (const connections of [8, 1])
      rows.push(...(await benchText(`${bytes / 1000} KB`, connections, releases(bytes))));
  }
  printTable(
    'HTTP',
    [
      'release',
      'connections',
      'server',
      'mentions',
      'answer KB',
      'requests/s',
      'of ready-made',
      'p50 ms',
      'p99 ms',
      'CPU ms',
    ],
    rows,
  );
}
