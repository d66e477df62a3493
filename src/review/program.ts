/**
 * Runs the review: one event after the other through `update`, effects to the world, their answers
 * back as events. It never rejects; a bug in `update` reaches the caller of `send`.
 */
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { Outcome } from './outcome.ts';
import type { ReviewState } from './state.ts';

export type Send = (event: Event) => void;

/** Carries an effect out and sends its answers. A failure is an answer too: it never rejects. */
export type Perform = (effect: Effect, send: Send) => void | Promise<void>;

export interface Program {
  readonly state: () => ReviewState;
  readonly send: Send;
  /** Calls back after each change of the state; gives back the way to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves when no effect is under way, nor any that their answers led to. */
  readonly settled: () => Promise<void>;
}

export interface ProgramParts {
  readonly begin: Outcome;
  readonly update: (state: ReviewState, event: Event) => Outcome;
  readonly perform: Perform;
}

/** Starts a program with its first effects. */
export function startProgram({ begin, update, perform }: ProgramParts): Program {
  let [state] = begin;
  const listeners = new Set<() => void>();
  const underWay = new Set<Promise<void>>();

  function run(effect: Effect): void {
    const answer = perform(effect, send);
    if (answer === undefined) return;
    const done = answer.finally(() => underWay.delete(done));
    underWay.add(done);
  }

  function send(event: Event): void {
    const [next, effects] = update(state, event);
    const isNew = next !== state;
    state = next;
    for (const effect of effects) run(effect);
    if (isNew) for (const listener of listeners) listener();
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  for (const effect of begin[1]) run(effect);
  return {
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled,
  };
}
