/** A worker that reads documents and writes them back, so that a hostile one cannot stop the process. */
import { parentPort } from 'node:worker_threads';
import { annotatedBytes } from './annotate-file.ts';
import { toDocumentError } from './document-error.ts';
import type { DocumentAnswer, DocumentTask } from './document-pool.ts';
import { readBytes } from './read-document.ts';

async function answer(task: DocumentTask): Promise<DocumentAnswer> {
  try {
    if (task.kind === 'read') {
      return { kind: 'read', content: await readBytes(task.bytes, task.format, { encoding: task.encoding }) };
    }
    return { kind: 'write', bytes: await annotatedBytes(task.content, task.result, task.notes) };
  } catch (error) {
    const { code, message } = toDocumentError(error, 'unexpected');
    return { kind: 'failed', code, message };
  }
}

parentPort?.on('message', async (task: DocumentTask) => {
  parentPort?.postMessage(await answer(task));
});
