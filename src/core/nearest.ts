/**
 * The candidate a person most likely meant, or null when none is near: at most a third of the
 * letters (and at most three) differ. Damerau–Levenshtein distance, optimal string alignment.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`. For short words. */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => Number(table[row * width + column]);
  const isSwap = (row: number, column: number): boolean =>
    row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  const cost = (row: number, column: number): number => {
    if (row === 0 || column === 0) return row + column;
    const replace = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
    const best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replace);
    return isSwap(row, column) ? Math.min(best, at(row - 2, column - 2) + 1) : best;
  };
  for (let row = 0; row <= a.length; row += 1) {
    for (let column = 0; column < width; column += 1)
      table[row * width + column] = cost(row, column);
  }
  return at(a.length, b.length);
}
