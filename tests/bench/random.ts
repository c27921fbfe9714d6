/** A seeded generator (mulberry32), so that every run of the bench reads the same texts. */
export interface Random {
  /** A number from 0 to 1, 1 left out. */
  next(): number;
  /** An integer from 0 to `below`, `below` left out. */
  integer(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** Picks with the first ones far more often than the last: rank by a power law, as words are used. */
  pickByRank<T>(from: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return {
    next,
    integer,
    pick: (from) => from[integer(from.length)] as (typeof from)[number],
    pickByRank: (from) => from[Math.floor(from.length * next() ** 3)] as (typeof from)[number],
  };
}
