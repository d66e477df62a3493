/** Finds which paragraphs of a bilingual page are each other's translation. */
import type { Lang } from '../../core/model.ts';
import { likeness } from './likeness.ts';

export interface Unit {
  readonly lang: Lang;
  readonly text: string;
}

/** Unit `source` and the one or two units that translate it, by index. */
export interface UnitPair {
  readonly source: number;
  readonly targets: readonly number[];
  readonly targetLang: Lang;
  readonly score: number;
  readonly shared: number;
  readonly numbers: number;
}

/** What a shared number adds, and what a translation given in two parts costs. */
const NUMBER_BONUS = 0.3;
const SPLIT_COST = 0.3;
const LENIENCE = 0.7;
/** One run of paragraphs is compared with the next one in no more steps than this. */
const MAX_RUN = 400;

interface Cell {
  readonly score: number;
  readonly pair: UnitPair | null;
  readonly before: Cell | null;
}

/** Units with what a page that says it is bilingual is forgiven: excerpts, free translations. */
interface Run {
  readonly units: readonly Unit[];
  readonly lenience: number;
}

function scored({ units, lenience }: Run, source: number, targets: readonly number[]): UnitPair {
  const textOf = (index: number): string => units[index]?.text ?? '';
  const targetLang = units[targets[0] ?? source]?.lang ?? 'en';
  const [text, other] = [textOf(source), targets.map(textOf).join(' ')];
  const { length, shared, numbers } =
    targetLang === 'en' ? likeness(text, other) : likeness(other, text);
  const bonus = numbers === 0 ? 0 : (NUMBER_BONUS * shared) / numbers;
  const score = length + lenience + bonus - SPLIT_COST * (targets.length - 1);
  return { source, targets, targetLang, shared, numbers, score };
}

function betterOf(cells: readonly (Cell | null)[]): Cell {
  let best: Cell = { score: -Infinity, pair: null, before: null };
  for (const cell of cells) if (cell !== null && cell.score > best.score) best = cell;
  return best;
}

function extended(before: Cell | undefined, pair: UnitPair): Cell | null {
  if (before === undefined || pair.score <= 0) return null;
  return { score: before.score + pair.score, pair, before };
}

const START: Cell = { score: 0, pair: null, before: null };

/** One row of the table: the best cell for each number of targets used so far. */
function nextRow(run: Run, above: readonly Cell[], source: number, middle: number): Cell[] {
  const row: Cell[] = [START];
  for (let at = 1; at < above.length; at += 1) {
    const target = middle + at - 1;
    const one = extended(above[at - 1], scored(run, source, [target]));
    const two = extended(above[at - 2], scored(run, source, [target - 1, target]));
    row.push(betterOf([row[at - 1] ?? null, above[at] ?? null, one, two]));
  }
  return row;
}

/** The best order-keeping pairing of two neighbouring runs; a unit of either may stay alone. */
function alignRuns(run: Run, [from, middle, to]: readonly [number, number, number]): UnitPair[] {
  if (to - from > MAX_RUN) return [];
  let row: Cell[] = Array.from({ length: to - middle + 1 }, () => START);
  for (let source = from; source < middle; source += 1) row = nextRow(run, row, source, middle);
  const pairs: UnitPair[] = [];
  for (let cell = row.at(-1) ?? null; cell !== null; cell = cell.before) {
    if (cell.pair !== null) pairs.unshift(cell.pair);
  }
  return pairs;
}

/** Bounds of the runs of units in one language. */
function runBounds(units: readonly Unit[]): number[] {
  const starts = units.flatMap(({ lang }, index) =>
    lang === units[index - 1]?.lang ? [] : [index],
  );
  return [...starts, units.length];
}

/**
 * Pairs each run in `sourceLang` with the run that follows it.
 * @param said the page says that it is bilingual
 */
export function pairUp(units: readonly Unit[], sourceLang: Lang, said: boolean): UnitPair[] {
  const bounds = runBounds(units);
  return bounds.flatMap((from, index) => {
    const middle = bounds[index + 1];
    const to = bounds[index + 2];
    if (middle === undefined || to === undefined || units[from]?.lang !== sourceLang) return [];
    return alignRuns({ units, lenience: said ? LENIENCE : 0 }, [from, middle, to]);
  });
}
