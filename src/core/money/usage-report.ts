/** What `duizhao usage` says, as a value. */
import type { LedgerEntry } from '../ports.ts';
import type { LocalTime } from './local-time.ts';
import { perhapsBilled, type PerhapsBilled } from './perhaps-billed.ts';
import { CAPS, leftUnder, type Budget, type Cap } from './room.ts';
import { spent } from './spent.ts';
import { usageTable, type EngineUsageRow, type UsageOptions } from './usage-table.ts';

/** A cap in characters with what is left of it; null where none is set. */
export interface CapReport {
  readonly limit: number | null;
  readonly spent: number;
  readonly left: number | null;
}

/** The object that `usage --json` prints, but for `remote`. */
export interface UsageReport {
  /** `2026-11-23`, by the clock of this machine, as is all below. */
  readonly today: string;
  /** `2026-11`: the month that is shown. */
  readonly month: string;
  readonly engines: readonly EngineUsageRow[];
  /** Caps as they stand now, whatever month is shown; a call's is not begun. */
  readonly caps: Readonly<Record<Cap, CapReport>>;
  /** Requests of the month that may have been charged although no answer came. */
  readonly unanswered: readonly PerhapsBilled[];
}

export interface ReportOptions {
  /** ISO 8601. */
  readonly now: string;
  /** `2026-11`; this month without it. */
  readonly month: string | undefined;
  readonly local: LocalTime;
  readonly budget: Budget;
  readonly prices: UsageOptions['prices'];
}

function capsOf(
  entries: readonly LedgerEntry[],
  { now, local, budget }: ReportOptions,
): UsageReport['caps'] {
  // No invocation has this name: nothing of the next call is spent.
  const total = spent(entries, { now, run: '', local });
  const reports = CAPS.map((cap): [Cap, CapReport] => [
    cap,
    { limit: budget[cap] ?? null, spent: total[cap], left: leftUnder(budget, total, cap) },
  ]);
  return Object.fromEntries(reports) as Record<Cap, CapReport>;
}

export function usageReport(entries: readonly LedgerEntry[], options: ReportOptions): UsageReport {
  const { now, local, prices } = options;
  const today = local.day(now);
  const month = options.month ?? today.slice(0, 7);
  return {
    today,
    month,
    engines: usageTable(entries, { today, month, local, prices }),
    caps: capsOf(entries, options),
    unanswered: perhapsBilled(entries).filter(({ at }) => local.day(at).startsWith(month)),
  };
}
