/** However the review ends, the terminal is given back. */
import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Workspace } from '../../src/core/ports.ts';
import { createTranslate } from '../../src/interface.ts';
import { openReview } from '../../src/ui/open-review.tsx';
import { article, RIVER } from '../review/desk.ts';

// Ink writes what is logged above its screen, through a console of its own; the test's has no maker.
Object.assign(globalThis.console, { Console });

const state = article('river-rises', RIVER);

const WORKSPACE: Workspace = {
  root: '.',
  strangers: () => Promise.resolve({ articles: [], others: [] }),
  slugs: () => Promise.resolve(['river-rises']),
  open: () => Promise.resolve(state),
  commit: () => Promise.resolve(state),
  jot: () => Promise.resolve(),
  create: () => Promise.resolve(),
  terms: () => Promise.resolve(null),
  editTerms: () => Promise.resolve(),
  fingerprints: () => Promise.resolve(new Map()),
  recall: () => Promise.resolve(null),
  remember: () => Promise.resolve(),
  recallBytes: () => Promise.resolve(null),
  rememberBytes: () => Promise.resolve(),
  recover: () => Promise.resolve(new Map()),
  watch: () => () => undefined,
  close: () => Promise.resolve(),
};

type SignalName = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'exit';

async function sitDown(changes: Partial<Workspace>) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (bytes: Buffer) => (written += bytes.toString()));
  const signals = new Map<SignalName, () => void>();
  const ended = openReview({
    workspace: { ...WORKSPACE, ...changes },
    config: DEFAULT_CONFIG,
    setting: { stamp: async () => '', read: async () => DEFAULT_SETTING },
    slug: 'river-rises',
    dictionary: () => Promise.resolve({ missing: 'none' }),
    startJob: () => Promise.resolve({ output: '', exitCode: 0 }),
    ascii: false,
    mouse: false,
    screenReader: false,
    t: await createTranslate('en'),
    user: 'mei',
    clock: () => new Date(Date.UTC(2026, 0, 1)),
    host: {
      stdin,
      stdout,
      stderr: new PassThrough(),
      environment: {},
      onSignal: (name, run) => {
        signals.set(name, run);
        return () => signals.delete(name);
      },
    },
  });
  const shows = async (text: string): Promise<void> => {
    while (!written.includes(text)) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await shows('Segments');
  return { stdin, signals, ended, shows, written: () => written };
}

/** What was asked of the terminal last is what it had before. */
function expectGivenBack(written: string): void {
  for (const [on, off] of [
    ['\u001b[?1049h', '\u001b[?1049l'],
    ['\u001b[?2004h', '\u001b[?2004l'],
    ['\u001b[>1u', '\u001b[<u'],
  ] as const) {
    expect(written).toContain(on);
    expect(written.lastIndexOf(off)).toBeGreaterThan(written.lastIndexOf(on));
  }
}

describe('the terminal', () => {
  it.each([
    ['a save', { commit: () => Promise.reject(new TypeError('a bug')) }, '\rRiver\r'],
    ['the journal', { jot: () => Promise.reject(new TypeError('a bug')) }, '\rRiver'],
  ] as const)('is given back after a fault in %s', async (_, changes, keys) => {
    const { stdin, ended, written } = await sitDown(changes);
    stdin.write(keys);
    await expect(ended).rejects.toThrow('a bug');
    expectGivenBack(written());
  });

  it('is given back after a fault in the watch', async () => {
    let changed: (slugs: readonly string[] | null) => void = () => undefined;
    const { ended, written } = await sitDown({
      watch: (listener) => {
        changed = listener;
        return () => undefined;
      },
    });
    changed(7 as never);
    await expect(ended).rejects.toThrow(TypeError);
    expectGivenBack(written());
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'is given back after %s, even with a disk that takes nothing',
    async (name) => {
      const refuse = () => Promise.reject(new UserError('The disk is full.'));
      const { stdin, signals, ended, shows, written } = await sitDown({
        commit: refuse,
        jot: refuse,
      });
      stdin.write('\rRiver\r');
      await shows('NOT SAVED');
      signals.get(name)?.();
      expect(await ended).toEqual({ output: '', exitCode: 0 });
      expectGivenBack(written());
      expect(signals.size).toBe(0);
    },
  );

  it('stops watching when the review ends', async () => {
    let watches = 0;
    const { stdin, ended } = await sitDown({
      watch: () => {
        watches += 1;
        return () => (watches -= 1);
      },
    });
    stdin.write('\u0011');
    await ended;
    expect(watches).toBe(0);
  });
});
