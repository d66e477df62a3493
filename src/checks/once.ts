import type { PairView } from './check.ts';

/** What has been worked out of a pair, by maker: one entry a pair costs little, one a maker and pair much. */
const known = new WeakMap<PairView, unknown[]>();
let makers = 0;

function keptOf(view: PairView): unknown[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const kept: unknown[] = [];
  known.set(view, kept);
  return kept;
}

/** What several checks need of a pair, worked out once for all of them. */
export function once<T extends {}>(make: (view: PairView) => T): (view: PairView) => T {
  const maker = makers;
  makers += 1;
  return (view) => {
    const kept = keptOf(view);
    const before = kept[maker];
    if (before !== undefined) return before as T;
    const value = make(view);
    kept[maker] = value;
    return value;
  };
}
