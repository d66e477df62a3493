/** A bounded memory of results: the least recently used go first. */

export interface Recent<Key, Value> {
  /** What was kept for a key, or what `make` gives, which is kept. */
  readonly of: (key: Key, make: () => Value) => Value;
  /** How many results are kept. */
  readonly size: () => number;
}

/**
 * @param limit how much is kept, as the sum of the results' costs; a result that costs more is not kept
 */
export function recent<Key, Value>(
  limit: number,
  costOf: (key: Key) => number,
): Recent<Key, Value> {
  const kept = new Map<Key, Value>();
  let cost = 0;

  function keep(key: Key, value: Value): void {
    if (costOf(key) > limit) return;
    kept.set(key, value);
    cost += costOf(key);
    for (const oldest of kept.keys()) {
      if (cost <= limit) break;
      kept.delete(oldest);
      cost -= costOf(oldest);
    }
  }

  return {
    of: (key, make) => {
      const found = kept.get(key);
      if (found === undefined) {
        const value = make();
        keep(key, value);
        return value;
      }
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    size: () => kept.size,
  };
}
