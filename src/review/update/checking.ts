/** Has the open article checked by and by: what is on the screen first, then what follows the selection. */
import type { CheckSetting } from '../../checks/setting.ts';
import type { Answer } from '../event.ts';
import { followed, type Found, isComplete, withLooked } from '../findings.ts';
import { type Outcome, refuse, say, still } from '../outcome.ts';
import { sessionLayout } from '../screen/session-layout.ts';
import type { ReviewState, Session } from '../state.ts';
import { renarrowed, withQuery } from './session.ts';

/** What was asked for last, so that it is asked once. */
export interface Checking {
  readonly article: Found['article'];
  readonly setting: Found['setting'];
  /** The first row of the list then. */
  readonly top: number;
  /** What is being looked for backwards comes first then. */
  readonly isBackwards: boolean;
}

/** Indexes of the segments in view that have not been looked at. */
function openInView({ size }: ReviewState, session: Session): number[] {
  const { shown, cursor, found } = session;
  const { rows } = sessionLayout(size, session).list;
  return shown.slice(cursor.top, cursor.top + rows).filter((index) => found.open.has(index));
}

/** All that is open: these first, then from the selection on, then from the other end. */
function orderOf(
  { shown, cursor, found }: Session,
  first: readonly number[],
  isBackwards: boolean,
): Iterable<number> {
  const { open, article } = found;
  const { length } = article.units;
  const here = shown[cursor.selected] ?? 0;
  const step = isBackwards ? -1 : 1;
  return {
    *[Symbol.iterator]() {
      yield* first;
      const done = new Set(first);
      for (let far = 0; far < length; far += 1) {
        const index = (here + step * far + length) % length;
        if (open.has(index) && !done.has(index)) yield index;
      }
    },
  };
}

function isAsked(
  { checking, found, cursor }: Session,
  inView: readonly number[],
  isBackwards: boolean,
): boolean {
  if (checking?.article !== found.article || checking.setting !== found.setting) return false;
  if (isBackwards && !checking.isBackwards) return false;
  return inView.length === 0 || checking.top === cursor.top;
}

/** What has to be asked now. */
export function checkAhead(state: ReviewState): Outcome {
  const { session } = state;
  if (session === null || state.closed) return still(state);
  const found = followed(session.found, session.article, session.checks);
  if (isComplete(found)) return still(withFound(state, session, found));
  const looking = { ...session, found };
  const inView = openInView(state, looking);
  const isBackwards = state.seeking?.to === 'previous';
  if (isAsked(looking, inView, isBackwards)) return still(withFound(state, session, found));
  const { article, setting } = found;
  const checking: Checking = { article, setting, top: session.cursor.top, isBackwards };
  const next = { ...state, session: { ...looking, checking } };
  const order = orderOf(looking, inView, isBackwards);
  return [next, [{ type: 'check', article, checks: setting, order }]];
}

function withFound(state: ReviewState, session: Session, found: Found): ReviewState {
  return found === session.found ? state : { ...state, session: { ...session, found } };
}

/** Checks as the workspace wants them now: everything is looked at again, what is in view first. */
export function withSetting(state: ReviewState, checks: CheckSetting): ReviewState {
  const { session } = state;
  // What is known of terms was read from the term base as it was.
  const again =
    session === null ? null : { ...session, checks, aids: new Map(), asked: new Set<string>() };
  return { ...state, checks, session: again };
}

/** What a look has brought. It comes too late for an article, or a setting, that is another one now. */
export function checked(
  state: ReviewState,
  { article, checks, ...looked }: Extract<Answer, { readonly type: 'checked' }>,
): ReviewState {
  const { session } = state;
  const isLate = session?.found.article !== article || session.found.setting !== checks;
  if (session === null || isLate) return state;
  const next = renarrowed({ ...session, found: withLooked(session.found, looked) });
  return withAnswer({ ...state, session: next }, next);
}

/** Whoever was told to wait for a filter is told what came of it. */
function withAnswer(state: ReviewState, session: Session): ReviewState {
  const isWaiting = state.seeking === null && state.notice?.key === 'review.notice.checking';
  if (!isWaiting) return state;
  const { found, query } = session;
  if (!isComplete(found)) return say(state, 'review.notice.checking', { count: found.open.size });
  if (query === null || withQuery(session, query) !== null) {
    return say(state, 'review.notice.filtered', { count: session.shown.length });
  }
  const all = withQuery(session, null) ?? session;
  return refuse({ ...state, session: all }, 'review.refuse.noneFits', { query: query.text });
}
