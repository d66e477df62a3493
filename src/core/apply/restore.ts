/** Undo: a key as it was before some deeds. */
import type { Deed, ReviewRecord } from '../model.ts';
import type { RestoreOperation } from '../operations.ts';
import { countedSignOffs, withPast } from '../past.ts';
import { withAside } from '../persons-draft.ts';
import { putPair, recordOf, removePair, withoutFields, type Working } from './working.ts';

/** All decisions that count, or have ended one that did. */
function decisionsOf(record: ReviewRecord): readonly Deed[] {
  const { past = [], revoked, omitted } = record;
  const undone = past.flatMap((event) => (event.type === 'undo' ? event.undone : []));
  const ended = past.flatMap((event) => (event.type === 'omission' ? event.ended : []));
  const standing = ended.filter((deed) => !undone.some((name) => isSame(name, deed)));
  return [...countedSignOffs(record), ...standing, ...[revoked ?? [], omitted ?? []].flat()];
}

function isSame(a: Deed, b: Deed): boolean {
  return a.at === b.at && a.by === b.by;
}

/** Somebody decided since: what is there now is not the undone deeds' doing. */
function isOvertaken(record: ReviewRecord, { undoes }: RestoreOperation): boolean {
  const first = undoes.reduce((a, { at }) => (a === '' || at < a ? at : a), '');
  return decisionsOf(record).some(
    (decision) => decision.at >= first && !undoes.some((deed) => isSame(deed, decision)),
  );
}

function restorePair(state: Working, { key, pair }: RestoreOperation): void {
  if (pair === null) removePair(state, key);
  else putPair(state, key, pair);
}

/** Drafts that the undone deeds left are replaced by those that stood before; a later one stays. */
function restoredDrafts(record: ReviewRecord, op: RestoreOperation): ReviewRecord['drafts'] {
  const last = op.undoes.reduce((a, { at }) => (at > a ? at : a), '');
  const kept = record.drafts.filter(({ origin, at }) => !op.origins.includes(origin) || at > last);
  const free = op.drafts.filter(({ origin }) => kept.every((draft) => draft.origin !== origin));
  return [...kept, ...free];
}

/** The record with its drafts restored; of those that make room, what the undone deeds did not bring is kept. */
function withRestored(record: ReviewRecord, op: RestoreOperation): ReviewRecord {
  const drafts = restoredDrafts(record, op);
  const displaced = record.drafts.filter((draft) => {
    const isUndone = op.undoes.some(({ at }) => at === draft.at);
    return draft.origin === 'person' && !isUndone && !drafts.includes(draft);
  });
  return withAside({ ...record, drafts }, [...(record.aside ?? []), ...displaced]);
}

export function restore(state: Working, op: RestoreOperation): void {
  const record = recordOf(state, op.key);
  const { past = [] } = record;
  if (past.some((event) => event.type === 'undo' && isSame(event, op))) {
    // A crash may have come between the review file and the locale files.
    if (decisionsOf(record).every(({ at }) => at < op.at)) restorePair(state, op);
    return;
  }
  if (isOvertaken(record, op)) return;
  const { at, by, revoked, omitted, candidates } = op;
  const bare = withoutFields(record, 'revoked', 'omitted', 'candidates', 'orphan');
  const kept = withPast(bare, { type: 'undo', by, at, undone: op.undoes });
  state.records.set(op.key, {
    ...withRestored(kept, op),
    ...(revoked === undefined ? {} : { revoked }),
    ...(omitted === undefined ? {} : { omitted }),
    ...(candidates === undefined ? {} : { candidates }),
  });
  restorePair(state, op);
}
