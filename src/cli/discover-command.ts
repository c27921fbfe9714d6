/** `tifa discover`: its options and its help. */
import type { Command } from 'commander';
import type { ReportCode } from './program.ts';

/** Adds the command. */
export function defineDiscover(program: Command, report: ReportCode): void {
  program
    .command('discover')
    .summary('likely formulations that no entry lists')
    .description(
      'Looks through files and folders for wordings that look like fixed formulations and stand in no entry: numbered slogans, quoted coinages, the … spirit, …-style modernization, 1+3+N. Those of most documents come first.',
    )
    .argument('<paths...>', 'files or folders')
    .option('--min-documents <number>', 'least number of documents that have it', '1')
    .option('-n, --limit <number>', 'how many are listed', '50')
    .option('-o, --out <folder>', 'also write a draft entry file for each, with its contexts')
    .option('--encoding <name>', 'of files without a byte order mark (default: utf-8)')
    .option('-f, --format <format>', 'pretty, jsonl', 'pretty')
    .addHelpText(
      'before',
      'Examples:\n  tifa discover releases/\n  tifa discover releases/ --min-documents 2 --out drafts/\n',
    )
    .action(async (paths: string[], flags) => report(await (await import('./discover.ts')).discoverIn(paths, flags)));
}
