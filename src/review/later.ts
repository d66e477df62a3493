/** Times of what is done, when clocks differ. */
import type { ReviewRecord } from '../core/model.ts';
import { newestTime } from '../core/past.ts';

/** `.sss`, seconds, minutes, hours: where each stands in an ISO 8601 time, and its last value. */
const FIELDS = [
  { from: 20, to: 23, last: 999 },
  { from: 17, to: 19, last: 59 },
  { from: 14, to: 16, last: 59 },
  { from: 11, to: 13, last: 23 },
] as const;

/** The next millisecond of a time (ISO 8601, UTC); the day's last one stays. */
function nextMillisecond(at: string): string {
  let next = at;
  for (const { from, to, last } of FIELDS) {
    const value = Number(at.slice(from, to));
    const isFull = value >= last;
    const text = String(isFull ? 0 : value + 1).padStart(to - from, '0');
    next = next.slice(0, from) + text + next.slice(to);
    if (!isFull) return next;
  }
  return at;
}

/**
 * A time for something done now to a record. What a person does after seeing something comes after
 * it, even if the clock of the machine that it came from is ahead of this one.
 */
export function laterThan(record: ReviewRecord | undefined, at: string): string {
  const newest = record === undefined ? '' : newestTime(record);
  return newest >= at ? nextMillisecond(newest) : at;
}
