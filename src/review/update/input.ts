/** Keys and text: held back while the disk is asked, else turned into actions. */
import type { Action } from '../action.ts';
import type { Effect } from '../effect.ts';
import type { Input } from '../event.ts';
import { bindingFor } from '../keymap.ts';
import { type Outcome, still } from '../outcome.ts';
import { isUsable } from '../screen/layout.ts';
import { type ReviewState, modeOf } from '../state.ts';
import { graphemesOf } from '../text/graphemes.ts';
import { pasteText, type } from './editor.ts';
import { perform } from './perform.ts';

/** Whether keys have to wait: what they mean depends on an answer that is not there yet. */
function isBusy(state: ReviewState): boolean {
  return state.saving !== null || state.opening !== null;
}

/** Handles what a person did. */
export function handleInput(state: ReviewState, input: Input): Outcome {
  if (isBusy(state)) return still({ ...state, waiting: [...state.waiting, input] });
  if (input.type === 'key') return key(state, input.name, input.at);
  return modeOf(state) === 'edit' ? text(state, input) : commands(state, input);
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

function text(state: ReviewState, input: Exclude<Input, { type: 'key' }>): Outcome {
  if (!isUsable(state.size)) return still(state);
  const fresh = { ...state, notice: null, quitAsked: false, quitRefused: false };
  return input.type === 'paste'
    ? pasteText(fresh, input.text, input.at)
    : type(fresh, input.text, input.at);
}

/** Typed characters where letters are commands: one after the other, each in the mode it finds. */
function commands(state: ReviewState, input: Exclude<Input, { type: 'key' }>): Outcome {
  if (input.type === 'paste') return still(state);
  const keys = graphemesOf(input.text).map((name): Input => {
    return { type: 'key', name, at: input.at };
  });
  return handleWaiting({ ...state, waiting: [...keys, ...state.waiting] });
}

const ALWAYS: ReadonlySet<Action['type']> = new Set(['quit', 'quit-twice']);

function key(state: ReviewState, name: string, at: string): Outcome {
  const mode = modeOf(state);
  const binding = bindingFor(mode, name);
  if (binding === null) {
    const isTyped = mode === 'edit' && graphemesOf(name).length === 1;
    return isTyped ? text(state, { type: 'text', text: name, at }) : still(state);
  }
  if (!isUsable(state.size) && !ALWAYS.has(binding.action.type)) return still(state);
  const quitAsked = state.quitAsked && binding.action.type === 'quit-twice';
  const quitRefused = state.quitRefused && ALWAYS.has(binding.action.type);
  return perform({ ...state, notice: null, quitAsked, quitRefused }, binding.action, at);
}
