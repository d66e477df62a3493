/**
 * Whether answers stand under the wrong keys. Vendors that answer by position promise the order, but
 * nothing in an answer proves it. Two answers look as if they had changed places when one of them does not
 * fit its own source (by length or by its numbers) and each fits the other's. Two that fit either way
 * cannot be told.
 */
import type { Doubt } from '../model.ts';
import type { Job } from './plan.ts';

export interface Answered {
  readonly job: Job;
  readonly text: string;
}

const MISFITS: ReadonlySet<Doubt> = new Set(['short', 'long', 'numbers', 'sentences']);

type Doubts = (job: Job, target: string) => readonly Doubt[];

/** The answers, of one request, that have changed places with another one. */
export function changedPlaces(answered: readonly Answered[], doubts: Doubts): ReadonlySet<Job> {
  const fits = ({ job }: Answered, { text }: Answered) =>
    !doubts(job, text).some((doubt) => MISFITS.has(doubt));
  const misfits = answered.filter((one) => !fits(one, one));
  const changed = new Set<Job>();
  for (const one of misfits) {
    for (const other of answered) {
      if (one === other || !fits(one, other) || !fits(other, one)) continue;
      changed.add(one.job).add(other.job);
    }
  }
  return changed;
}
