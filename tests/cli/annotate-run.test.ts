import { expect, test } from 'vitest';
import { createDetector, type Detector } from '../../src/annotate/detector.ts';
import { requestOf } from '../../src/cli/annotate-request.ts';
import { AnnotateRun } from '../../src/cli/annotate-run.ts';
import { ClosedOutputError } from '../../src/cli/errors.ts';
import type { InputDocument } from '../../src/cli/inputs.ts';
import { Progress } from '../../src/cli/progress.ts';
import type { Sink } from '../../src/cli/sinks.ts';
import { contentOf } from '../../src/node/read-document.ts';
import { lexicon } from '../formats/annotated.ts';

const input: InputDocument = {
  kind: 'document',
  id: 'a',
  path: 'a.txt',
  output: 'a.txt',
  read: async () => contentOf({ text: 'Red Engine', skipped: [], warnings: [] }),
};

async function runWith(part: { detector?: Detector; sink?: Partial<Sink> }) {
  const failures: string[] = [];
  const nothing = async () => {};
  const sink: Sink = {
    begin: nothing,
    add: nothing,
    skip: nothing,
    end: nothing,
    fail: async (_, { code }) => {
      failures.push(code);
    },
    ...part.sink,
  };
  const progress = new Progress(true);
  const run = new AnnotateRun({
    request: await requestOf(['-'], { format: 'json' }),
    detector: part.detector ?? createDetector(lexicon),
    sink,
    failOn: () => false,
    progress,
    signal: new AbortController().signal,
  });
  return { run, progress, failures };
}

test('what goes wrong with one document stays with it', async () => {
  const detector: Detector = {
    lexicon,
    annotate() {
      throw new RangeError('Invalid string length');
    },
  };
  const { run, failures } = await runWith({ detector });
  await run.take(input);
  expect(failures).toEqual(['unexpected']);
  expect(run.exitCode(false)).toBe(4);
});

test('a reader that has gone ends the run', async () => {
  const { run, progress } = await runWith({ sink: { add: () => Promise.reject(new ClosedOutputError()) } });
  await expect(run.take(input)).rejects.toBeInstanceOf(ClosedOutputError);
  expect(progress.failed).toBe(0);
});

test('an interruption counts more than anything else', async () => {
  const { run, progress } = await runWith({});
  await run.take(input);
  progress.failed = 1;
  expect([run.exitCode(false), run.exitCode(true)]).toEqual([3, 130]);
});
