/** `tifa annotate`: checks what was asked for, then lets workers do it, or annotates one document after the other. */
import { isatty } from 'node:tty';
import type { Command } from 'commander';
import { loadLexicon } from '../node/load-lexicon.ts';
import { type AnnotateFlags, requestOf } from './annotate-request.ts';
import { UsageError } from './errors.ts';
import type { ExitCode } from './exit-codes.ts';
import { failOnOf } from './fail-on.ts';
import { watchInterruption } from './interruption.ts';
import { say } from './output.ts';

export type { AnnotateFlags };

/**
 * Annotates what the paths name.
 * @returns the exit code.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function annotate(paths: readonly string[], flags: AnnotateFlags, command: Command): Promise<ExitCode> {
  // The getter of process.stdin would open it, also where nothing is read from it.
  const isKeyboard = isatty(0);
  if (paths.length === 0 && flags.from !== 'jsonl' && flags.filesFrom === undefined && isKeyboard) {
    command.outputHelp({ error: true });
    throw new UsageError('give a file, a folder, or - to type the text here');
  }
  const request = await requestOf(paths, flags);
  if (isKeyboard && (request.isJsonLines || request.paths.includes('-'))) {
    say('reading from the keyboard: end with Ctrl-D');
  }
  const lexicon = loadLexicon();
  const failOn = await failOnOf(request.failOn, lexicon.entries);
  const interruption = watchInterruption();
  try {
    // Only what is needed is loaded: the workers of a batch get ready the sooner.
    if (request.out !== undefined && !request.paths.includes('-')) {
      const { runBatch } = await import('./batch/run.ts');
      return await runBatch({ ...request, out: request.out }, lexicon, interruption);
    }
    const { annotateInTurn } = await import('./annotate-in-turn.ts');
    return await annotateInTurn(request, lexicon, failOn, interruption);
  } finally {
    interruption.stop();
  }
}
