/** Index of the first of rising values that is not below `value`; their number when all are. */
export function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(values[middle]) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Indices of a longest strictly rising subsequence (patience sorting with back links, n log n).
 * The chain of links that keep their order is what bounds the gaps between them.
 */
export function longestRising(values: readonly number[]): number[] {
  /** Smallest value that ends a rising run of each length, and where it stands. */
  const ends: number[] = [];
  const places: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    const length = lowerBound(ends, value);
    previous.push(places[length - 1] ?? -1);
    ends[length] = value;
    places[length] = index;
  }
  const chain: number[] = [];
  for (let at = places.at(-1) ?? -1; at !== -1; at = Number(previous[at])) chain.push(at);
  return chain.reverse();
}
