/** A share with its 95 % Wilson score interval. */
export interface Share {
  count: number;
  of: number;
  /** From 0 to 1; not a number where `of` is 0. */
  share: number;
  low: number;
  high: number;
}

/** Standard normal quantile for 95 %. */
const Z = 1.959964;

/** The share `count / of` with its interval; the whole range where nothing was counted. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: Number.NaN, low: 0, high: 1 };
  const p = count / of;
  const z2 = (Z * Z) / of;
  const middle = (p + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of));
  return { count, of, share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** As printed: share, interval, n. */
export function formatShare({ count, of, share, low, high }: Share): string {
  return of === 0 ? '–, n = 0' : `${percent(share)} (${percent(low)}–${percent(high)}), n = ${count}/${of}`;
}
