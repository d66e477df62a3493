import type { PairView } from './check.ts';

/** What several checks need of a pair, worked out once for all of them. */
export function once<T>(make: (view: PairView) => T): (view: PairView) => T {
  const known = new WeakMap<PairView, { readonly value: T }>();
  return (view) => {
    const before = known.get(view);
    if (before !== undefined) return before.value;
    const value = make(view);
    known.set(view, { value });
    return value;
  };
}
