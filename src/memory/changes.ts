/** Where two near texts differ, on both sides. */
import { diffArrays } from 'diff';
import type { Span } from '../core/model.ts';
import { placedUnits } from './units.ts';

/** A run of one text that stands in the place of a run of the other; either may be empty. */
export interface Hunk {
  readonly source: Span;
  readonly query: Span;
}

export interface Changes {
  /** What the source has and the query has not, as UTF-16 offsets into the source. */
  readonly source: readonly Span[];
  /** What the query has and the source has not, as offsets into the query. */
  readonly query: readonly Span[];
}

/** Past this many edits two texts have nothing in common worth showing, and the diff gets slow. */
const MAX_EDITS = 1000;

type Placed = ReturnType<typeof placedUnits>;

/** Walks along one side of a diff. */
class Side {
  private readonly units: Placed;
  private readonly length: number;
  private at = 0;

  constructor(text: string, units: Placed) {
    this.units = units;
    this.length = text.length;
  }

  private get end(): number {
    const before = this.units[this.at - 1];
    return before === undefined ? 0 : before.at + before.text.length;
  }

  /** The span of so many more units; an empty one stands where the next unit begins. */
  take(count: number): Span {
    const from = this.units[this.at]?.at ?? this.length;
    this.at += count;
    return { from, to: count === 0 ? from : this.end };
  }
}

interface Part {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

/** Removed and added runs that stand beside one another, as counts. */
function replacements(parts: readonly Part[]): readonly (readonly [same: number, Part[]])[] {
  const runs: [number, Part[]][] = [];
  for (const part of parts) {
    const isSame = !part.added && !part.removed;
    const last = runs.at(-1);
    if (isSame || last === undefined) runs.push([isSame ? part.count : 0, isSame ? [] : [part]]);
    else last[1].push(part);
  }
  return runs;
}

/** The hunks of a diff by units: Han characters, words, numbers, marks, tags. */
export function hunksOf(source: string, query: string): readonly Hunk[] {
  const [before, after] = [placedUnits(source), placedUnits(query)];
  const words = (units: Placed): string[] => units.map((unit) => unit.text);
  const parts = diffArrays(words(before), words(after), { maxEditLength: MAX_EDITS });
  if (parts === undefined) {
    return [{ source: { from: 0, to: source.length }, query: { from: 0, to: query.length } }];
  }
  const [left, right] = [new Side(source, before), new Side(query, after)];
  const count = (runs: readonly Part[], kind: 'added' | 'removed'): number =>
    runs.reduce((sum, part) => sum + (part[kind] ? part.count : 0), 0);
  return replacements(parts).flatMap(([same, changed]): Hunk[] => {
    left.take(same);
    right.take(same);
    if (changed.length === 0) return [];
    return [
      { source: left.take(count(changed, 'removed')), query: right.take(count(changed, 'added')) },
    ];
  });
}

/** Spans with nothing but white space between them as one; empty ones left out. */
function merged(text: string, spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    if (span.to === span.from) continue;
    const last = kept.at(-1);
    const touches = last !== undefined && text.slice(last.to, span.from).trim() === '';
    if (touches) kept[kept.length - 1] = { from: last.from, to: span.to };
    else kept.push(span);
  }
  return kept;
}

/** The spans in which two tagged texts differ. */
export function changesBetween(source: string, query: string): Changes {
  const hunks = source === query ? [] : hunksOf(source, query);
  return {
    source: merged(
      source,
      hunks.map((hunk) => hunk.source),
    ),
    query: merged(
      query,
      hunks.map((hunk) => hunk.query),
    ),
  };
}
