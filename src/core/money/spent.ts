import type { LedgerEntry } from '../ports.ts';
import type { LocalTime } from './local-time.ts';
import { requestsOf, type LedgerRequest } from './requests.ts';

/** Characters that were charged, or may have been. */
export interface Spent {
  readonly run: number;
  /** Since midnight, and since the first of the month, by the clock of this machine. */
  readonly day: number;
  readonly month: number;
}

export interface SpentOptions {
  /** ISO 8601. */
  readonly now: string;
  /** The invocation whose characters are `run`. */
  readonly run: string;
  /** Only of this engine. */
  readonly engine?: string;
  readonly local: LocalTime;
}

function isOf({ sent }: LedgerRequest, engine: string | undefined): boolean {
  // What cannot be told counts: rather stop too early than pay too much.
  return engine === undefined || sent === null || sent.engine === engine;
}

/**
 * What was spent. A request counts for the time it was sent at: an answer with what was billed; one
 * without an outcome, or that failed and may have been charged, with its own characters. Repeated
 * lines count once, and their order does not matter.
 */
export function spent(entries: readonly LedgerEntry[], options: SpentOptions): Spent {
  const { now, run, engine, local } = options;
  const today = local.day(now);
  const total = { run: 0, day: 0, month: 0 };
  for (const request of requestsOf(entries)) {
    if (request.characters === 0 || !isOf(request, engine)) continue;
    const day = local.day(request.at);
    if (request.sent?.run === run) total.run += request.characters;
    if (day === today) total.day += request.characters;
    if (day.slice(0, 7) === today.slice(0, 7)) total.month += request.characters;
  }
  return total;
}
