/** `tifa lexicon check|stats|diff`: their options and their help. */
import type { Command } from 'commander';
import type { ReportCode } from './program.ts';

/** Adds the commands. */
export function defineLexicon(program: Command, report: ReportCode): void {
  const lexicon = program.command('lexicon').description('check, count and compare lexicons').helpCommand(true);
  lexicon
    .command('check')
    .description('Checks the files of a lexicon and runs their examples; exit 1 if anything is wrong.')
    .argument('[folder]', "folder of a lexicon (default: the package's own)")
    .option('-f, --format <format>', 'line: file:line:column: rule: message; json', 'line')
    .addHelpText('before', 'Examples:\n  tifa lexicon check\n  tifa lexicon check my-lexicon/\n')
    .action(async (folder: string | undefined, flags) =>
      report(await (await import('./lexicon-check.ts')).checkFolder(folder, flags)),
    );
  lexicon
    .command('stats')
    .description('Counts entries by subject and layer, forms by language, and how well they are sourced.')
    .argument('[lexicon]', "folder or compiled lexicon (default: the package's own)")
    .option('-f, --format <format>', 'pretty, json', 'pretty')
    .addHelpText('before', 'Examples:\n  tifa lexicon stats\n  tifa lexicon stats --format json\n')
    .action(async (path: string | undefined, flags) => (await import('./lexicon-stats.ts')).stats(path, flags));
  lexicon
    .command('diff')
    .description('Compares two lexicons: entries added, removed (with their successors) and changed, field by field.')
    .argument('<old>', 'folder or compiled lexicon')
    .argument('[new]', "folder or compiled lexicon (default: the package's own)")
    .option('-f, --format <format>', 'pretty, json', 'pretty')
    .option('--corpus <folder>', 'documents: also which mentions in them are gained and lost')
    .addHelpText(
      'before',
      'Examples:\n  tifa lexicon diff old/lexicon lexicon\n  tifa lexicon diff old/lexicon.bin --corpus releases/\n',
    )
    .action(async (old: string, current: string | undefined, flags) =>
      (await import('./lexicon-diff.ts')).diff(old, current, flags),
    );
}
