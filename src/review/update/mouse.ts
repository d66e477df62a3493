/** The mouse: the wheel moves, a click selects a row, a click in the target places the caret there. */
import type { Action } from '../action.ts';
import type { Effect } from '../effect.ts';
import type { Input } from '../event.ts';
import { type Outcome, still } from '../outcome.ts';
import { dashboardRows } from '../screen/articles.ts';
import { type Box, isUsable, targetBox } from '../screen/layout.ts';
import { sessionLayout } from '../screen/session-layout.ts';
import { modeOf, type ReviewState, type Session } from '../state.ts';
import { caretAt } from '../text/caret-at.ts';
import { perform } from './perform.ts';
import { leaveEditor } from './saving.ts';
import { editingOf, focusOf, select, withSession } from './session.ts';

type MouseInput = Extract<Input, { readonly type: 'mouse' }>;

/** How far one notch of the wheel goes. */
const NOTCH = 3;
/** Header and heading stand above the list of articles. */
const FIRST_ROW = 2;

/** What a press or the wheel leads to. */
export function mouse(state: ReviewState, input: MouseInput): Outcome {
  if (!isUsable(state.size)) return still(state);
  if (input.action === 'wheel-up' || input.action === 'wheel-down') return wheel(state, input);
  const isClick = input.action === 'down' && input.button === 'left';
  if (!isClick || state.overlay !== null) return still(state);
  const fresh = { ...state, notice: null, quitAsked: false, quitRefused: false };
  return fresh.session === null
    ? clickArticle(fresh, input)
    : clickSession(fresh, fresh.session, input);
}

function wheel(state: ReviewState, { action, at }: MouseInput): Outcome {
  const step = action === 'wheel-up' ? 'up' : 'down';
  const one: Action =
    modeOf(state) === 'edit' ? { type: 'text', edit: step } : { type: 'move', step };
  let next = state;
  const effects: Effect[] = [];
  for (let notch = 0; notch < NOTCH; notch += 1) {
    const [after, more] = perform(next, one, at);
    next = after;
    effects.push(...more);
  }
  return [next, effects];
}

/** A click on the article that is selected opens it. */
function clickArticle(state: ReviewState, { y, at }: MouseInput): Outcome {
  const { articles } = state;
  const { cursor, lines } = articles;
  const selected = cursor.top + y - FIRST_ROW;
  const isLine =
    y >= FIRST_ROW && y < FIRST_ROW + dashboardRows(state) && selected < (lines?.length ?? 0);
  if (!isLine) return still(state);
  if (selected === cursor.selected) return perform(state, { type: 'open-article' }, at);
  return still({ ...state, articles: { ...articles, cursor: { ...cursor, selected } } });
}

function isIn({ x, y, width, rows }: Box, cell: { readonly x: number; readonly y: number }) {
  return cell.x >= x && cell.x <= x + width && cell.y >= y && cell.y < y + rows;
}

function clickSession(state: ReviewState, session: Session, input: MouseInput): Outcome {
  const layout = sessionLayout(state.size, session);
  if (isIn(layout.list, input)) return clickSegment(state, session, input);
  const unit = focusOf(state)?.unit;
  if (unit === undefined || !isIn(targetBox(layout, unit), input)) return still(state);
  return clickTarget(state, input);
}

/** A row of the list. What is being typed is left first, as by the keys; then the click is handled. */
function clickSegment(state: ReviewState, session: Session, input: MouseInput): Outcome {
  if (session.reader) return still(state);
  if (session.editor !== null) {
    const [left, effects] = leaveEditor(state, { type: 'leave' }, input.at);
    if (left.saving !== null) return [{ ...left, waiting: [input, ...left.waiting] }, effects];
    const [next, more] = mouse(left, input);
    return [next, [...effects, ...more]];
  }
  const { y } = sessionLayout(state.size, session).list;
  const index = session.shown[session.cursor.top + input.y - y];
  return still(index === undefined ? state : withSession(state, select(session, index)));
}

/** The target opens, and the caret stands where the click was. */
function clickTarget(state: ReviewState, input: MouseInput): Outcome {
  const opened = editingOf(state) === null ? perform(state, { type: 'edit' }, input.at) : null;
  const [next, effects] = opened ?? still(state);
  const editing = editingOf(next);
  if (editing === null) return [next, effects];
  const { session, unit, editor } = editing;
  const box = targetBox(sessionLayout(next.size, session), unit);
  const cell = { row: editor.top + Math.max(0, input.y - box.y), column: input.x - box.x };
  const buffer = caretAt(editor.buffer, cell, box.width);
  return [withSession(next, { ...session, editor: { ...editor, buffer } }), effects];
}
