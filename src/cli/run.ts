/** Runs one command line and turns what goes wrong into a message and an exit code. */
import { CommanderError } from 'commander';
import { ClosedOutputError, CommandError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { say } from './output.ts';
import { createProgram } from './program.ts';

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof ClosedOutputError) return EXIT.ok;
  if (error instanceof UsageError) {
    say(error.message);
    return EXIT.usage;
  }
  say(error instanceof Error ? error.message : String(error));
  if (!(error instanceof CommandError) && process.env.TIFA_DEBUG && error instanceof Error) say(error.stack ?? '');
  return EXIT.allFailed;
}

/** Runs `tifa` with these arguments; never throws, and never ends the process itself. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram((reached) => {
    code = reached;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}
