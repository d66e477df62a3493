import { longestRising, lowerBound } from './rising.ts';

/** Links between today's segments and known ones, by index on both sides. */
export type Links = Map<number, number>;

interface Places {
  readonly now: number[];
  readonly known: number[];
}

function placesByText(
  now: readonly string[],
  known: readonly (readonly string[])[],
): Map<string, Places> {
  const places = new Map<string, Places>();
  for (const [index, text] of now.entries()) {
    const entry = places.get(text) ?? { now: [], known: [] };
    entry.now.push(index);
    places.set(text, entry);
  }
  for (const [index, texts] of known.entries()) {
    for (const text of new Set(texts)) places.get(text)?.known.push(index);
  }
  return places;
}

/** The chain of links that keep their order: pairs `[now, known]`, rising on both sides. */
export function orderedChain(links: Links): [number, number][] {
  const pairs = [...links].sort((a, b) => a[0] - b[0]);
  return longestRising(pairs.map((pair) => pair[1])).flatMap((index) => {
    const pair = pairs[index];
    return pair === undefined ? [] : [pair];
  });
}

/** The gap of known positions in which a segment is expected, from the chain's neighbours. */
export function gapFinder(
  chain: readonly (readonly [number, number])[],
  knownCount: number,
): (now: number) => { readonly from: number; readonly to: number } {
  const starts = chain.map((pair) => pair[0]);
  return (now) => {
    const next = lowerBound(starts, now);
    const before = chain[next - 1]?.[1] ?? -1;
    return { from: before + 1, to: chain[next]?.[1] ?? knownCount };
  };
}

function nearestTo(
  candidates: readonly number[],
  gap: { from: number; to: number },
): number | null {
  let best: number | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const outside = candidate < gap.from ? gap.from - candidate : candidate - gap.to + 1;
    const distance = Math.max(0, outside);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Links equal texts. A text that is there equally often on both sides is linked in order; the rest
 * goes to the known segment nearest to where the neighbours say it should be.
 * @param known the texts that each known segment has had, newest first
 */
export function exactLinks(now: readonly string[], known: readonly (readonly string[])[]): Links {
  const links: Links = new Map();
  const used = new Set<number>();
  const link = (from: number, to: number): void => {
    if (used.has(to)) return;
    links.set(from, to);
    used.add(to);
  };
  const uneven: Places[] = [];
  for (const places of placesByText(now, known).values()) {
    if (places.now.length !== places.known.length) uneven.push(places);
    else for (const [nth, index] of places.now.entries()) link(index, places.known[nth] ?? -1);
  }
  const gapOf = gapFinder(orderedChain(links), known.length);
  for (const places of uneven) {
    for (const index of places.now) {
      const free = places.known.filter((candidate) => !used.has(candidate));
      const best = nearestTo(free, gapOf(index));
      if (best !== null) link(index, best);
    }
  }
  return links;
}
