/** `npm run bench`: all tables, or those named, as in `npm run bench -- scan annotate`. `--quick` reads less. */
import { benchAdversarial } from './adversarial.ts';
import { benchAnnotate } from './annotate.ts';
import { benchBatch } from './batch.ts';
import { benchHttp } from './http.ts';
import { machineLine } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchScan } from './scan.ts';
import { benchStartUp } from './start-up.ts';

const isQuick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const BYTES = isQuick ? 1_000_000 : 4_000_000;

const BENCHES: Record<string, () => void | Promise<void>> = {
  'start-up': benchStartUp,
  scan: () => benchScan(isQuick ? [1000] : [100, 1000, 10_000, 100_000], BYTES),
  annotate: () => benchAnnotate(BYTES),
  memory: () => benchMemory(isQuick ? 500_000 : 2_000_000),
  http: benchHttp,
  batch: () => benchBatch(isQuick ? 4_000_000 : 48_000_000),
  adversarial: () => benchAdversarial(isQuick ? 200_000 : 1_000_000),
};

const unknown = wanted.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`no bench "${unknown[0]}": there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${machineLine()}\n`);
  for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) await BENCHES[name]?.();
}
