/** Keys at random, on the machine alone and in a real terminal. `npm run bench -- monkey` has more. */
import { describe, expect, it } from 'vitest';
import { KEYMAP } from '../../src/review/keymap.ts';
import { createDecoder } from '../../src/ui/input/decoder.ts';
import { keyBytes } from '../support/key-bytes.ts';
import { monkeyAtMachine } from '../support/monkey-machine.ts';
import { runTerminal } from '../support/monkey-terminal.ts';

const KEYS = 500;
const SEED = 20_240_501;
/** Two hundred runs in all, some at a time: on a busy machine all of them take minutes. */
const RUNS = 25;
const FIRST = Array.from({ length: 8 }, (_, at) => SEED + at * RUNS);

describe('the bytes of a key', () => {
  it('are those of that key, for all in the key table', () => {
    const names = new Set(KEYMAP.flatMap(({ keys }) => keys));
    for (const name of names) {
      const decoder = createDecoder();
      const events = [...decoder.feed(Buffer.from(keyBytes(name))), ...decoder.flush()];
      const isTyped = [...name].length === 1;
      expect(events).toEqual([isTyped ? { type: 'text', text: name } : { type: 'key', name }]);
    }
  });
});

describe('a monkey at the machine', () => {
  it.each(FIRST)(
    `of ${RUNS} with ${KEYS} keys each breaks nothing and loses nothing (seeds from %i)`,
    async (first) => {
      let signOffs = 0;
      for (let seed = first; seed < first + RUNS; seed += 1) {
        const run = await monkeyAtMachine(seed, KEYS);
        expect(run.fault).toBe('');
        signOffs += run.signOffs;
      }
      // It got somewhere.
      expect(signOffs).toBeGreaterThan(RUNS);
    },
    300_000,
  );
});

describe('a monkey at the program in a terminal', () => {
  it.each([1, 2, 3])('breaks nothing and loses nothing (seed %i)', async (seed) => {
    const { faults, looks } = await runTerminal(seed, KEYS);
    expect(faults).toEqual([]);
    expect(looks).toBeGreaterThan(0);
  });
});
