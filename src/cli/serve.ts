/** `tifa serve`: the HTTP API and the pages. */
import { CommandError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { wholeNumberOf } from './option-values.ts';
import { Output } from './output.ts';

export interface ServeFlags {
  port?: string;
  host?: string;
}

/**
 * Starts the server, which then keeps the process running until a signal drains it. The options go before the environment.
 * @throws {UsageError | CommandError}
 */
export async function serve(flags: ServeFlags): Promise<ExitCode> {
  if (flags.port !== undefined) wholeNumberOf('--port', flags.port, 0, 65_535);
  if (flags.host === '') throw new UsageError('--host: give an address, as in 127.0.0.1');
  const { startServer, stopOnSignals } = await import('../../server/main.ts');
  const environment = {
    ...process.env,
    ...(flags.port === undefined ? {} : { PORT: flags.port }),
    ...(flags.host === undefined ? {} : { HOST: flags.host }),
  };
  try {
    const { url, close } = await startServer(environment);
    stopOnSignals(process, close);
    await new Output().write(`Tifa listens on ${url}\n`);
    return EXIT.ok;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.name === 'ConfigError') throw new UsageError(`serve: ${message}`);
    throw new CommandError(`serve: ${message}`, { cause: error });
  }
}
