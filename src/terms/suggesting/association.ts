/** How strongly a Chinese and an English candidate belong together, and which are each other's best. */
import type { Candidate } from './candidate.ts';

export interface Association {
  readonly zh: Candidate;
  readonly en: Candidate;
  /** Pairs that hold both. */
  readonly together: number;
  /** Dunning's log-likelihood ratio. */
  readonly score: number;
}

/** x · ln x, with its limit 0 at 0. */
function weigh(x: number): number {
  return x <= 0 ? 0 : x * Math.log(x);
}

/**
 * Log-likelihood ratio of a 2 × 2 table (Dunning, "Accurate methods for the statistics of surprise and
 * coincidence", 1993). Chi-squared with one degree of freedom: above 15 is no accident.
 * @param together pairs that hold both
 * @param all pairs there are
 */
export function logLikelihood(together: number, one: number, other: number, all: number): number {
  const [b, c] = [one - together, other - together];
  const d = all - one - other + together;
  const cells = weigh(together) + weigh(b) + weigh(c) + weigh(d);
  const rows = weigh(one) + weigh(all - one);
  const columns = weigh(other) + weigh(all - other);
  return Math.max(0, 2 * (cells - rows - columns + weigh(all)));
}

/** The share of the places of both that they share. */
export function dice(together: number, one: number, other: number): number {
  return (2 * together) / (one + other);
}

const LIKELY = 15;
const SHARED = 0.4;

/** What is weighed against its rivals: whole names before their parts, capitals before none. */
function rank({ zh, en, together }: Omit<Association, 'score'>): number {
  const shared = dice(together, zh.pairs.length, en.pairs.length);
  const length = 1 + 0.12 * (en.words - 1) + 0.06 * ([...zh.text].length - 2);
  return shared * Math.log(1 + together) * length * (en.isName ? 1.1 : 1);
}

class Best {
  private readonly best = new Map<
    Candidate,
    { readonly rank: number; readonly found: Association }
  >();

  /** The first that was offered stays when two are equal. */
  offer(key: Candidate, value: number, found: Association): void {
    if (value > (this.best.get(key)?.rank ?? 0)) this.best.set(key, { rank: value, found });
  }

  is(key: Candidate, found: Association): boolean {
    return this.best.get(key)?.found === found;
  }

  values(): Association[] {
    return [...this.best.values()].map(({ found }) => found);
  }
}

/** English candidates by pair. */
function byPair(candidates: readonly Candidate[], pairs: number): number[][] {
  const lists: number[][] = Array.from({ length: pairs }, () => []);
  for (const [id, candidate] of candidates.entries()) {
    for (const pair of candidate.pairs) lists[pair]?.push(id);
  }
  return lists;
}

/** How often each English candidate stands in pairs that hold the Chinese one. */
function countTogether(zh: Candidate, lists: readonly number[][], counts: Int32Array): number[] {
  const met: number[] = [];
  for (const pair of zh.pairs) {
    for (const id of lists[pair] ?? []) {
      const count = counts[id] ?? 0;
      if (count === 0) met.push(id);
      counts[id] = count + 1;
    }
  }
  return met;
}

/** Candidates of both languages that are each other's best. */
export function associate(
  zhCandidates: readonly Candidate[],
  enCandidates: readonly Candidate[],
  { pairs, minimum }: { readonly pairs: number; readonly minimum: number },
): Association[] {
  const lists = byPair(enCandidates, pairs);
  const counts = new Int32Array(enCandidates.length);
  const bestOfZh = new Best();
  const bestOfEn = new Best();
  const offer = (zh: Candidate, en: Candidate, together: number): void => {
    if (together < minimum) return;
    if (dice(together, zh.pairs.length, en.pairs.length) < SHARED) return;
    const score = logLikelihood(together, zh.pairs.length, en.pairs.length, pairs);
    if (score < LIKELY) return;
    const found = { zh, en, together, score };
    const value = rank(found);
    bestOfZh.offer(zh, value, found);
    bestOfEn.offer(en, value, found);
  };
  for (const zh of zhCandidates) {
    for (const id of countTogether(zh, lists, counts)) {
      const en = enCandidates[id];
      if (en !== undefined) offer(zh, en, counts[id] ?? 0);
      counts[id] = 0;
    }
  }
  return bestOfZh.values().filter((found) => bestOfEn.is(found.en, found));
}
