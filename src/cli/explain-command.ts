/** `tifa explain`: its options and its help. */
import type { Command } from 'commander';
import { addDetectionOptions } from './detection-options.ts';
import type { ReportCode } from './program.ts';

/** Adds the command. */
export function defineExplain(program: Command, report: ReportCode): void {
  const command = program
    .command('explain')
    .summary('why a place in a document is or is not a mention')
    .description(
      'Says why there is a mention at a place, or why not: the evidence, what turned it down, or that no form stands there.',
    )
    .argument('<place>', 'FILE:LINE:COLUMN, or FILE:LINE for a whole line; FILE may be -');
  addDetectionOptions(command)
    .option('--encoding <name>', 'of a file without a byte order mark (default: utf-8)')
    .option('-f, --format <format>', 'pretty, json', 'pretty')
    .addHelpText('before', 'Examples:\n  tifa explain release.txt:18:33\n  tifa explain release.txt:18 --layer all\n')
    .action(async (place: string, flags) => report(await (await import('./explain.ts')).explain(place, flags)));
}
