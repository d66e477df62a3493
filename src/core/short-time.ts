/** Times as a person reads them in a line of text. */

/** When somebody did something, short: `2026-05-01 09:00` (UTC). */
export function shortTime(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
