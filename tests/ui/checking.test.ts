/** Checking while keys are pressed: short slices, the newest order only, an end when the review ends. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import type { Event } from '../../src/review/event.ts';
import { Checking } from '../../src/ui/checking.ts';
import { article } from '../review/desk.ts';

const COUNT = 300;
const text = Array.from({ length: COUNT }, (_, at) => `Boat {{${at}}} is in.`).join('\n\n');
const STATE = article('boats', `${text}\n`);
const ORDER = [...STATE.units.keys()];
const CHECK = { type: 'check', article: STATE, checks: DEFAULT_SETTING, order: ORDER } as const;
const COUNT_EFFECT = { type: 'count', article: STATE, checks: DEFAULT_SETTING } as const;

/** Each look at the clock takes a millisecond, so a slice holds a few segments. */
function checker() {
  const events: Event[] = [];
  const crashes: unknown[] = [];
  let time = 0;
  let breaths = 0;
  const checking = new Checking({
    now: () => (time += 1),
    breathe: async () => {
      breaths += 1;
    },
    crash: (error) => void crashes.push(error),
  });
  return {
    checking,
    events,
    crashes,
    send: (event: Event) => void events.push(event),
    breaths: () => breaths,
  };
}

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100_000 && !done(); turn += 1) await Promise.resolve();
  expect(done()).toBe(true);
}

function looked(events: readonly Event[]): number[] {
  return events.flatMap((event) => (event.type === 'checked' ? [...event.units.keys()] : []));
}

const isOver = (events: readonly Event[]): boolean =>
  events.some((event) => event.type === 'checked' && event.whole !== null);

describe('checking', () => {
  it('answers for every segment once, in the order asked for, and lets keys in between', async () => {
    const { checking, events, send, breaths, crashes } = checker();
    const order = ORDER.toReversed();
    checking.check({ ...CHECK, order }, send);
    await until(() => isOver(events));
    expect(looked(events)).toEqual(order);
    expect(breaths()).toBeGreaterThan(COUNT / 10);
    expect(crashes).toEqual([]);
  });

  it('leaves off when something else is asked for', async () => {
    const { checking, events, send } = checker();
    checking.check(CHECK, send);
    await until(() => looked(events).length > 0);
    const before = looked(events).length;
    checking.check({ ...CHECK, order: [7] }, send);
    await until(() => isOver(events));
    const after = looked(events).slice(before);
    expect(after.at(-1)).toBe(7);
    expect(after.length).toBeLessThan(20);
  });

  it('counts articles once the open one is checked', async () => {
    const { checking, events, send } = checker();
    checking.check(CHECK, send);
    checking.count(COUNT_EFFECT, send);
    checking.count(COUNT_EFFECT, send);
    await until(() => events.some(({ type }) => type === 'counted'));
    const names = events.map(({ type }) => type);
    expect(names.lastIndexOf('checked')).toBeLessThan(names.indexOf('counted'));
  });

  it('says nothing once it is stopped', async () => {
    const { checking, events, send } = checker();
    checking.check(CHECK, send);
    checking.count(COUNT_EFFECT, send);
    await until(() => events.length > 0);
    checking.stop();
    const before = events.length;
    for (let turn = 0; turn < 2000; turn += 1) await Promise.resolve();
    expect(events).toHaveLength(before);
  });

  it('that is at fault ends the review', async () => {
    const { checking, crashes } = checker();
    const bug = new TypeError('bug');
    checking.check(CHECK, () => {
      throw bug;
    });
    await until(() => crashes.length > 0);
    expect(crashes).toEqual([bug]);
  });
});
