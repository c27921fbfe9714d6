/** The commands and their options. What they do is loaded when one is called, so that help comes at once. */
import { Command } from 'commander';
import { ENGINE_VERSION } from '../version.ts';
import { defineAnnotate } from './annotate-command.ts';
import { defineDiscover } from './discover-command.ts';
import type { ExitCode } from './exit-codes.ts';
import { defineExplain } from './explain-command.ts';
import { defineLexicon } from './lexicon-commands.ts';
import { defineLookup, defineServe, defineShow, defineTerms } from './lookup-commands.ts';

const EXAMPLES = `Examples:
  tifa annotate release.txt                     every formulation in a document
  tifa annotate releases/ --out out/            a folder: one JSON each, manifest.jsonl, summary.csv
  tifa annotate - --format html > page.html     standard input to a page that opens offline
  tifa lookup "xin zhi shengchanli"             English, Chinese or pinyin
  tifa show red-engine                          meaning, official usage, readings, sources
  tifa explain release.txt:18:33                why a place is or is not a mention
  tifa discover releases/                       likely formulations that no entry lists
`;

const CODES = `
Exit codes: 0 ran, 1 only with --fail-on and a match, 2 wrong usage, 3 some documents failed, 4 none could be read, 130 interrupted
`;

/** Takes the exit code that a command reached. */
export type ReportCode = (code: ExitCode) => void;

/** The program; `report` is told the exit code of the command that ran. */
export function createProgram(report: ReportCode): Command {
  const program = new Command('tifa')
    .description(
      'Finds the fixed formulations of Chinese Party and industrial-policy language, and says what each means.',
    )
    .version(ENGINE_VERSION, '-V, --version')
    .helpOption('-h, --help')
    .showSuggestionAfterError()
    .exitOverride()
    .configureHelp({ helpWidth: 100, sortSubcommands: false })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'tifa: ')) })
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', CODES);
  defineAnnotate(program, report);
  defineLookup(program);
  defineShow(program);
  defineTerms(program);
  defineExplain(program, report);
  defineDiscover(program, report);
  defineLexicon(program, report);
  defineServe(program, report);
  return program;
}
