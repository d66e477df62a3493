/** Who is to work on a segment. */
import type { Assignment, ReviewRecord } from './model.ts';

/** The one that holds: the newest; of two at the same instant the one that comes last by name. */
export function laterAssignment(a: Assignment, b: Assignment): Assignment {
  const rank = ({ at, to, by }: Assignment): string => JSON.stringify([at, to ?? '', by]);
  return rank(a) > rank(b) ? a : b;
}

/** The person who is to work on it, or null. */
export function assigneeOf(record: ReviewRecord | undefined): string | null {
  return record?.assigned?.to ?? null;
}
