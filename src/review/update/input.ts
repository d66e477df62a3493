/** Keys and text: held back while the disk is asked, else turned into actions. */
import type { Action } from '../action.ts';
import type { Effect } from '../effect.ts';
import type { Input } from '../event.ts';
import { bindingFor } from '../keymap.ts';
import { type Outcome, refuse, still } from '../outcome.ts';
import { isUsable } from '../screen/layout.ts';
import { lineOf, modeOf, type ReviewState } from '../state.ts';
import { graphemesOf } from '../text/graphemes.ts';
import { pasteText, type } from './editor.ts';
import { mouse } from './mouse.ts';
import { perform, typeInLine } from './perform.ts';
import { typedSince } from './vanished.ts';

/** Characters, one by one or as a whole. */
type Typed = Exclude<Input, { type: 'key' | 'mouse' }>;

/** Whether keys have to wait: what they mean depends on an answer that is not there yet. */
function isBusy(state: ReviewState): boolean {
  return state.saving !== null || state.opening !== null;
}

/** Handles what a person did. */
export function handleInput(state: ReviewState, input: Input): Outcome {
  if (isBusy(state)) return still({ ...state, waiting: [...state.waiting, input] });
  if (input.type === 'key') return key(state, input.name, input.at);
  if (input.type === 'mouse') return mouse(state, input);
  if (!isUsable(state.size)) return still(state);
  if (lineOf(state.overlay) !== null) return still(line(state, input));
  if (modeOf(state) === 'halt') return still(typedSince(state, input.text));
  return modeOf(state) === 'edit' ? text(state, input) : commands(state, input);
}

/** What is typed while a line of an overlay has the keys. */
function line(state: ReviewState, input: Typed): ReviewState {
  const fresh = { ...state, notice: null, seeking: null, quitAsked: false, quitRefused: false };
  return typeInLine(fresh, input);
}

/** Handles what waited, as far as it can. */
export function handleWaiting(state: ReviewState): Outcome {
  let next = state;
  const effects: Effect[] = [];
  while (!isBusy(next) && !next.closed) {
    const [input, ...waiting] = next.waiting;
    if (input === undefined) break;
    const [after, more] = handleInput({ ...next, waiting }, input);
    next = after;
    effects.push(...more);
  }
  return [next, effects];
}

function text(state: ReviewState, input: Typed): Outcome {
  const fresh = { ...state, notice: null, seeking: null, quitAsked: false, quitRefused: false };
  return input.type === 'paste'
    ? pasteText(fresh, input.text, input.at)
    : type(fresh, input.text, input.at);
}

/** Typed characters where letters are commands: one after the other, each in the mode it finds. */
function commands(state: ReviewState, input: Typed): Outcome {
  if (input.type === 'paste') return still(state);
  const keys = graphemesOf(input.text).map((name): Input => {
    return { type: 'key', name, at: input.at };
  });
  return handleWaiting({ ...state, waiting: [...keys, ...state.waiting] });
}

const ALWAYS: ReadonlySet<Action['type']> = new Set(['quit', 'quit-twice']);

/** In a list whose letters are no text, a number takes the row of that number. */
function numbered(state: ReviewState, name: string, at: string): Outcome | null {
  const { overlay } = state;
  const digit = /^[1-9]$/.exec(name.normalize('NFKC'))?.[0];
  if (overlay?.type !== 'pick' || overlay.query !== null || digit === undefined) return null;
  const selected = Number(digit) - 1;
  if (selected >= overlay.rows.length) return still(state);
  return perform({ ...state, overlay: { ...overlay, selected } }, { type: 'choose' }, at);
}

/** A key that is bound to nothing may still be a character. */
function unbound(state: ReviewState, name: string, at: string): Outcome {
  const mode = modeOf(state);
  const isText = mode === 'edit' || mode === 'halt' || lineOf(state.overlay) !== null;
  const isTyped = isText && graphemesOf(name).length === 1;
  if (isTyped) return handleInput(state, { type: 'text', text: name, at });
  if (mode === 'halt') return still(refuse(state, 'review.refuse.escCloses'));
  // The key would do something in the list: a person who is editing is told how to get there.
  const isOfList = mode === 'edit' && bindingFor('list', name) !== null;
  return still(isOfList ? refuse(state, 'review.refuse.escFirst') : state);
}

function key(state: ReviewState, name: string, at: string): Outcome {
  const binding = bindingFor(modeOf(state), name);
  if (binding === null) return numbered(state, name, at) ?? unbound(state, name, at);
  const quits = ALWAYS.has(binding.action.type);
  if (!isUsable(state.size) && !quits) return still(state);
  const quitAsked = state.quitAsked && quits;
  const quitRefused = state.quitRefused && quits;
  const fresh = { ...state, notice: null, seeking: null, quitAsked, quitRefused };
  return perform(fresh, binding.action, at);
}
