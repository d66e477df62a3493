/** Drafts that come and go. */
import type { Draft } from '../model.ts';
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
    dropPersons(state, op, personsDraft(record));
    return;
  }
  const drafts = record.drafts.filter((d) => d.origin !== op.origin || d.at > op.at);
  state.records.set(op.key, { ...record, drafts });
}

/** What somebody else typed is never taken out: where it was seen and is not wanted, it is kept aside. */
function dropPersons(state: Working, op: DropDraftOperation, draft: Draft | undefined): void {
  if (draft === undefined || draft.at > op.at) return;
  const record = recordOf(state, op.key);
  if (draft.by === op.by) state.records.set(op.key, withoutPersonsDraft(record));
  else if (draft.at <= (op.over ?? '')) state.records.set(op.key, settleAside(record));
}
