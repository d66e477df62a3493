/**
 * Finds sentences that were split or merged: a run of new segments that together are one known
 * segment, or one new segment that is a run of known ones. The first of a run has the key.
 */
import { gapFinder, orderedChain, type Links } from './exact.ts';
import { joined, similarity, type Comparable } from './similarity.ts';

/** A run and the whole are this alike: their words are the same but for the signs between. */
const SAME = 0.85;
const LONGEST_RUN = 4;
/** Unlinked segments on one side of a gap beyond which runs are not looked for. */
const MAX_GAP = 24;

interface Gap {
  readonly now: readonly number[];
  readonly known: readonly number[];
}

/** Stretches of neighbouring unlinked segments, with the unlinked known ones expected there. */
function gapsOf(links: Links, nowCount: number, knownCount: number): Gap[] {
  const gapOf = gapFinder(orderedChain(links), knownCount);
  const used = new Set(links.values());
  const gaps: Gap[] = [];
  for (let at = 0; at < nowCount; at += 1) {
    if (links.has(at)) continue;
    const now = [at];
    while (at + 1 < nowCount && !links.has(at + 1)) now.push((at += 1));
    const { from, to } = gapOf(now[0] ?? 0);
    const inside =
      to - from > MAX_GAP * 4 ? [] : Array.from({ length: to - from }, (_, i) => from + i);
    gaps.push({ now, known: inside.filter((index) => !used.has(index)) });
  }
  return gaps.filter(({ now, known }) => now.length <= MAX_GAP && known.length <= MAX_GAP);
}

interface Found {
  /** Place of the run's first segment, and of the one on the other side. */
  readonly first: number;
  readonly whole: number;
  readonly length: number;
  readonly score: number;
}

/** Every run of two or more neighbours. */
function runsOf(places: readonly number[]): (readonly number[])[] {
  return places.flatMap((first, start) =>
    Array.from({ length: LONGEST_RUN - 1 }, (_, more) =>
      places.slice(start, start + more + 2),
    ).filter((run, more) => run.length === more + 2 && run.at(-1) === first + more + 1),
  );
}

/** The best run among `parts` for each of `wholes`. Runs are of neighbours only. */
function findRuns(
  parts: readonly number[],
  wholes: readonly number[],
  textOf: { readonly part: (at: number) => Comparable; readonly whole: (at: number) => Comparable },
): Found[] {
  const found = runsOf(parts).flatMap((run): Found[] => {
    const text = joined(run.map(textOf.part));
    return wholes.flatMap((whole) => {
      const score = similarity(text, textOf.whole(whole));
      return score < SAME ? [] : [{ first: run[0] ?? 0, whole, length: run.length, score }];
    });
  });
  return found.sort((a, b) => b.score - a.score || a.first - b.first);
}

/** Takes the best runs that do not overlap. */
function choose(found: readonly Found[]): Found[] {
  const parts = new Set<number>();
  const wholes = new Set<number>();
  return found.filter(({ first, whole, length }) => {
    const run = Array.from({ length }, (_, index) => first + index);
    if (wholes.has(whole) || run.some((part) => parts.has(part))) return false;
    wholes.add(whole);
    for (const part of run) parts.add(part);
    return true;
  });
}

/** Segments that belong to a split or a merge beside the first: nothing else may be linked to them. */
export interface PartsUsed {
  readonly now: ReadonlySet<number>;
  readonly known: ReadonlySet<number>;
}

/** Adds links for splits and merges, and says which segments are the later parts of one. */
export function linkParts(
  links: Links,
  now: readonly Comparable[],
  known: readonly Comparable[],
): PartsUsed {
  const used = { now: new Set<number>(), known: new Set<number>() };
  const taken = new Set(links.values());
  const textNow = (at: number): Comparable => now[at] as Comparable;
  const textKnown = (at: number): Comparable => known[at] as Comparable;
  for (const gap of gapsOf(links, now.length, known.length)) {
    const splits = findRuns(gap.now, gap.known, { part: textNow, whole: textKnown });
    for (const { first, whole, length } of choose(splits)) {
      links.set(first, whole);
      taken.add(whole);
      for (let part = 1; part < length; part += 1) used.now.add(first + part);
    }
    const openNow = gap.now.filter((at) => !links.has(at) && !used.now.has(at));
    const openKnown = gap.known.filter((at) => !taken.has(at));
    const merges = findRuns(openKnown, openNow, { part: textKnown, whole: textNow });
    for (const { first, whole, length } of choose(merges)) {
      links.set(whole, first);
      for (let part = 1; part < length; part += 1) used.known.add(first + part);
    }
  }
  return used;
}
