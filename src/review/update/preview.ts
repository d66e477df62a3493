/** The preview of the open article: which edition, what is in view, and the selection that it follows. */
import { otherLang } from '../../core/model.ts';
import { VIEWS } from '../../editions/edition.ts';
import type { Step } from '../action.ts';
import { type Outcome, refuse, still } from '../outcome.ts';
import { helpRows, scrolled } from '../screen/layout.ts';
import { type PreviewRow, previewRowsOf } from '../screen/preview.ts';
import type { PreviewOverlay } from '../overlay.ts';
import type { ReviewState, Session } from '../state.ts';
import { edit } from './editor.ts';
import { leaveEditor } from './saving.ts';
import { select, selectedUnit, withSession } from './session.ts';

function rowsFor(state: ReviewState, session: Session, overlay: PreviewOverlay) {
  return previewRowsOf(session.article, overlay.edition, state.size.columns);
}

/** The row of a segment, or of the nearest one before it that the edition shows. */
function rowOf(rows: readonly PreviewRow[], unit: number): number {
  let best = 0;
  let nearest = -1;
  for (const [at, { units }] of rows.entries()) {
    for (const index of units) {
      if (index > unit || index <= nearest) continue;
      nearest = index;
      best = at;
    }
  }
  return best;
}

/** Scrolls the selected segment into view. */
function following(state: ReviewState, session: Session, overlay: PreviewOverlay): PreviewOverlay {
  const rows = rowsFor(state, session, overlay);
  const at = rowOf(rows, selectedUnit(session)?.index ?? 0);
  const top = scrolled(overlay.top, at, rows.length, helpRows(state.size));
  return { ...overlay, top, columns: state.size.columns };
}

/** Opens the preview in the language that is written; what is being typed is kept first. */
export function openPreview(state: ReviewState, at: string): Outcome {
  const { session } = state;
  if (session === null) return still(refuse(state, 'review.refuse.noArticle'));
  const unit = selectedUnit(session);
  const edition = unit === null ? 'zh' : otherLang(unit.segment.lang);
  const overlay: PreviewOverlay = { type: 'preview', edition, top: 0, columns: 0 };
  const shown = { ...state, overlay: following(state, session, overlay) };
  return leaveEditor(shown, { type: 'leave' }, at);
}

/** Shows the next edition: Chinese, English, both. */
export function nextEdition(state: ReviewState): ReviewState {
  const { session, overlay } = state;
  if (session === null || overlay?.type !== 'preview') return state;
  const edition = VIEWS[(VIEWS.indexOf(overlay.edition) + 1) % VIEWS.length] ?? 'zh';
  return { ...state, overlay: following(state, session, { ...overlay, edition }) };
}

/** The segments in the order in which the edition shows them. */
function orderOf(rows: readonly PreviewRow[]): readonly number[] {
  return [...new Set(rows.flatMap(({ units }) => units))];
}

function neighbour(order: readonly number[], from: number, step: 1 | -1): number {
  const at = order.indexOf(from);
  // A segment that the edition leaves out: the nearest one before it stands for it.
  const here = at === -1 ? order.findLastIndex((index) => index < from) : at;
  return order[here + step] ?? from;
}

const SINGLE: Readonly<Partial<Record<Step, 1 | -1>>> = { up: -1, down: 1 };
const PAGES: Readonly<Partial<Record<Step, 1 | -1>>> = { 'page-up': -1, 'page-down': 1 };

/** A page further: the first segment in view is selected then, if there is one. */
function turned(
  rows: readonly PreviewRow[],
  top: number,
  height: number,
): { readonly top: number; readonly unit: number | undefined } {
  const last = Math.max(0, rows.length - height);
  const next = Math.max(0, Math.min(top, last));
  const inView = rows.slice(next, next + height);
  const isEnd = next === last && top > last;
  const units = inView.flatMap((row) => row.units);
  return { top: next, unit: isEnd ? units.at(-1) : units[0] };
}

/** What is moved through. */
interface Page {
  readonly state: ReviewState;
  readonly session: Session;
  readonly overlay: PreviewOverlay;
  readonly rows: readonly PreviewRow[];
}

function turnPage({ state, session, overlay, rows }: Page, way: 1 | -1): ReviewState {
  const height = helpRows(state.size);
  const { top, unit } = turned(rows, overlay.top + way * Math.max(1, height - 2), height);
  const next = unit === undefined ? session : select(session, unit);
  return withSession({ ...state, overlay: { ...overlay, top } }, next);
}

function moveSelection({ state, session, overlay, rows }: Page, step: Step): ReviewState {
  const order = orderOf(rows);
  const from = selectedUnit(session)?.index ?? 0;
  const end = step === 'first' ? order[0] : order.at(-1);
  const way = SINGLE[step];
  const to = way === undefined ? end : neighbour(order, from, way);
  const next = select(session, to ?? from);
  return withSession({ ...state, overlay: following(state, next, overlay) }, next);
}

/** Moves the selection through the preview; the review's list follows. */
export function movePreview(state: ReviewState, step: Step): ReviewState {
  const { session, overlay } = state;
  if (session === null || overlay?.type !== 'preview') return state;
  const page = { state, session, overlay, rows: rowsFor(state, session, overlay) };
  const way = PAGES[step];
  return way === undefined ? moveSelection(page, step) : turnPage(page, way);
}

/** Edits the selected segment: the preview gives way. */
export function editFromPreview(state: ReviewState): ReviewState {
  return edit({ ...state, overlay: null });
}

/** The preview as it has to be in this window: what is selected stays in view when lines break anew. */
export function settledPreview(state: ReviewState, overlay: PreviewOverlay): PreviewOverlay {
  const { session, size } = state;
  if (session === null) return overlay;
  if (overlay.columns !== size.columns) return following(state, session, overlay);
  const last = Math.max(0, rowsFor(state, session, overlay).length - helpRows(size));
  return overlay.top > last ? { ...overlay, top: last } : overlay;
}
