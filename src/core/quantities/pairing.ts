/** Finds each quantity its partner in the other language, best partners first. */
import { matchCost } from './match.ts';
import type { Quantity } from './quantity.ts';

export interface Partners {
  readonly zh: Quantity;
  readonly en: Quantity;
  readonly cost: number;
}

export interface Pairing {
  readonly partners: readonly Partners[];
  readonly zhAlone: readonly Quantity[];
  readonly enAlone: readonly Quantity[];
}

interface Candidate extends Partners {
  /** How far apart they stand in the order of their texts, from 0 to 1. */
  readonly apart: number;
}

/** Texts with more numbers than this are tables; only as many are compared each with each. */
const MOST = 150;

function candidates(zh: readonly Quantity[], en: readonly Quantity[]): Candidate[] {
  const out: Candidate[] = [];
  for (const [i, one] of zh.entries()) {
    for (const [j, other] of en.entries()) {
      const cost = matchCost(one, other);
      if (cost === Infinity) continue;
      const apart = Math.abs(i / zh.length - j / en.length);
      out.push({ zh: one, en: other, cost, apart });
    }
  }
  return out.sort((a, b) => a.cost - b.cost || a.apart - b.apart);
}

export function pair(zh: readonly Quantity[], en: readonly Quantity[]): Pairing {
  const [left, right] = [zh.slice(0, MOST), en.slice(0, MOST)];
  const taken = new Set<Quantity>();
  const partners: Partners[] = [];
  for (const { zh: one, en: other, cost } of candidates(left, right)) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    partners.push({ zh: one, en: other, cost });
  }
  const alone = (item: Quantity): boolean => !taken.has(item);
  return { partners, zhAlone: left.filter(alone), enAlone: right.filter(alone) };
}
