/** Keeps what matters in view: the selected row, the caret. */
import type { PageOverlay } from '../overlay.ts';
import type { Cursor, Editor, HelpOverlay, Overlay, ReviewState, Session } from '../state.ts';
import { caretCell } from '../text/visual-lines.ts';
import { wrap } from '../text/wrap.ts';
import { settledPreview } from '../update/preview.ts';
import { selectedUnit } from '../update/session.ts';
import { dashboardRows } from './articles.ts';
import { helpRows, isUsable, type Layout, scrolled, targetBox } from './layout.ts';
import { readerTop } from './reader.ts';
import { sessionLayout } from './session-layout.ts';
import { helpLength } from './help.ts';
import { pageLines } from './overlays.ts';
import type { Size } from '../event.ts';

function settledCursor(cursor: Cursor, count: number, height: number): Cursor {
  const top = scrolled(cursor.top, cursor.selected, count, height);
  return top === cursor.top ? cursor : { ...cursor, top };
}

function settledEditor(session: Session, layout: Layout): Editor | null {
  const { editor } = session;
  const unit = selectedUnit(session);
  if (editor === null || unit === null) return editor;
  const box = targetBox(layout, unit);
  const { row } = caretCell(editor.buffer, box.width);
  const lines = wrap(editor.buffer.text, box.width).length;
  const lowest = Math.min(editor.top, row, Math.max(0, lines - box.rows));
  const top = Math.max(lowest, row - box.rows + 1);
  return top === editor.top ? editor : { ...editor, top };
}

function settledList(session: Session, layout: Layout): Cursor {
  const { cursor, shown, reader } = session;
  if (!reader) return settledCursor(cursor, shown.length, layout.list.rows);
  const top = readerTop(session, layout);
  return top === cursor.top ? cursor : { ...cursor, top };
}

function settledSession(session: Session, size: Size): Session {
  const layout = sessionLayout(size, session);
  const cursor = settledList(session, layout);
  const editor = settledEditor(session, layout);
  const isSame = cursor === session.cursor && editor === session.editor;
  return isSame ? session : { ...session, cursor, editor };
}

/** How many lines an overlay that is read has. */
export function overlayLength(state: ReviewState, overlay: HelpOverlay | PageOverlay): number {
  if (overlay.type === 'help') return helpLength();
  return pageLines(overlay, state.size.columns, { t: state.t, ascii: false }).length;
}

function settledOverlay(state: ReviewState, overlay: Overlay): Overlay {
  if (overlay.type === 'preview') return settledPreview(state, overlay);
  if (overlay.type !== 'help' && overlay.type !== 'page') return overlay;
  const last = Math.max(0, overlayLength(state, overlay) - helpRows(state.size));
  const top = Math.min(overlay.top, last);
  return top === overlay.top ? overlay : { ...overlay, top };
}

/** The state with every list and the editor scrolled so that the cursor is in view. */
export function settled(state: ReviewState): ReviewState {
  const { size, articles, session, overlay } = state;
  if (!isUsable(size)) return state;
  const cursor = settledCursor(articles.cursor, articles.lines?.length ?? 0, dashboardRows(state));
  return {
    ...state,
    articles: cursor === articles.cursor ? articles : { ...articles, cursor },
    session: session === null ? null : settledSession(session, size),
    overlay: overlay === null ? null : settledOverlay(state, overlay),
  };
}
