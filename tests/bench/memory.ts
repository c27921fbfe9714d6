/** What annotating costs in memory: bytes allocated for a megabyte of text, the heap that stays, and the share of text that the tagger sees. */
import { Session } from 'node:inspector/promises';
import { createDetector } from '../../src/annotate/detector.ts';
import { loadLexicon } from '../../src/node/load-lexicon.ts';
import { winkTagger } from '../../src/node/wink-tagger.ts';
import { type Corpus, type Density, englishCorpus, mixedCorpus } from './corpus.ts';
import { printTable } from './table.ts';

const MB = 1_000_000;
/** Bytes between two samples of the allocation profile. */
const SAMPLING = 4096;

interface Node {
  selfSize: number;
  children: Node[];
}

const sumOf = ({ selfSize, children }: Node): number =>
  selfSize + children.reduce((sum, child) => sum + sumOf(child), 0);

/** Bytes that `work` allocates, what is collected meanwhile included, by V8's sampling. */
async function allocatedBy(work: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: SAMPLING,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  } as never);
  work();
  const { profile } = (await session.post('HeapProfiler.stopSampling')) as { profile: { head: Node } };
  session.disconnect();
  return sumOf(profile.head);
}

async function benchCorpus(corpus: Corpus): Promise<string[]> {
  let seen = 0;
  const tagger = () => ({
    isPartOfName: (sentence: string, span: { start: number; end: number }) => {
      seen += sentence.length;
      return winkTagger().isPartOfName(sentence, span);
    },
  });
  const detector = createDetector(loadLexicon(), { tagger });
  let mentions = 0;
  const read = () => {
    for (const document of corpus.documents) mentions += detector.annotate(document, { terms: 'none' }).mentions.length;
  };
  read();
  const characters = corpus.documents.reduce((sum, { length }) => sum + length, 0);
  const share = seen / characters;
  mentions = 0;
  const allocated = await allocatedBy(read);
  globalThis.gc?.();
  return [
    corpus.name,
    String(mentions),
    (allocated / corpus.bytes).toFixed(1),
    (process.memoryUsage().heapUsed / MB).toFixed(0),
    (process.resourceUsage().maxRSS / 1000).toFixed(0),
    `${(100 * share).toFixed(2)} %`,
  ];
}

export async function benchMemory(bytes: number): Promise<void> {
  const rows: string[][] = [];
  for (const density of ['none', 'sparse', 'dense'] as Density[]) {
    rows.push(await benchCorpus(englishCorpus(bytes, density)), await benchCorpus(mixedCorpus(bytes, density)));
  }
  printTable(
    'Memory of annotating',
    ['texts', 'mentions', 'bytes allocated per byte', 'heap after, MB', 'peak of the process, MB', 'seen by wink-nlp'],
    rows,
  );
}
