/** Segments by status, and which of these statuses wait for a person. */
import { STATUSES } from '../core/model.ts';
import type { Status, Unit } from '../core/model.ts';

export type Counts = Readonly<Record<Status, number>>;

/** How far an article is. */
export interface Progress {
  /** Reviewed, or left out on purpose. */
  readonly done: number;
  /** All segments that need a translation. */
  readonly total: number;
}

const OPEN: ReadonlySet<Status> = new Set([
  'untranslated',
  'draft',
  'stale',
  'changed',
  'conflict',
]);

/** Whether a segment of this status still waits for a person. */
export function isOpen(status: Status): boolean {
  return OPEN.has(status);
}

/** Segments by status. */
export function countStatuses(units: readonly Unit[]): Counts {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const unit of units) counts[unit.status] += 1;
  return counts;
}

/** Progress in the figures that `status` gives: what cannot be translated does not count. */
export function progressOf(counts: Counts): Progress {
  const total = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return { done: counts.reviewed + counts.omitted, total: total - counts.untranslatable };
}
