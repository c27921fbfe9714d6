/** `tifa lookup`, `tifa show`, `tifa terms` and `tifa serve`: their options and their help. */
import type { Command } from 'commander';
import { collect } from './detection-options.ts';
import type { ReportCode } from './program.ts';

/** Adds `lookup`. */
export function defineLookup(program: Command): void {
  program
    .command('lookup')
    .summary('search the lexicon in English, Chinese or pinyin')
    .description(
      'Searches the lexicon: English, either Chinese script, pinyin with or without tones, initials, misspellings.',
    )
    .argument('<query...>', 'what to look for; several words are one query')
    .option('-f, --format <format>', 'pretty, line, json, jsonl (default: pretty on a terminal, line otherwise)')
    .option('--layer <layers>', 'only these layers', collect)
    .option('--subject <subjects>', 'only these subjects', collect)
    .option('-n, --limit <number>', 'most terms to give', '10')
    .addHelpText(
      'before',
      'Examples:\n  tifa lookup new quality productive forces\n  tifa lookup 兩個一以貫之\n  tifa lookup "guo zhi da zhe"\n  tifa lookup 8 project --format json\n',
    )
    .action(async (words: string[], flags) => (await import('./lookup.ts')).lookup(words, flags));
}

/** Adds `show`. */
export function defineShow(program: Command): void {
  program
    .command('show')
    .summary('one entry: meaning, official usage, readings, sources')
    .description('Shows one entry: literal meaning, official usage and readings apart, each with its sources.')
    .argument('<term...>', 'id of an entry, or its label or Chinese')
    .option('-f, --format <format>', 'pretty, json', 'pretty')
    .addHelpText('before', 'Examples:\n  tifa show red-engine\n  tifa show 红色引擎 --format json\n')
    .action(async (words: string[], flags) => (await import('./show.ts')).show(words, flags));
}

/** Adds `terms`. */
export function defineTerms(program: Command): void {
  program
    .command('terms')
    .summary('all entries, for other programs')
    .description('Prints all entries, one line each.')
    .option('-f, --format <format>', 'jsonl, csv', 'jsonl')
    .option('--layer <layers>', 'only these layers', collect)
    .option('--subject <subjects>', 'only these subjects', collect)
    .option('--bom', 'begin CSV with a byte order mark, for spreadsheets')
    .addHelpText('before', 'Examples:\n  tifa terms --format csv --bom > terms.csv\n  tifa terms --layer formulation\n')
    .addHelpText(
      'after',
      '\nCSV columns: id, layer, label, zhHans, zhHant, pinyin, zhStatus, subject, gloss, literal, definition, origin, formsEn,\n  formsZh, official, readings, sources, reviewed; lists are joined by " | "\n',
    )
    .action(async (flags) => (await import('./terms.ts')).terms(flags));
}

/** Adds `serve`. */
export function defineServe(program: Command, report: ReportCode): void {
  program
    .command('serve')
    .summary('HTTP API and pages')
    .description('Serves the HTTP API and the pages until it is interrupted.')
    .option('-p, --port <number>', 'port (default: PORT, or 8080)')
    .option('--host <address>', 'address to listen on (default: HOST, or 127.0.0.1)')
    .addHelpText('before', 'Examples:\n  tifa serve\n  tifa serve --port 3000\n')
    .action(async (flags) => report(await (await import('./serve.ts')).serve(flags)));
}
