import { gapFinder, orderedChain, type Links } from './exact.ts';
import { lowerBound } from './rising.ts';
import { similarity, type Comparable } from './similarity.ts';

/** Accepted inside the gap between two anchors, and anywhere else. */
const INSIDE = 0.4;
const OUTSIDE = 0.6;
const GAP_BONUS = 0.1;
/** Known segments outside the gap that one segment is scored against at most. */
const OUTSIDE_CANDIDATES = 8;
/** Units that stand in more segments than this say nothing about where a segment came from. */
const MAX_LIST = 100;
/** The rarest units of a text that are looked up: what bounds the work for one segment. */
const RAREST = 12;
/** So alike inside its gap, a segment is not looked for elsewhere. */
const CERTAIN = 0.75;
/** Known segments of one gap that are scored one by one; in larger gaps the index chooses. */
const SMALL_GAP = 40;

interface Candidate {
  readonly now: number;
  readonly known: number;
  readonly score: number;
}

/** Unlinked known segments by unit, so that a distant move is found without comparing all. */
class UnitIndex {
  private readonly lists = new Map<string, number[]>();

  constructor(known: readonly Comparable[], free: readonly number[]) {
    for (const index of free) {
      for (const unit of known[index]?.weights.keys() ?? []) {
        const list = this.lists.get(unit);
        if (list === undefined) this.lists.set(unit, [index]);
        else list.push(index);
      }
    }
  }

  private rarest(text: Comparable): readonly (readonly number[])[] {
    return [...text.weights.keys()]
      .map((unit) => this.lists.get(unit) ?? [])
      .filter((list) => list.length > 0 && list.length <= MAX_LIST)
      .sort((a, b) => a.length - b.length)
      .slice(0, RAREST);
  }

  /** The known segments that share most rare units with a text, most first. */
  nearest(text: Comparable): number[] {
    const counts = new Map<number, number>();
    for (const list of this.rarest(text)) {
      for (const index of list) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, OUTSIDE_CANDIDATES)
      .map(([index]) => index);
  }
}

interface Search {
  /** Unlinked known segments, rising. */
  readonly free: readonly number[];
  readonly gapOf: ReturnType<typeof gapFinder>;
  readonly index: UnitIndex;
  readonly known: readonly Comparable[];
}

/** Known segments that a segment is scored against: those of its gap, and the nearest elsewhere. */
function candidatesOf(at: number, text: Comparable, search: Search): readonly Candidate[] {
  const { free, gapOf, index, known } = search;
  const gap = gapOf(at);
  const inGap = free.slice(lowerBound(free, gap.from), lowerBound(free, gap.to));
  const scored = (others: readonly number[]): Candidate[] =>
    others.flatMap((other) => {
      const inside = other >= gap.from && other < gap.to;
      const value = similarity(text, known[other] as Comparable);
      if (value < (inside ? INSIDE : OUTSIDE)) return [];
      return [{ now: at, known: other, score: value + (inside ? GAP_BONUS : 0) }];
    });
  const near = scored(inGap.length <= SMALL_GAP ? inGap : []);
  if (near.some((candidate) => candidate.score >= CERTAIN)) return near;
  const seen = new Set(near.map((candidate) => candidate.known));
  return [...near, ...scored(index.nearest(text).filter((other) => !seen.has(other)))];
}

/**
 * Adds links between segments that are alike but not equal: the best first, each segment once.
 * @param now today's segments; the linked ones are left as they are
 */
export function linkSimilar(
  links: Links,
  now: readonly Comparable[],
  known: readonly Comparable[],
): void {
  const used = new Set(links.values());
  const free = known.flatMap((_, index) => (used.has(index) ? [] : [index]));
  if (free.length === 0) return;
  const search: Search = {
    free,
    gapOf: gapFinder(orderedChain(links), known.length),
    index: new UnitIndex(known, free),
    known,
  };
  const candidates = now.flatMap((text, at) =>
    links.has(at) ? [] : candidatesOf(at, text, search),
  );
  candidates.sort((a, b) => b.score - a.score || a.now - b.now || a.known - b.known);
  for (const candidate of candidates) {
    if (links.has(candidate.now) || used.has(candidate.known)) continue;
    links.set(candidate.now, candidate.known);
    used.add(candidate.known);
  }
}
