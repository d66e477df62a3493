/** The whole screen as rows, and the cell of the caret: what is painted is exactly this. */
import { lineOf, modeOf, type ReviewState, type Session } from '../state.ts';
import { visible } from '../../core/safe-text.ts';
import { caretCell } from '../text/visual-lines.ts';
import { fitEnd } from '../text/fit.ts';
import { measuring, widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { countsOf, isComplete } from '../findings.ts';
import { progressOf } from '../summary.ts';
import { countUnsaved } from '../update/unsaved.ts';
import { editingOf, selectedUnit } from '../update/session.ts';
import { articleScreen } from './articles.ts';
import { findingParts } from './dashboard.ts';
import { directionParts } from './directions.ts';
import { filterRows } from './filters.ts';
import { bar, countParts, footerRow, heading, noticeRows, percent, spread } from './frame.ts';
import { helpLines } from './help.ts';
import { helpRows, isUsable, type Layout, targetBox } from './layout.ts';
import { safeMessage } from './messages.ts';
import { lineView, pageLines, pickRows, promptRows } from './overlays.ts';
import { jobParts } from './jobs.ts';
import { placeRows } from './places.ts';
import { previewScreen } from './preview-screen.ts';
import { BLANK, type Part, part, partsWidth, type Row, row, type View } from './row.ts';
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

/** With how much the checks have found in the article, if there is room; `…` while they are looking. */
function withFound(left: readonly Part[], { found }: Session, room: number): readonly Part[] {
  const looking = isComplete(found) ? [] : [part('…', 'faint')];
  const all = [...left, part('  '), ...findingParts(countsOf(found)), ...looking];
  return partsWidth(all) < room ? all : left;
}

function header(state: ReviewState, view: View): Row {
  const { columns } = state.size;
  const { session } = state;
  const saved = savedParts(state, view);
  const both = [...(session === null ? [] : jobParts(state, view)), ...saved];
  // What is not on disk is said first.
  const right = partsWidth(both) <= columns ? both : saved;
  if (session === null) return spread([part(` ${brand(view)}`, 'strong')], right, columns);
  const { slug, counts } = session;
  const { done, total } = progressOf(counts);
  const left = [
    part(columns < 100 ? ' ' : ` ${brand(view)}  `, 'faint'),
    part(visible(slug), 'strong'),
    ...(columns < 120 || state.failure !== null ? [] : directionParts(session.article, view)),
    part(`  ${bar(done, total, columns < 100 ? 8 : 20, view.ascii)} `),
    part(`${percent(done, total)} ${done}/${total}  `),
    ...countParts(counts, view.ascii),
  ];
  return spread(withFound(left, session, columns - partsWidth(right)), right, columns);
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

function helpScreen(state: ReviewState, top: number, view: View): readonly Row[] {
  const under = modeOf({ ...state, overlay: null });
  const height = helpRows(state.size);
  const lines = helpLines(under, state.size.columns, view).slice(top, top + height);
  const blank = Array.from({ length: height - lines.length }, () => BLANK);
  return ruled(view.t('review.help.title'), [...lines, ...blank], state.size.columns, view);
}

/** A list to choose from or a page to read, in the place of the middle; null without one. */
function overlayScreen(state: ReviewState, view: View): readonly Row[] | null {
  const { overlay, size } = state;
  const { columns } = size;
  const rows = helpRows(size);
  if (overlay?.type === 'pick') {
    const title = safeMessage(view.t, overlay.title);
    return ruled(title, pickRows(overlay, { columns, rows }, view), columns, view);
  }
  if (overlay?.type !== 'page') return null;
  const lines = pageLines(overlay, columns, view).slice(overlay.top, overlay.top + rows);
  const blank = Array.from({ length: rows - lines.length }, () => BLANK);
  return ruled(safeMessage(view.t, overlay.title), [...lines, ...blank], columns, view);
}

/** Puts the line of a prompt over the last rows, below what was said of it last. */
function withPrompt(state: ReviewState, rows: readonly Row[], view: View): readonly Row[] {
  const { overlay, size, notice } = state;
  if (overlay?.type !== 'prompt') return rows;
  const said = notice === null ? [] : noticeRows(notice, size.columns, view);
  const line = [...said, ...promptRows(overlay, size.columns, view)];
  return [...rows.slice(0, rows.length - line.length - 1), ...line, ...rows.slice(-1)];
}

/** The cell of the caret in the line of an overlay. */
function lineCaret(state: ReviewState, view: View): CaretCell | null {
  const { overlay, size } = state;
  const line = lineOf(overlay);
  if (overlay === null || line === null) return null;
  const { caret } = lineView(line, size.columns, view);
  return { x: caret, y: overlay.type === 'prompt' ? size.rows - 2 : 2 };
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

function middleOf(state: ReviewState, view: View): readonly Row[] {
  const { overlay, session, size } = state;
  if (overlay?.type === 'help') return helpScreen(state, overlay.top, view);
  if (overlay?.type === 'preview' && session !== null) {
    return previewScreen(session, overlay, size, view);
  }
  const over = overlayScreen(state, view);
  if (over !== null) return over;
  return session === null ? articleScreen(state, view) : sessionScreen(state, session, view);
}

/** Draws the state: as many rows as the window has, none wider than it. */
export function screenOf(state: ReviewState, view: View): Screen {
  return measuring(state.ambiguousWide, () => drawn(state, view));
}

function drawn(state: ReviewState, view: View): Screen {
  if (!isUsable(state.size)) return { rows: smallScreen(state, view), caret: null };
  const rows = withPrompt(state, frame(state, view, middleOf(state, view)), view);
  return { rows, caret: lineCaret(state, view) ?? caretOf(state) };
}
