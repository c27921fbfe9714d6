/** Answers that lie in pieces, as JSON does that was partly kept. */
import type { Response } from 'express';
import { mayCompress } from './middleware/compression.ts';

/**
 * Sends the pieces as one answer. They go to the system as they lie, without being copied into one; only a compressor gets them as one,
 * since it works on many little ones far more slowly.
 */
export function sendPieces(response: Response, pieces: readonly Uint8Array[]): void {
  if (mayCompress(response.req)) {
    response.send(Buffer.concat(pieces));
    return;
  }
  response.set('Content-Length', String(pieces.reduce((sum, { length }) => sum + length, 0)));
  for (const piece of pieces) response.write(piece);
  response.end();
}
