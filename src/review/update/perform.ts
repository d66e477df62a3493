/** Carries an action out: the one place where actions meet what they do. */
import type { Action } from '../action.ts';
import { type Outcome, say, still } from '../outcome.ts';
import type { ReviewState } from '../state.ts';
import { openSelected } from './articles.ts';
import { confirm, keepTheirs, takeBack, undoConfirm } from './confirm.ts';
import { chooseSplit, merge, openSplit, uncut } from './cutting.ts';
import { copySource, edit, editText, otherCandidate } from './editor.ts';
import { chooseFilter, move, openFilters, toggleDiff } from './lists.ts';
import { close } from './arrive.ts';
import { leaveEditor } from './saving.ts';
import { editingOf } from './session.ts';

type Handler<A> = (state: ReviewState, action: A, at: string) => Outcome;

type Handlers = { readonly [T in Action['type']]: Handler<Extract<Action, { type: T }>> };

function quit(state: ReviewState, at: string): Outcome {
  return state.quitRefused ? close(state) : leaveEditor(state, { type: 'quit' }, at);
}

const HANDLERS: Handlers = {
  move: (state, { step }) => still(move(state, step)),
  go: (state, { to }, at) => {
    const editing = editingOf(state) !== null;
    return leaveEditor(state, { type: 'go', to, editing }, at);
  },
  'open-article': (state) => openSelected(state),
  edit: (state) => still(edit(state)),
  text: (state, action, at) => editText(state, action.edit, at),
  approve: (state, _, at) => {
    return confirm(state, { type: 'go', to: 'next-open', editing: false }, at);
  },
  confirm: (state, { next }, at) => {
    return confirm(
      state,
      next ? { type: 'go', to: 'next-open', editing: true } : { type: 'stay' },
      at,
    );
  },
  revoke: (state, _, at) => takeBack(state, at),
  'undo-confirm': (state, _, at) => undoConfirm(state, at),
  'copy-source': (state, _, at) => copySource(state, at),
  'other-candidate': (state, _, at) => otherCandidate(state, at),
  'keep-theirs': (state, _, at) => keepTheirs(state, at),
  leave: (state, _, at) => leaveEditor(state, { type: 'leave' }, at),
  back: (state, _, at) => leaveEditor(state, { type: 'back' }, at),
  filter: (state) => still(openFilters(state)),
  choose: (state, _, at) => {
    return state.overlay?.type === 'split' ? chooseSplit(state, at) : chooseFilter(state);
  },
  merge: (state, _, at) => merge(state, at),
  split: (state, _, at) => still(openSplit(state, at)),
  uncut: (state, _, at) => uncut(state, at),
  close: (state) => still({ ...state, overlay: null }),
  diff: (state) => still(toggleDiff(state)),
  help: (state) => still({ ...state, overlay: { type: 'help', top: 0 } }),
  quit: (state, _, at) => quit(state, at),
  'quit-twice': (state, _, at) => {
    if (state.quitAsked) return quit(state, at);
    return still(say({ ...state, quitAsked: true }, 'review.notice.quit'));
  },
};

/** What an action leads to. */
export function perform(state: ReviewState, action: Action, at: string): Outcome {
  const handler = HANDLERS[action.type] as Handler<Action>;
  return handler(state, action, at);
}
