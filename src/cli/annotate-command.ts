/** `tifa annotate`: its options and its help. */
import type { Command } from 'commander';
import type { AnnotateFlags } from './annotate.ts';
import { addDetectionOptions, collect } from './detection-options.ts';
import type { ReportCode } from './program.ts';

const EXAMPLES = `Examples:
  tifa annotate release.txt
  tifa annotate releases/ --format csv > mentions.csv
  tifa annotate releases/ --out out/ --metadata companies.csv
  tifa annotate releases/ --out out/ --format same --jobs 4
  find releases -name '*.pdf' -print0 | tifa annotate --files-from - --out out/
  cat release.txt | tifa annotate - --format json --explain
  tifa annotate --from jsonl < documents.jsonl > results.jsonl
  tifa annotate notice.txt --encoding gb18030 --layer all
  tifa annotate release.docx --format same > release.annotated.docx
  tifa annotate draft.md --fail-on layer:formulation,confidence:0.9
`;

const NOTES = `
Formats: pretty (default on a terminal), line (default otherwise: path:line:column: term [...] "text"), json, jsonl, csv,
  html (a page that opens offline), md, webanno (W3C Web Annotation, JSON-LD), same (the document itself with notes:
  comments in Word, highlights in PDF, marks and notes in HTML, footnotes in Markdown, notes in XLIFF and text)
CSV columns: id, line, column, start, end, offsetEncoding, text, term, label, zh, zhStatus, layer, subject, language, form,
  rendering, official, confidence, quoted, heading, negated, attributed, prefix, suffix, gloss, metadata.<key> ...
  Cells that a spreadsheet would take for a formula get an apostrophe before them.
Folders are read recursively: .txt .md .html .docx .pdf .xliff and their like; other files are passed over.
With --out a run that was broken off goes on where it was; a document is done again when it, the options or the lexicon change.
Several conditions of --fail-on: commas join what must hold together; give the option again for an alternative.
`;

/** Adds the command. */
export function defineAnnotate(program: Command, report: ReportCode): void {
  const command = program
    .command('annotate')
    .summary('find formulations in files, folders or standard input')
    .description('Finds formulations in files, folders or standard input ("-", or no path in a pipe).')
    .argument('[paths...]', 'files, folders, or - for standard input')
    .option('-f, --format <format>', 'pretty, line, json, jsonl, csv, html, md, webanno, same')
    .option('-o, --out <folder>', 'write <path>.<format> for each document, manifest.jsonl, summary.csv, report.html')
    .option('-j, --jobs <number>', 'with --out: how many documents at once (default: one for each core)')
    .option('--shard <i/n>', 'with --out: only this part of the documents, as in 2/8')
    .option('--retry-failed', 'with --out: try documents again that failed before')
    .option('--files-from <file>', 'paths from a file, one on each line or NUL-separated; - is standard input')
    .option('--from <kind>', 'text, or jsonl: lines {"id", "text", "metadata"?} in, a result line each out', 'text');
  addDetectionOptions(command)
    .option('--terms <which>', 'used: the entries behind the mentions come along; none: they do not', 'used')
    .option('--explain', 'also say which candidates were turned down, and why')
    .option('--discover', 'also look for likely formulations that no entry lists')
    .option('--offset-encoding <unit>', 'utf-16, utf-8, utf-32: unit of start and end in json, jsonl, csv', 'utf-16')
    .option('--encoding <name>', 'of inputs without a byte order mark, as in gb18030, big5 (default: utf-8, strictly)')
    .option('--metadata <file.csv>', 'a table whose column "path" names documents; the others go into the results')
    .option(
      '--fail-on <conditions>',
      'exit 1 if a mention fits: any, layer:x, subject:x, term:x, confidence:n',
      collect,
    )
    .option('--notes <which>', 'same: which mentions get a note: first, section (first of each; default), all')
    .option('--mrk', 'same: in XLIFF, also <mrk> around the mentions')
    .option('--bom', 'begin CSV with a byte order mark, for spreadsheets')
    .option('-q, --quiet', 'no warnings, progress or totals on standard error')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTES)
    .action(async (paths: string[], flags: AnnotateFlags) => {
      const { annotate } = await import('./annotate.ts');
      report(await annotate(paths, flags, command));
    });
}
