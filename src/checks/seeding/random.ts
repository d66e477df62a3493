/** Chance that is the same for the same seed: the statistics must come out alike twice. */

/** A number from 0 to below 1. */
export type Random = () => number;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** A source of its own for everything that has a name: the order of the calls changes nothing. (mulberry32) */
export function seededRandom(seed: number, name: string): Random {
  let state = (hashOf(name) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list; undefined of an empty one. */
export function oneOf<T>(values: readonly T[], random: Random): T | undefined {
  return values[Math.floor(random() * values.length)];
}

/** All of a list in another order. (Fisher–Yates) */
export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const all = [...values];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [all[last] as T, all[other] as T];
    [all[last], all[other]] = [b, a];
  }
  return all;
}
