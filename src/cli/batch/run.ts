/**
 * `tifa annotate … --out`: all documents on all cores. Workers write each output and note it in a journal; at the end the manifest, the
 * summary and the report are made from manifest and journal, whichever run did what. Killed at any moment and run again, it goes on.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { CompiledLexicon } from '../../context/compiled.ts';
import { isSystemError } from '../../node/document-error.ts';
import { ENGINE_VERSION } from '../../version.ts';
import type { AnnotateRequest } from '../annotate-request.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Interruption } from '../interruption.ts';
import { say } from '../output.ts';
import { Progress } from '../progress.ts';
import { warnOfMetadata } from '../warnings.ts';
import { BatchRun } from './batch-run.ts';
import { cannotGoOn } from './journal.ts';
import { type PlanParts, plan, type RunFiles, runFiles } from './plan.ts';
import { WorkerPool } from './pool.ts';
import { lockOut, prepare, settingsOf } from './prepare.ts';

/**
 * Finds the documents, then has all of them annotated.
 * @returns the paths of those without a row of metadata, where there are any.
 */
async function annotateAll(run: BatchRun, pool: WorkerPool, parts: PlanParts): Promise<string[]> {
  const missing: string[] = [];
  try {
    for await (const planned of plan(parts)) {
      run.add(planned);
      pool.expect(run.documents);
      if (planned.kind === 'item' && parts.request.metadata !== undefined && !planned.hasMetadata)
        missing.push(planned.item.path);
    }
    run.allAdded();
    // What is needed at the end is loaded while the workers are at work.
    await Promise.all([pool.run(), import('./finish.ts')]);
  } finally {
    pool.end();
  }
  return missing;
}

interface RunParts {
  request: AnnotateRequest & { out: string };
  lexicon: CompiledLexicon;
  files: RunFiles;
  signal: AbortSignal;
}

/** From the documents to the three files, in a folder that is ready. */
async function annotateAndFinish({ request, lexicon, files, signal }: RunParts): Promise<BatchRun> {
  const { out } = request;
  const earlier = prepare(out, files);
  const run = new BatchRun({ out, files, earlier, progress: new Progress(request.isQuiet) });
  const settings = settingsOf(request, out, files);
  const pool = new WorkerPool({ client: run, settings, jobs: request.jobs ?? availableParallelism(), signal });
  const parts = { request, settings, earlier, engine: ENGINE_VERSION, lexicon: lexicon.digest };
  const missing = await annotateAll(run, pool, parts);
  const { finishRun } = await import('./finish.ts');
  await finishRun({ files, order: run.order, lexicon, request });
  earlier.close();
  rmSync(files.temporary, { recursive: true, force: true });
  rmSync(files.journal, { force: true });
  if (!signal.aborted) warnOfMetadata(request, missing, run.progress);
  return run;
}

/**
 * Annotates everything that the request names into its output folder.
 * @throws {CommandError} when the folder cannot be written to, or no longer; {@link UsageError} when another run writes to it.
 */
export async function runBatch(
  request: AnnotateRequest & { out: string },
  lexicon: CompiledLexicon,
  { signal }: Interruption,
): Promise<ExitCode> {
  const { out, shard } = request;
  const files = runFiles(out, shard);
  let run: BatchRun;
  const unlock = lockOut(out, files);
  try {
    run = await annotateAndFinish({ request, lexicon, files, signal });
  } catch (error) {
    throw isSystemError(error) ? cannotGoOn(out, error) : error;
  } finally {
    unlock();
  }
  const { progress } = run;
  const seen = progress.done + progress.unchanged + progress.failed;
  progress.finish(request.isBatch && seen > 0, out, signal.aborted);
  if (seen === 0 && !signal.aborted && shard === undefined) {
    say('no document found');
    return EXIT.allFailed;
  }
  if (signal.aborted) return EXIT.interrupted;
  if (progress.failed > 0) return progress.done + progress.unchanged === 0 ? EXIT.allFailed : EXIT.someFailed;
  return run.hasFound ? EXIT.found : EXIT.ok;
}
