/** What an event leads to: the next state, and what the world is asked for. */
import type { Effect } from './effect.ts';
import type { MessageKey, MessageValues } from '../core/messages.ts';
import type { ReviewState } from './state.ts';

export type Outcome = readonly [state: ReviewState, effects: readonly Effect[]];

/** The state alone. */
export function still(state: ReviewState): Outcome {
  return [state, []];
}

/** Says something below the texts. */
export function say(state: ReviewState, key: MessageKey, values?: MessageValues): ReviewState {
  return { ...state, notice: { tone: 'info', key, ...(values === undefined ? {} : { values }) } };
}

/** Says why something was not done. */
export function refuse(state: ReviewState, key: MessageKey, values?: MessageValues): ReviewState {
  return { ...state, notice: { tone: 'error', key, ...(values === undefined ? {} : { values }) } };
}
