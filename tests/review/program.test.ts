import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import type { Effect } from '../../src/review/effect.ts';
import { startProgram } from '../../src/review/program.ts';
import { initialState, type ReviewState } from '../../src/review/state.ts';

const LIST = { type: 'list', checks: DEFAULT_SETTING } as const;
const START = initialState('mei', { columns: 80, rows: 24 });

/** Each answer asks for one more effect, until the window is wide enough. */
function widen(state: ReviewState): readonly [ReviewState, readonly Effect[]] {
  const columns = state.size.columns + 1;
  const next = { ...state, size: { ...state.size, columns } };
  return [next, columns < 84 ? [LIST] : []];
}

const AGAIN = { type: 'listed', slugs: [] } as const;

describe('the program', () => {
  it('is settled when no effect is under way, nor any that the answers led to', async () => {
    const program = startProgram({
      begin: [START, [LIST]],
      update: widen,
      perform: async (_, send) => {
        await Promise.resolve();
        send(AGAIN);
      },
    });
    await program.settled();
    expect(program.state().size.columns).toBe(84);
  });

  it('tells its listeners of new states only, until they leave', () => {
    let calls = 0;
    const program = startProgram({
      begin: [START, []],
      update: (state, event) => (event.type === 'listed' ? widen(state) : [state, []]),
      perform: () => undefined,
    });
    const leave = program.subscribe(() => {
      calls += 1;
    });
    program.send({ type: 'terminate', at: '' });
    expect(calls).toBe(0);
    program.send(AGAIN);
    leave();
    program.send(AGAIN);
    expect(calls).toBe(1);
  });

  it('begins effects before it tells of the state that asked for them', () => {
    const order: string[] = [];
    const program = startProgram({
      begin: [START, []],
      update: widen,
      perform: (effect) => void order.push(effect.type),
    });
    program.subscribe(() => void order.push('told'));
    program.send(AGAIN);
    expect(order).toEqual(['list', 'told']);
  });
});
