/** Takes back the last thing that was done in any segment of the article. */
import type { Operation } from '../../core/operations.ts';
import type { ArticleState } from '../../core/state.ts';
import { redoOf } from '../../core/redo.ts';
import { inverseOf, type Inverse, undoMessage } from '../../core/undo.ts';
import { laterThan } from '../later.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import type { Done, ReviewState, Session } from '../state.ts';
import { commit } from './saving.ts';
import { select } from './session.ts';

/** A time after everything that the article's records tell. */
function stampAfter(article: ArticleState, operations: readonly Operation[], at: string): string {
  return operations.reduce((time, { key }) => laterThan(article.records.get(key), time), at);
}

/** The session with the cursor on the segment that is put back. */
function goingBack(session: Session, operations: readonly Operation[]): Session {
  const key = operations.at(-1)?.key;
  const unit = session.article.units.find((candidate) => candidate.key === key);
  return unit === undefined ? session : select(session, unit.index);
}

/** Takes the last group back, and goes to its segment. */
export function undoProject(state: ReviewState, at: string): Outcome {
  const { session, done, signOffs, user } = state;
  const last = done.at(-1);
  if (session === null || last === undefined) return still(refuse(state, 'review.refuse.noUndo'));
  if (last.slug !== session.slug) return elsewhere(state, last);
  const { operations, before } = last;
  const now = session.article;
  const time = stampAfter(now, operations, at);
  const inverse = inverseOf({ operations, before, now, signOffs, at: time, by: user });
  const rest = { ...state, done: done.slice(0, -1) };
  if ('refusal' in inverse) return refused(rest, inverse);
  const undone = [...state.undone, { slug: last.slug, operations, before: now }];
  const back = goingBack(session, operations);
  const told = say({ ...rest, undone, replay: 'undo' }, 'review.notice.undone');
  return commit(told, back, inverse.operations, { type: 'stay' });
}

function elsewhere(state: ReviewState, { slug }: Done): Outcome {
  return still(refuse(state, 'review.refuse.undoElsewhere', { slug }));
}

function refused(
  state: ReviewState,
  { refusal, key }: Extract<Inverse, { readonly refusal: unknown }>,
): Outcome {
  return still(refuse(state, undoMessage(refusal), { key }));
}

/** Does again what was taken back last. */
export function redoProject(state: ReviewState, at: string): Outcome {
  const { session, user } = state;
  const last = state.undone.at(-1);
  if (session === null || last === undefined) return still(refuse(state, 'review.refuse.noRedo'));
  if (last.slug !== session.slug) return elsewhere(state, last);
  const now = session.article;
  const { operations } = last;
  const time = stampAfter(now, operations, at);
  const again = redoOf({ operations, undone: now, now, at: time, by: user });
  const rest = { ...state, undone: state.undone.slice(0, -1) };
  if ('refusal' in again) return refused(rest, again);
  const back = goingBack(session, operations);
  const redoing = { ...rest, replay: 'redo' as const };
  return commit(say(redoing, 'review.notice.redone'), back, again.operations, { type: 'stay' });
}
