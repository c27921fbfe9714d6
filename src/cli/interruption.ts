/** Ctrl-C, once: what is under way is finished and written. Twice: the system ends the process. */

export interface Interruption {
  readonly signal: AbortSignal;
  /** Stops listening, so that the process can end. */
  stop(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Begins to listen. */
export function watchInterruption(): Interruption {
  const controller = new AbortController();
  const stop = () => {
    for (const signal of SIGNALS) process.off(signal, interrupt);
  };
  const interrupt = () => {
    stop();
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  return { signal: controller.signal, stop };
}
