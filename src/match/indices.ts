/** Arrays of indices that take no more room than their largest needs: what is read at every start is paid for by its size. */
export type Indices = Uint16Array | Uint32Array;

/** The values as 16-bit numbers where all fit, else as 32-bit ones. */
export function narrow(values: ArrayLike<number>): Indices {
  for (let i = 0; i < values.length; i++) {
    if ((values[i] as number) > 0xffff) return values instanceof Uint32Array ? values : new Uint32Array(values);
  }
  return new Uint16Array(values);
}

/** Where each of several runs begins that follow each other, and the end of the last. */
export function startsOf(lengths: readonly number[]): Indices {
  const starts = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = (starts[i] as number) + (lengths[i] as number);
  return narrow(starts);
}

/** The units of words that follow each other. */
export function unitsOf(words: readonly string[]): Uint16Array {
  const joined = words.join('');
  const units = new Uint16Array(joined.length);
  for (let i = 0; i < units.length; i++) units[i] = joined.charCodeAt(i);
  return units;
}
