/** Findings that people say are none. */
import { byDismissalTime, dismissalName } from '../dismissals.ts';
import type { Dismissal } from '../model.ts';
import type { DismissOperation, UndismissOperation } from '../operations.ts';
import { recordOf, type Working } from './working.ts';

export function dismiss(state: Working, op: DismissOperation): void {
  const record = recordOf(state, op.key);
  const dismissed = record.dismissed ?? [];
  const name = dismissalName(op);
  if (dismissed.some((entry) => dismissalName(entry) === name)) return;
  const { key, check, texts, reason, by, at, until } = op;
  const entry = { check, texts, reason, by, at, ...(until === undefined ? {} : { until }) };
  state.records.set(key, { ...record, dismissed: [...dismissed, entry].sort(byDismissalTime) });
}

/** What was said later stays: a replayed journal may come after. */
export function undismiss(state: Working, op: UndismissOperation): void {
  const record = recordOf(state, op.key);
  if (record.dismissed === undefined) return;
  const { check, texts, at, by } = op;
  const isMeant = (entry: Dismissal): boolean =>
    entry.check === check &&
    entry.texts === texts &&
    entry.at < at &&
    entry.withdrawn === undefined;
  const dismissed = record.dismissed.map((entry) =>
    isMeant(entry) ? { ...entry, withdrawn: { by, at } } : entry,
  );
  state.records.set(op.key, { ...record, dismissed });
}
