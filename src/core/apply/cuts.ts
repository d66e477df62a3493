/** Merges and splits, and taking them back. */
import type { Cut } from '../cuts.ts';
import type { ReviewRecord, StoredCut } from '../model.ts';
import type { CutOperation, UncutOperation } from '../operations.ts';
import { recordOf, type Working } from './working.ts';

function sameCut(a: Cut, b: Cut): boolean {
  return a.kind === b.kind && a.before === b.before && a.after === b.after;
}

function withCut(record: ReviewRecord, cut: StoredCut): ReviewRecord {
  const others = (record.cuts ?? []).filter((entry) => !sameCut(entry, cut));
  return { ...record, cuts: [...others, cut] };
}

export function putCut(state: Working, op: CutOperation): void {
  const record = recordOf(state, op.key);
  const present = record.cuts?.find((entry) => sameCut(entry, op.cut));
  if (present !== undefined && (present.undone ?? present.at) >= op.at) return;
  const replaced = op.replaced === undefined ? {} : { replaced: op.replaced };
  state.records.set(op.key, withCut(record, { ...op.cut, by: op.by, at: op.at, ...replaced }));
  state.isRecut = true;
}

/** A cut that was taken back stays on record, or a replayed journal would make it again. */
export function takeCutBack(state: Working, op: UncutOperation): void {
  const record = recordOf(state, op.key);
  const present = record.cuts?.find((entry) => sameCut(entry, op.cut));
  if (present === undefined || present.at >= op.at || present.undone !== undefined) return;
  state.records.set(op.key, withCut(record, { ...present, undone: op.at }));
  state.isRecut = true;
}
