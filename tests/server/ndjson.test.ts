import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../server/ndjson.ts';

async function read(chunks: readonly Uint8Array[], limit: number): Promise<[number, string | undefined][]> {
  const lines: [number, string | undefined][] = [];
  for await (const { number, bytes } of linesOf(chunks as unknown as AsyncIterable<Uint8Array>, limit)) {
    lines.push([number, bytes === undefined ? undefined : Buffer.from(bytes).toString()]);
  }
  return lines;
}

test('lines are the same however the stream is cut; long ones are dropped, blank ones counted', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '新', '\r'), maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat(60)), fc.boolean(), async (lines, cuts, isClosed) => {
      const bytes = Buffer.from(lines.join('\n') + (isClosed ? '\n' : ''));
      const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const chunks = edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
      const expected = lines.flatMap((text, i) => {
        const isLong = Buffer.byteLength(text) > 6;
        return text.trim() === '' && !isLong ? [] : [[i + 1, isLong ? undefined : text]];
      });
      expect(await read(chunks, 6)).toEqual(expected);
    }),
  );
});
