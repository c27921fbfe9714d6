/** `tifa discover`: likely formulations over a folder, ranked; with `--out` as draft entry files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CollectedDiscovery, DiscoveryCollection } from '../discover/collection.ts';
import type { Discovery } from '../discover/discover.ts';
import { draftEntry, draftId } from '../discover/draft-entry.ts';
import { formatJsonLine } from '../formats/json.ts';
import { printable } from '../formats/printable.ts';
import { isEncoding } from '../node/decode-text.ts';
import { toDocumentError } from '../node/document-error.ts';
import { findDocuments } from '../node/find-documents.ts';
import { loadDetector } from '../node/load.ts';
import { readDocument } from '../node/read-document.ts';
import { CommandError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { oneOf } from './option-values.ts';
import { Output, say } from './output.ts';
import { paint } from './paint.ts';

export interface DiscoverFlags {
  minDocuments: string;
  limit: string;
  out?: string;
  encoding?: string;
  format: string;
}

function wholeNumber(option: string, typed: string): number {
  if (!/^\d{1,6}$/.test(typed) || Number(typed) < 1)
    throw new UsageError(`${option}: "${printable(typed)}" is no number from 1`);
  return Number(typed);
}

function prettyLines(found: readonly CollectedDiscovery[]): string {
  return found
    .map(({ text, kind, documents, occurrences, keyness, confidence, items, contexts }) =>
      [
        `${paint('bold', printable(text))}  ${kind}, in ${documents} documents, ${occurrences} times, keyness ${keyness}, confidence ${confidence.toFixed(2)}`,
        ...(items === undefined ? [] : [`  lists: ${printable(items.join(' · '))}`]),
        ...contexts
          .slice(0, 1)
          .map(({ document, line, text: around }) =>
            paint('dim', `  ${printable(document)}:${line}  ${printable(around)}`),
          ),
        '',
      ].join('\n'),
    )
    .join('');
}

function writeDrafts(folder: string, found: readonly CollectedDiscovery[]): number {
  const written = new Set<string>();
  try {
    mkdirSync(folder, { recursive: true });
    for (const discovery of found) {
      const id = draftId(discovery);
      if (written.has(id)) continue;
      writeFileSync(join(folder, `${id}.yaml`), draftEntry(discovery), { flag: 'wx' });
      written.add(id);
    }
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const message = exists
      ? 'a draft of this name is there already: give an empty folder'
      : toDocumentError(error).message;
    throw new CommandError(`--out: ${folder}: ${message}`, { cause: error });
  }
  return written.size;
}

async function collect(paths: readonly string[], { encoding, out }: DiscoverFlags) {
  const collection = new DiscoveryCollection();
  const detector = loadDetector();
  const exclude = out === undefined ? undefined : resolve(out);
  let read = 0;
  let failed = 0;
  for (const path of paths) {
    for await (const found of findDocuments(path, exclude)) {
      if (found.kind === 'skipped') continue;
      try {
        if (found.kind === 'failed') throw found.error;
        const { text } = await readDocument(found.path, { encoding });
        const { discoveries = [] } = detector.annotate(text, { discover: true, terms: 'none' });
        collection.add(found.id, text, discoveries as (Discovery & { line: number })[]);
        read++;
      } catch (error) {
        failed++;
        say(`${printable(found.path)}: ${toDocumentError(error).message}`);
      }
    }
  }
  return { collection, read, failed };
}

/**
 * Prints the discoveries of all documents behind the paths.
 * @returns the exit code.
 * @throws {UsageError | CommandError | ClosedOutputError}
 */
export async function discoverIn(paths: readonly string[], flags: DiscoverFlags): Promise<ExitCode> {
  const format = await oneOf('--format', flags.format, ['pretty', 'jsonl']);
  const least = wholeNumber('--min-documents', flags.minDocuments);
  const limit = wholeNumber('--limit', flags.limit);
  if (flags.encoding !== undefined && !isEncoding(flags.encoding)) {
    throw new UsageError(`--encoding: "${printable(flags.encoding)}" is not known`);
  }
  const { collection, read, failed } = await collect(paths, flags);
  const found = collection.ranked().filter(({ documents }) => documents >= least);
  const listed = found.slice(0, limit);
  const output = new Output();
  await output.write(format === 'jsonl' ? listed.map((one) => formatJsonLine(one)).join('') : prettyLines(listed));
  const drafts = flags.out === undefined ? 0 : writeDrafts(flags.out, listed);
  say(
    `${read} documents read, ${found.length} wordings found${drafts === 0 ? '' : `, ${drafts} drafts in ${flags.out}`}`,
  );
  if (read === 0) return EXIT.allFailed;
  return failed > 0 ? EXIT.someFailed : EXIT.ok;
}
