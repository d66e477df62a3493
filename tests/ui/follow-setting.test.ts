import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Event } from '../../src/review/event.ts';
import { followSetting } from '../../src/ui/follow-setting.ts';

/** Follows stamps, one a look, the last one for good; resolves when all have been looked at. */
async function follow(stamps: readonly (string | Error)[]) {
  const events: Event[] = [];
  const crashes: unknown[] = [];
  const end = Promise.withResolvers<void>();
  let at = 0;
  let changes = 0;
  const stop = followSetting({
    stamp: async () => {
      const now = stamps[Math.min(at, stamps.length - 1)];
      at += 1;
      if (at > stamps.length) end.resolve();
      if (now instanceof Error) throw now;
      return now ?? '';
    },
    read: async () => DEFAULT_SETTING,
    changed: () => {
      changes += 1;
    },
    tell: (event) => void events.push(event),
    crash: (error) => {
      crashes.push(error);
      end.resolve();
    },
    everyMs: 1,
  });
  await end.promise;
  stop();
  return { told: events.map(({ type }) => type), changes, crashes };
}

describe('the setting', () => {
  const broken = new UserError('The config: no.');
  it.each<[string, readonly (string | Error)[], number]>([
    ['is not told while it stays', ['a', 'a', 'a'], 0],
    ['is told each time it changes', ['a', 'b', 'b', 'c'], 2],
    ['that cannot be read is waited for', ['a', broken, broken, 'b'], 1],
    ['that could not be read and is as it was is no news', ['a', broken, 'a'], 0],
  ])('%s', async (_, stamps, count) => {
    const { told, changes, crashes } = await follow(stamps);
    expect(told).toEqual(Array.from({ length: count }, () => 'setting'));
    expect(changes).toBe(count);
    expect(crashes).toEqual([]);
  });

  it('that the program cannot cope with ends the review', async () => {
    const bug = new TypeError('bug');
    expect((await follow(['a', bug])).crashes).toEqual([bug]);
  });
});
