/** What could not be written yet: kept in order, and sent again with everything that is. */
import type { Effect } from '../effect.ts';
import type { Operation } from '../../core/operations.ts';
import type { Outcome } from '../outcome.ts';
import type { After, ReviewState, Unsaved } from '../state.ts';

function isPersonsDraft(operation: Operation): boolean {
  if (operation.type === 'draft') return operation.draft.origin === 'person';
  return operation.type === 'drop-draft' && operation.origin === 'person';
}

/** Whether a later operation makes an earlier one pointless: of what was typed, the last counts. */
function replaces(later: Operation, earlier: Operation): boolean {
  if (later === earlier) return true;
  return later.key === earlier.key && isPersonsDraft(later) && isPersonsDraft(earlier);
}

/** The list with these operations of an article at its end. */
function keepUnsaved(
  unsaved: readonly Unsaved[],
  slug: string,
  operations: readonly Operation[],
): readonly Unsaved[] {
  return operations.reduce(
    (kept, operation) => [
      ...kept.filter((entry) => entry.slug !== slug || !replaces(operation, entry.operation)),
      { slug, operation, journalled: false },
    ],
    unsaved,
  );
}

/** An article's operations that are not in its files. */
export function unsavedOf({ unsaved }: ReviewState, slug: string): readonly Operation[] {
  return unsaved.filter((entry) => entry.slug === slug).map(({ operation }) => operation);
}

/** How many segments have something that is not in the files. */
export function countUnsaved({ unsaved }: ReviewState): number {
  return new Set(unsaved.map(({ slug, operation }) => `${slug}/${operation.key}`)).size;
}

/** Sends operations of an article, after all of its that could not be written before. */
export function send(
  state: ReviewState,
  slug: string,
  operations: readonly Operation[],
  after: After,
): Outcome {
  const sent = [...unsavedOf(state, slug), ...operations];
  const reload = state.reload === 'asked' ? 'again' : state.reload;
  const saving = { slug, operations, sent, after };
  return [{ ...state, saving, reload }, [{ type: 'commit', slug, operations: sent }]];
}

/** Sends again what could not be written, one article after the other; null when there is nothing. */
export function sendUnsaved(state: ReviewState, after: After): Outcome | null {
  const [first] = state.unsaved;
  return first === undefined ? null : send(state, first.slug, [], after);
}

/** Why the files did not take something, and whether the journal holds it. */
export interface Failure {
  readonly reason: string;
  readonly journalled: boolean;
}

/** Keeps operations that the disk did not take, says why, and asks for a retry. */
export function notWritten(
  state: ReviewState,
  slug: string,
  operations: readonly Operation[],
  { reason, journalled }: Failure,
): Outcome {
  // A journal that takes an article's last operations has taken what was sent with them.
  const unsaved = keepUnsaved(state.unsaved, slug, operations).map((entry) =>
    entry.slug === slug && journalled ? { ...entry, journalled } : entry,
  );
  const effects: readonly Effect[] = state.waits ? [] : [{ type: 'wait' }];
  return [{ ...state, unsaved, failure: reason, waits: true }, effects];
}

/** It is time for a retry. */
export function retry(state: ReviewState): Outcome {
  if (state.saving !== null) return [state, [{ type: 'wait' }]];
  const next = { ...state, waits: false };
  return sendUnsaved(next, { type: 'retry' }) ?? [next, []];
}
