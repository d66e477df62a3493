/** What people have said of findings: that they are none. */
import type { Dismissal } from './model.ts';

/** Whether it holds on a day, `YYYY-MM-DD`. */
export function isInForce({ until, withdrawn }: Dismissal, today: string): boolean {
  return withdrawn === undefined && (until === undefined || until >= today);
}

/** What makes it the same wherever it arrives, taken back or not. */
export function dismissalName({ at, by, check, texts, reason, until }: Dismissal): string {
  return JSON.stringify([at, by, check, texts, reason, until ?? '']);
}

/** In the order of time, and in one of its own where that is the same. */
export function byDismissalTime(a: Dismissal, b: Dismissal): number {
  return dismissalName(a) < dismissalName(b) ? -1 : 1;
}
