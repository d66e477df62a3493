/** Redo: the operations that do a group again that undo has taken back. */
import { decisionsText } from './undo.ts';
import type { UndoRefusal } from './undo.ts';
import { noteId } from './notes.ts';
import type { Operation } from './operations.ts';
import type { ArticleState } from './state.ts';

export interface RedoRequest {
  /** The group that was taken back. */
  readonly operations: readonly Operation[];
  /** The article as it was once the group had been taken back. */
  readonly undone: ArticleState;
  readonly now: ArticleState;
  /** Of the redo: later than everything in `now`. A person signs again in their own name. */
  readonly at: string;
  readonly by: string;
}

/** Without what the signer had seen: whether anything came since is asked here. */
function unseen<Seeing extends { readonly seen?: string | null }>(seeing: Seeing) {
  const { seen: _seen, ...rest } = seeing;
  return rest;
}

function again(operation: Operation, at: string, by: string): Operation | null {
  const { key } = operation;
  switch (operation.type) {
    case 'restore':
      return null;
    case 'note':
      return { type: 'resolve-note', key, at, by, note: noteId(operation), open: true };
    case 'draft':
      return { ...operation, at, by, draft: { ...operation.draft, at, by } };
    case 'sign-off':
      return { ...unseen(operation), at, by };
    case 'correct-source': {
      const { sign, ...rest } = operation;
      return { ...rest, at, by, ...(sign === undefined ? {} : { sign: unseen(sign) }) };
    }
    default:
      return { ...operation, at, by };
  }
}

/** All or nothing, as undo is. */
export function redoOf({
  operations,
  undone,
  now,
  at,
  by,
}: RedoRequest):
  | { readonly operations: readonly Operation[] }
  | { readonly refusal: UndoRefusal; readonly key: string } {
  const changed = operations.find(({ key }) => {
    return decisionsText(undone, key) !== decisionsText(now, key);
  });
  if (changed !== undefined) return { refusal: 'decided-since', key: changed.key };
  const done = operations.flatMap((operation) => again(operation, at, by) ?? []);
  const key = operations[0]?.key ?? '';
  return done.length === 0 ? { refusal: 'nothing', key } : { operations: done };
}
