/** Drafts that come and go. */
import type { ReviewRecord } from '../model.ts';
import type { DraftOperation, DropDraftOperation } from '../operations.ts';
import { isServed, personsDraft, settleAside, withoutPersonsDraft } from '../persons-draft.ts';
import { recordOf, withDraft, type Working } from './working.ts';

export function putDraft(state: Working, op: DraftOperation): void {
  const record = recordOf(state, op.key);
  const isOver = op.draft.origin === 'person' && isServed(record, op.draft);
  if (!isOver) state.records.set(op.key, withDraft(record, op.draft));
}

export function dropDraft(state: Working, op: DropDraftOperation): void {
  const record = recordOf(state, op.key);
  if (op.origin === 'person') {
    const kept = withoutPersons(record, op);
    if (kept !== record) state.records.set(op.key, kept);
    return;
  }
  const drafts = record.drafts.filter((d) => d.origin !== op.origin || d.at > op.at);
  state.records.set(op.key, { ...record, drafts });
}

/** What somebody else typed is never taken out: where it was seen and is not wanted, it is kept aside. */
function withoutPersons(record: ReviewRecord, { at, by, over }: DropDraftOperation): ReviewRecord {
  const draft = personsDraft(record);
  if (draft === undefined || draft.at > at) return record;
  if (draft.by === by) return withoutPersonsDraft(record);
  return draft.at <= (over ?? '') ? settleAside(record) : record;
}
