/** Keeps what matters in view: the selected row, the caret. */
import type { Cursor, Editor, Overlay, ReviewState, Session } from '../state.ts';
import { caretCell } from '../text/visual-lines.ts';
import { wrap } from '../text/wrap.ts';
import { selectedUnit } from '../update/session.ts';
import { articleRows, helpRows, isUsable, type Layout, scrolled, targetBox } from './layout.ts';
import { sessionLayout } from './session-layout.ts';
import { helpLength } from './help.ts';
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

function settledSession(session: Session, size: Size): Session {
  const layout = sessionLayout(size, session);
  const height = layout.list.rows;
  const cursor = settledCursor(session.cursor, session.shown.length, height);
  const editor = settledEditor(session, layout);
  const isSame = cursor === session.cursor && editor === session.editor;
  return isSame ? session : { ...session, cursor, editor };
}

function settledOverlay(overlay: Overlay, size: Size): Overlay {
  if (overlay.type !== 'help') return overlay;
  const top = Math.min(overlay.top, Math.max(0, helpLength() - helpRows(size)));
  return top === overlay.top ? overlay : { ...overlay, top };
}

/** The state with every list and the editor scrolled so that the cursor is in view. */
export function settled(state: ReviewState): ReviewState {
  const { size, articles, session, overlay } = state;
  if (!isUsable(size)) return state;
  const cursor = settledCursor(articles.cursor, articles.lines?.length ?? 0, articleRows(size));
  return {
    ...state,
    articles: cursor === articles.cursor ? articles : { ...articles, cursor },
    session: session === null ? null : settledSession(session, size),
    overlay: overlay === null ? null : settledOverlay(overlay, size),
  };
}
