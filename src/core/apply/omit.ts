/** Leaving a segment out, and taking it in again. */
import type { ReviewRecord } from '../model.ts';
import type { IncludeOperation, OmitOperation } from '../operations.ts';
import { endOmission, recordOf, removePair, withoutFields, type Working } from './working.ts';

/** Whether it is over already: a replayed journal may come after. */
function isEnded({ past = [] }: ReviewRecord, { at, by }: OmitOperation): boolean {
  return past.some((event) => event.type === 'omission' && event.at === at && event.by === by);
}

export function omit(state: Working, op: OmitOperation): void {
  const record = recordOf(state, op.key);
  if (record.omitted?.at === op.at) removePair(state, op.key);
  if ((record.omitted?.at ?? '') >= op.at || isEnded(record, op)) return;
  const { reason, source, by, at } = op;
  removePair(state, op.key);
  const settled = withoutFields(endOmission(record, op), 'candidates');
  state.records.set(op.key, { ...settled, omitted: { reason, source, by, at } });
}

export function include(state: Working, op: IncludeOperation): void {
  const record = recordOf(state, op.key);
  const { omitted } = record;
  if (omitted !== undefined && omitted.at < op.at) {
    state.records.set(op.key, endOmission(record, op));
  }
}
