/** The whole screen as rows, and the cell of the caret: what is painted is exactly this. */
import { modeOf, type ReviewState, type Session } from '../state.ts';
import { visible } from '../../core/safe-text.ts';
import { caretCell } from '../text/visual-lines.ts';
import { fitEnd } from '../text/fit.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { progressOf } from '../summary.ts';
import { countUnsaved } from '../update/unsaved.ts';
import { editingOf, selectedUnit } from '../update/session.ts';
import { articleRowsOf } from './articles.ts';
import { filterRows } from './filters.ts';
import { bar, countParts, footerRow, heading, noticeRows, percent, spread } from './frame.ts';
import { helpLines } from './help.ts';
import { articleRows, helpRows, isUsable, type Layout, targetBox } from './layout.ts';
import { placeRows } from './places.ts';
import { BLANK, type Part, part, type Row, row, type View } from './row.ts';
import { segmentRows, segmentsHeading } from './segments.ts';
import { sessionLayout } from './session-layout.ts';
import { textRows } from './text-rows.ts';

/** A cell of the screen, from the top left. */
export interface CaretCell {
  readonly x: number;
  readonly y: number;
}

export interface Screen {
  /** One for each row of the window. */
  readonly rows: readonly Row[];
  /** Where the real cursor stands, or null when nothing is typed. */
  readonly caret: CaretCell | null;
}

function brand(view: View): string {
  return view.ascii ? 'duizhao' : '对照 duizhao';
}

function savedParts(state: ReviewState, view: View): readonly Part[] {
  const { t } = view;
  const { saving, failure } = state;
  if (failure !== null) return failureParts(state, failure, view);
  if (saving !== null) return [part(` ${t('review.saving')} `, 'faint')];
  return state.saved ? [part(` ${t('review.saved')} `, 'faint')] : [];
}

/** That work is not on disk, how much, and as much of the reason as half the line holds: its end. */
function failureParts(state: ReviewState, reason: string, { t }: View): readonly Part[] {
  const count = t('review.unsaved', { count: countUnsaved(state) });
  const room = Math.floor(state.size.columns / 2) - widthOf(count) - 4;
  return [part(` ${count}: ${fitEnd(visible(reason).replaceAll('\n', ' '), room)} `, 'error')];
}

function header(state: ReviewState, view: View): Row {
  const { columns } = state.size;
  const { session } = state;
  const right = savedParts(state, view);
  if (session === null) return spread([part(` ${brand(view)}`, 'strong')], right, columns);
  const { slug, counts } = session;
  const { done, total } = progressOf(counts);
  const left = [
    part(columns < 100 ? ' ' : ` ${brand(view)}  `, 'faint'),
    part(visible(slug), 'strong'),
    part(`  ${bar(done, total, columns < 100 ? 8 : 20, view.ascii)} `),
    part(`${percent(done, total)} ${done}/${total}  `),
    ...countParts(counts, view.ascii),
  ];
  return spread(left, right, columns);
}

/** Header, middle, notice, footer. A long notice covers the last rows of the middle. */
function frame(state: ReviewState, view: View, middle: readonly Row[]): readonly Row[] {
  const { columns } = state.size;
  const notice = noticeRows(state.notice, columns, view);
  return [
    header(state, view),
    ...middle.slice(0, middle.length + 1 - notice.length),
    ...notice,
    footerRow(modeOf(state), columns, view),
  ];
}

function ruled(title: string, rows: readonly Row[], columns: number, view: View): readonly Row[] {
  return [row(...heading([part(title, 'faint')], columns, view)), ...rows];
}

function articlesScreen(state: ReviewState, view: View): readonly Row[] {
  const { size, articles, opening } = state;
  const box = { columns: size.columns, rows: articleRows(size) };
  const rows = articleRowsOf(articles, box, view);
  const title = view.t('review.articles.title');
  if (opening === null || articles.lines !== null) return ruled(title, rows, size.columns, view);
  const message = view.t('review.opening', { slug: visible(opening) });
  return ruled(title, rows.with(0, row(part(` ${message}`))), size.columns, view);
}

function helpScreen(state: ReviewState, top: number, view: View): readonly Row[] {
  const under = modeOf({ ...state, overlay: null });
  const height = helpRows(state.size);
  const lines = helpLines(under, view).slice(top, top + height);
  const blank = Array.from({ length: height - lines.length }, () => BLANK);
  return ruled(view.t('review.help.title'), [...lines, ...blank], state.size.columns, view);
}

function listRows(
  state: ReviewState,
  session: Session,
  layout: Layout,
  view: View,
): readonly Row[] {
  const { columns } = state.size;
  if (state.overlay?.type === 'filter') {
    const rows = filterRows(session, state.overlay.selected, layout.list, view);
    return ruled(view.t('review.filter.title'), rows, columns, view);
  }
  if (state.overlay?.type === 'split') {
    const rows = placeRows(state.overlay, layout.list, view);
    return ruled(view.t('review.split.title'), rows, columns, view);
  }
  return [segmentsHeading(session, columns, view), ...segmentRows(session, layout, view)];
}

function sessionScreen(state: ReviewState, session: Session, view: View): readonly Row[] {
  const layout = sessionLayout(state.size, session);
  const unit = selectedUnit(session);
  const list = listRows(state, session, layout, view);
  if (unit !== null) return [...list, ...textRows(session, unit, layout, view)];
  const empty = row(part(` ${view.t('review.list.empty')}`));
  const rest = Array.from({ length: state.size.rows - 3 - list.length }, () => BLANK);
  return [...list.with(1, empty), ...rest];
}

function caretOf(state: ReviewState): CaretCell | null {
  const editing = editingOf(state);
  if (editing === null || state.overlay !== null) return null;
  const { buffer, top } = editing.editor;
  const box = targetBox(sessionLayout(state.size, editing.session), editing.unit);
  const cell = caretCell(buffer, box.width);
  return { x: box.x + cell.column, y: box.y + cell.row - top };
}

function smallScreen({ size }: ReviewState, view: View): readonly Row[] {
  const text = view.t('review.small', { columns: size.columns, rows: size.rows });
  const lines = wrap(text, Math.max(1, size.columns)).map((line) => row(part(line.text)));
  return Array.from({ length: size.rows }, (_, at) => lines[at] ?? BLANK);
}

/** Draws the state: as many rows as the window has, none wider than it. */
export function screenOf(state: ReviewState, view: View): Screen {
  if (!isUsable(state.size)) return { rows: smallScreen(state, view), caret: null };
  const { overlay, session } = state;
  if (overlay?.type === 'help') {
    return { rows: frame(state, view, helpScreen(state, overlay.top, view)), caret: null };
  }
  if (session === null)
    return { rows: frame(state, view, articlesScreen(state, view)), caret: null };
  return { rows: frame(state, view, sessionScreen(state, session, view)), caret: caretOf(state) };
}
