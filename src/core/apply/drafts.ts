/** Drafts that come and go. */
import type { DraftOperation, DropDraftOperation } from '../operations.ts';
import { countedSignOffs } from '../past.ts';
import { recordOf, withDraft, type Working } from './working.ts';

export function putDraft(state: Working, op: DraftOperation): void {
  const record = recordOf(state, op.key);
  // A draft that was typed before its own sign-off has served its purpose.
  const newest = countedSignOffs(record).at(-1)?.at ?? '';
  const isSigned = op.draft.origin === 'person' && newest >= op.at;
  if (!isSigned) state.records.set(op.key, withDraft(record, op.draft));
}

export function dropDraft(state: Working, op: DropDraftOperation): void {
  const record = recordOf(state, op.key);
  const drafts = record.drafts.filter((d) => d.origin !== op.origin || d.at > op.at);
  state.records.set(op.key, { ...record, drafts });
}
