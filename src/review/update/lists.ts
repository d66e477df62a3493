/** Moving in lists: articles, segments, filters, help. */
import type { MessageKey } from '../../core/messages.ts';
import type { Step } from '../action.ts';
import { type Outcome, say, still } from '../outcome.ts';
import { dashboardRows } from '../screen/articles.ts';
import { helpRows } from '../screen/layout.ts';
import { segmentsInView } from '../screen/reader.ts';
import { sessionLayout } from '../screen/session-layout.ts';
import {
  DIFF_VIEWS,
  type DiffView,
  FILTERS,
  type Overlay,
  type ReviewState,
  type Session,
} from '../state.ts';
import { filterLabel } from '../labels.ts';
import { overlayLength } from '../screen/scroll.ts';
import { movePreview } from './preview.ts';
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
  if (state.overlay?.type === 'preview') return movePreview(state, step);
  if (state.overlay !== null) {
    return { ...state, overlay: moveOverlay(state, state.overlay, step) };
  }
  if (state.session === null) return moveArticles(state, step);
  return withSession(state, moveSegments(state, state.session, step));
}

function moveArticles(state: ReviewState, step: Step): ReviewState {
  const { lines, cursor } = state.articles;
  const extent = { count: lines?.length ?? 0, height: dashboardRows(state) };
  const selected = stepped(cursor.selected, step, extent);
  return { ...state, articles: { ...state.articles, cursor: { ...cursor, selected } } };
}

function moveSegments(state: ReviewState, session: Session, step: Step): Session {
  const layout = sessionLayout(state.size, session);
  const height = session.reader ? segmentsInView(session, layout) : layout.list.rows;
  const selected = stepped(session.cursor.selected, step, { count: session.shown.length, height });
  const index = session.shown[selected];
  return index === undefined ? session : select(session, index);
}

/** How many rows an overlay has to choose from. */
function rowsOf(overlay: Extract<Overlay, { readonly selected: number }>): number {
  switch (overlay.type) {
    case 'filter':
      return FILTERS.length;
    case 'split':
      return overlay.places.length;
    case 'pick':
      return overlay.rows.length;
    case 'question':
      return 2;
  }
}

function moveOverlay(state: ReviewState, overlay: Overlay, step: Step): Overlay {
  const height = helpRows(state.size);
  if (overlay.type === 'prompt' || overlay.type === 'preview') return overlay;
  if ('selected' in overlay) {
    const extent = { count: rowsOf(overlay), height };
    return { ...overlay, selected: stepped(overlay.selected, step, extent) };
  }
  const count = Math.max(1, overlayLength(state, overlay) - height + 1);
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

const DIFF_NOTICES: Readonly<Record<DiffView, MessageKey>> = {
  off: 'review.notice.diffOff',
  source: 'review.notice.diffSource',
  target: 'review.notice.diffTarget',
  machine: 'review.notice.diffMachine',
};

/** Shows the next kind of difference; after the last one, none. */
export function toggleDiff(state: ReviewState): ReviewState {
  const { session } = state;
  if (session === null) return state;
  const at = (DIFF_VIEWS.indexOf(session.diff) + 1) % DIFF_VIEWS.length;
  const diff = DIFF_VIEWS[at] ?? 'off';
  return say(withSession(state, { ...session, diff }), DIFF_NOTICES[diff]);
}
