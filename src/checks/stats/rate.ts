/** A share of cases, with what can be said of it from so many. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
  /** `hits / of`; 0 of none. */
  readonly share: number;
  /** Bounds of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** 97.5 % of the normal distribution lie below. */
const Z = 1.959964;

/** With the score interval of Wilson (1927), which holds for few cases and for none at all. */
export function rateOf(hits: number, of: number): Rate {
  if (of === 0) return { hits, of, share: 0, low: 0, high: 1 };
  const share = hits / of;
  const square = Z * Z;
  const middle = share + square / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share) + square / (4 * of)) / of);
  const scale = 1 + square / of;
  const low = Math.max(0, (middle - spread) / scale);
  return { hits, of, share, low, high: Math.min(1, (middle + spread) / scale) };
}
