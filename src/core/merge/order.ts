/**
 * The keys of both sides: ours in our order, each new one of theirs before the key that follows it there.
 * With the article not at hand this is the best guess at its order; the next write puts it right.
 */
export function unitedOrder(ours: Iterable<string>, theirs: Iterable<string>): string[] {
  const known = new Set(ours);
  const before = new Map<string, string[]>();
  let waiting: string[] = [];
  for (const key of theirs) {
    if (!known.has(key)) waiting.push(key);
    else if (waiting.length > 0) {
      before.set(key, waiting);
      waiting = [];
    }
  }
  return [...[...known].flatMap((key) => [...(before.get(key) ?? []), key]), ...waiting];
}
