/** Moving in lists: articles, segments, filters, help. */
import type { Step } from '../action.ts';
import { type Outcome, say, still } from '../outcome.ts';
import { articleRows, helpRows } from '../screen/layout.ts';
import { sessionLayout } from '../screen/session-layout.ts';
import { FILTERS, type Overlay, type ReviewState, type Session } from '../state.ts';
import { filterLabel } from '../labels.ts';
import { helpLength } from '../screen/help.ts';
import { select, withFilter, withSession } from './session.ts';

interface Extent {
  /** Rows in all. */
  readonly count: number;
  /** Rows in view. */
  readonly height: number;
}

function stepped(from: number, step: Step, { count, height }: Extent): number {
  const page = Math.max(1, height - 1);
  const to: Readonly<Record<Step, number>> = {
    up: from - 1,
    down: from + 1,
    'page-up': from - page,
    'page-down': from + page,
    first: 0,
    last: count - 1,
  };
  return Math.max(0, Math.min(to[step], count - 1));
}

/** Moves in whatever list has the keys. */
export function move(state: ReviewState, step: Step): ReviewState {
  if (state.overlay !== null) {
    return { ...state, overlay: moveOverlay(state, state.overlay, step) };
  }
  if (state.session === null) return moveArticles(state, step);
  return withSession(state, moveSegments(state, state.session, step));
}

function moveArticles(state: ReviewState, step: Step): ReviewState {
  const { lines, cursor } = state.articles;
  const extent = { count: lines?.length ?? 0, height: articleRows(state.size) };
  const selected = stepped(cursor.selected, step, extent);
  return { ...state, articles: { ...state.articles, cursor: { ...cursor, selected } } };
}

function moveSegments(state: ReviewState, session: Session, step: Step): Session {
  const height = sessionLayout(state.size, session).list.rows;
  const selected = stepped(session.cursor.selected, step, { count: session.shown.length, height });
  const index = session.shown[selected];
  return index === undefined ? session : select(session, index);
}

function moveOverlay(state: ReviewState, overlay: Overlay, step: Step): Overlay {
  const height = helpRows(state.size);
  if (overlay.type !== 'help') {
    const { length } = overlay.type === 'filter' ? FILTERS : overlay.places;
    return { ...overlay, selected: stepped(overlay.selected, step, { count: length, height }) };
  }
  const count = Math.max(1, helpLength() - height + 1);
  return { ...overlay, top: stepped(overlay.top, step, { count, height }) };
}

/** Opens the menu of filters at the one in force. */
export function openFilters(state: ReviewState): ReviewState {
  const { session } = state;
  if (session === null) return state;
  return { ...state, overlay: { type: 'filter', selected: FILTERS.indexOf(session.filter) } };
}

/** Shows the segments of the chosen filter. */
export function chooseFilter(state: ReviewState): Outcome {
  const { session, overlay } = state;
  const filter = overlay?.type === 'filter' ? FILTERS[overlay.selected] : undefined;
  const closed = { ...state, overlay: null };
  if (session === null || filter === undefined) return still(closed);
  const next = withFilter(session, filter);
  if (next !== null) return still(withSession(closed, next));
  const names = { filter: filterLabel(filter) };
  return still({ ...closed, notice: { tone: 'info', key: 'review.filter.none', names } });
}

/** Shows or hides the change of the source. */
export function toggleDiff(state: ReviewState): ReviewState {
  const { session } = state;
  if (session === null) return state;
  const next = withSession(state, { ...session, diff: !session.diff });
  return say(next, session.diff ? 'review.notice.diffOff' : 'review.notice.diffOn');
}
