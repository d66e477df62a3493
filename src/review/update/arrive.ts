/** Where a person goes when nothing is left to save. */
import { type Outcome, say, still } from '../outcome.ts';
import type { After, ReviewState, Session } from '../state.ts';
import { isEditable, waitsFor } from '../unit.ts';
import { leaveSession } from './articles.ts';
import { openEditor } from './editor.ts';
import { sendUnsaved } from './unsaved.ts';
import { findNeighbour, select, selectedUnit, withSession } from './session.ts';

/** Ends the review. */
export function close(state: ReviewState): Outcome {
  return [{ ...state, closed: true }, [{ type: 'quit' }]];
}

/** Ends the review, once what could not be written before has been tried again. */
function quit(state: ReviewState): Outcome {
  return sendUnsaved(state, { type: 'quit' }) ?? close(state);
}

/** Goes where a person wanted to be, now that nothing is left to save. */
export function arrive(state: ReviewState, after: After): Outcome {
  const { session } = state;
  if (after.type === 'retry') return still(state);
  if (after.type === 'quit') return quit(state);
  if (session === null || after.type === 'stay') return still(state);
  if (after.type === 'back') return leaveSession(state, session);
  if (after.type === 'leave') return still(withSession(state, { ...session, editor: null }));
  if (after.type === 'select') {
    return still(withSession(state, landed(session, after.index, after.editing)));
  }
  return still(go(state, session, after));
}

type Go = After & { readonly type: 'go' };

function go(state: ReviewState, session: Session, after: Go): ReviewState {
  const found = findNeighbour(session, after.to, state.user);
  if (found === null) return withoutNeighbour(state, session, after);
  const index = session.shown[found.selected] ?? 0;
  const next = withSession(state, landed(session, index, after.editing));
  if (!found.wrapped || next.notice !== null) return next;
  return say(
    next,
    after.to === 'next-open' ? 'review.notice.wrapped' : 'review.notice.wrappedBack',
  );
}

function landed(session: Session, index: number, editing: boolean): Session {
  const there = select({ ...session, editor: null }, index);
  const unit = selectedUnit(there);
  return editing && unit !== null && isEditable(unit) ? openEditor(there, unit) : there;
}

function withoutNeighbour(state: ReviewState, session: Session, after: Go): ReviewState {
  if (after.to === 'previous' || after.to === 'next') return state;
  const unit = selectedUnit(session);
  if (unit !== null && waitsFor(unit, state.user)) return state;
  const next = withSession(state, { ...session, editor: null });
  return next.notice === null ? say(next, 'review.notice.allDone') : next;
}
