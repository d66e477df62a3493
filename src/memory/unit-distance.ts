/** Levenshtein distance over numbered units, in the band that a limit leaves (Ukkonen, 1985). */

let before = new Int32Array(256);
let after = new Int32Array(256);

function reserve(length: number): void {
  if (before.length > length) return;
  before = new Int32Array(length * 2);
  after = new Int32Array(length * 2);
}

function sharedStart(a: Int32Array, b: Int32Array): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

function sharedEnd(a: Int32Array, b: Int32Array, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count += 1;
  return count;
}

/** A cell of a row that was filled. */
function cell(row: Int32Array, column: number): number {
  return row[column] ?? 0;
}

/** One row of the table, only between the two columns; its least value. */
function fillRow(unit: number, b: Int32Array, from: number, to: number): number {
  let left = cell(after, from - 1);
  let least = left;
  for (let column = from; column <= to; column += 1) {
    const replaced = cell(before, column - 1) + (unit === b[column - 1] ? 0 : 1);
    left = Math.min(replaced, cell(before, column) + 1, left + 1);
    after[column] = left;
    if (left < least) least = left;
  }
  return least;
}

/** Nothing in the table is larger than `limit + 1`: what lies outside the band is that. */
function banded(a: Int32Array, b: Int32Array, limit: number): number {
  reserve(b.length + 2);
  const beyond = limit + 1;
  for (let column = 0; column <= b.length; column += 1) before[column] = Math.min(column, beyond);
  for (let row = 1; row <= a.length; row += 1) {
    const from = Math.max(1, row - limit);
    const edge = row + limit;
    after[from - 1] = from === 1 ? Math.min(row, beyond) : beyond;
    // The row before ended one column earlier.
    if (edge <= b.length) before[edge] = beyond;
    if (fillRow(cell(a, row - 1), b, from, Math.min(b.length, edge)) > limit) return beyond;
    [before, after] = [after, before];
  }
  return Math.min(cell(before, b.length), beyond);
}

/** Insertions, removals and replacements that make one of the other; `limit + 1` for any more than `limit`. */
export function unitDistance(a: Int32Array, b: Int32Array, limit: number): number {
  const most = Math.max(0, Math.min(limit, Math.max(a.length, b.length)));
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const start = sharedStart(a, b);
  const end = sharedEnd(a, b, start);
  const [x, y] = [a.subarray(start, a.length - end), b.subarray(start, b.length - end)];
  if (x.length === 0 || y.length === 0) return Math.max(x.length, y.length);
  return banded(x, y, most);
}
