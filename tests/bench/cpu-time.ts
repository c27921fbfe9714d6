/** CPU time of another process. */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of CPU that all threads of a process have used; not a number where the system does not tell. */
export function cpuTimeOf(process: number | undefined): number {
  try {
    const threads = readdirSync(`/proc/${process}/task`);
    const times = threads.map((thread) =>
      Number(readFileSync(`/proc/${process}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    );
    return times.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}
