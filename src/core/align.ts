/**
 * Aligns the sentences of a paragraph with those of its translation by length (after Gale and Church,
 * "A Program for Aligning Sentences in Bilingual Corpora", 1993), for text that arrives in both
 * languages. The result is a draft for a person to look at, never a reviewed pair.
 */

/** A run of source sentences and the run of target sentences that stands for it. */
export interface Bead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Shapes of beads (source, target) and what they cost: −log of how often news has them. */
const SHAPES: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.2],
  [1, 2, 2.7],
  [2, 1, 3],
  [1, 3, 4],
  [3, 1, 4.6],
  [2, 2, 4.4],
  [1, 0, 4.8],
  [0, 1, 4.8],
];

/** How far a bead's lengths are from the paragraph's own ratio, as a cost. */
function lengthCost(source: number, target: number, ratio: number): number {
  if (source === 0 || target === 0) return 0;
  const deviation = (target - source * ratio) / Math.sqrt(6.8 * (source * ratio + target) * 0.5);
  return (deviation * deviation) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

interface Step {
  readonly cost: number;
  readonly shape: readonly [number, number, number];
}

const START: Step = { cost: 0, shape: [0, 0, 0] };

function bestStep(
  costs: readonly (readonly Step[])[],
  lengths: { readonly source: readonly number[]; readonly target: readonly number[] },
  [row, column]: readonly [number, number],
): Step {
  const ratio = sum(lengths.target) / Math.max(1, sum(lengths.source));
  let best: Step = { cost: Number.POSITIVE_INFINITY, shape: [0, 0, 0] };
  for (const shape of SHAPES) {
    const [rows, columns, price] = shape;
    const before = costs[row - rows]?.[column - columns];
    if (before === undefined) continue;
    const source = sum(lengths.source.slice(row - rows, row));
    const target = sum(lengths.target.slice(column - columns, column));
    const cost = before.cost + price + lengthCost(source, target, ratio);
    if (cost < best.cost) best = { cost, shape };
  }
  return best;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Follows the cheapest steps back from the end. */
function trace(costs: readonly (readonly Step[])[], rows: number, columns: number): Bead[] {
  const beads: Bead[] = [];
  let row = rows;
  let column = columns;
  while (row > 0 || column > 0) {
    const [height, width] = (costs[row] as readonly Step[])[column]?.shape ?? [row, column];
    beads.push({ source: range(row - height, row), target: range(column - width, column) });
    row -= height;
    column -= width;
  }
  return beads.reverse();
}

/**
 * @param source lengths of the source sentences, in characters
 * @param target lengths of the target sentences
 */
export function alignByLength(source: readonly number[], target: readonly number[]): Bead[] {
  const costs: Step[][] = [];
  for (let row = 0; row <= source.length; row += 1) {
    const line: Step[] = [];
    costs.push(line);
    for (let column = 0; column <= target.length; column += 1) {
      const start = row === 0 && column === 0;
      line.push(start ? START : bestStep(costs, { source, target }, [row, column]));
    }
  }
  return trace(costs, source.length, target.length);
}
