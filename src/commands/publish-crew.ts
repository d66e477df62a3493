/** Shares the articles of a run out among this thread and others. */
import { setImmediate } from 'node:timers/promises';
import type { Hand, Hands } from '../core/hands.ts';
import type { DoneArticle } from './publish-hand.ts';
import type { Case } from './publish-judge.ts';

/** So many tasks are on their way to a hand at a time, so that it never waits for the next. */
const AHEAD = 4;

export interface Crew {
  /** Does one here. */
  readonly own: (own: Case) => Promise<void>;
  /** Takes what another hand has done. */
  readonly take: (slug: string, done: DoneArticle) => void;
}

/**
 * Does all cases, each by whoever is free.
 * @throws what the first failing one threw; none is begun after it
 */
export async function shareOut(
  cases: readonly Case[],
  hands: Hands | null,
  { own, take }: Crew,
): Promise<void> {
  const rest = cases.values();
  let stopped = false;
  const next = (): Case | undefined => (stopped ? undefined : rest.next().value);
  const here = async (): Promise<void> => {
    for (let each = next(); each !== undefined; each = next()) {
      await own(each);
      // What the others have done is heard of in between.
      if (hands !== null) await setImmediate();
    }
  };
  const there = async (hand: Hand): Promise<void> => {
    for (let each = next(); each !== undefined; each = next()) {
      take(each.slug, (await hand.do(each)) as DoneArticle);
    }
  };
  const lanes = (hands?.all ?? []).flatMap((hand) => Array.from({ length: AHEAD }, () => hand));
  try {
    await Promise.all([here(), ...lanes.map(there)]);
  } finally {
    stopped = true;
  }
}
