/** Finds out whether rows have only moved up or down: a list that was scrolled by a few rows. */

/** The rows from `first` to `last` moved up by `by` rows (down, when it is negative). */
export interface Shift {
  readonly first: number;
  readonly last: number;
  readonly by: number;
}

/** A list is scrolled by one row, or a few when keys came fast. */
const FARTHEST = 4;
/** Fewer rows are not worth the bytes. */
const FEWEST = 4;

/** The rows that stand by so many rows lower on the old screen than on the new one. */
function movedBy(before: readonly string[], after: readonly string[], by: number): number[] {
  return after.flatMap((row, y) =>
    row.trim() !== '' && row !== before[y] && row === before[y + by] ? [y] : [],
  );
}

/** The way most rows went, or null when too few went together. */
export function shiftBetween(before: readonly string[], after: readonly string[]): Shift | null {
  let best: Shift | null = null;
  let most = FEWEST - 1;
  for (let far = 1; far <= FARTHEST; far += 1) {
    for (const by of [far, -far]) {
      const moved = movedBy(before, after, by);
      const first = moved[0] ?? 0;
      const last = moved.at(-1) ?? 0;
      // Rows between them that are others must be few: they are written again.
      if (moved.length <= most || moved.length * 2 < last - first + 1) continue;
      most = moved.length;
      best = { first: Math.min(first, first + by), last: Math.max(last, last + by), by };
    }
  }
  return best;
}

/** The rows after a shift; those that came free are empty. */
export function shifted(rows: readonly string[], { first, last, by }: Shift): readonly string[] {
  return rows.map((row, y) => {
    if (y < first || y > last) return row;
    const from = y + by;
    return from < first || from > last ? '' : (rows[from] ?? '');
  });
}
