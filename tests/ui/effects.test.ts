import { DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import type { Workspace } from '../../src/core/ports.ts';
import type { Effect } from '../../src/review/effect.ts';
import type { Event } from '../../src/review/event.ts';
import { LookUps } from '../../src/review/look-ups.ts';
import { backgroundOf, performWith, type TerminalPart } from '../../src/ui/effects.ts';
import { article, RIVER } from '../review/desk.ts';

const state = article('river-rises', RIVER);

function workspace(fault: Error | null): Workspace {
  const answer = async <Value>(value: Value): Promise<Value> => {
    if (fault !== null) throw fault;
    return Promise.resolve(value);
  };
  return {
    root: '.',
    strangers: () => Promise.resolve({ articles: [], others: [] }),
    slugs: () => answer(['river-rises']),
    open: () => answer(state),
    commit: () => answer(state),
    jot: () => answer(undefined),
    create: () => answer(undefined),
    terms: () => answer(null),
    editTerms: () => answer(undefined),
    fingerprints: () => answer(new Map()),
    recall: () => answer(null),
    remember: () => Promise.resolve(),
    recallBytes: () => answer(null),
    rememberBytes: () => Promise.resolve(),
    recover: () => answer(new Map()),
    watch: () => () => undefined,
    close: () => Promise.resolve(),
  };
}

function terminal(fault: Error | null): TerminalPart {
  return {
    editOutside: ({ text }) =>
      fault === null ? Promise.resolve(`${text}!`) : Promise.reject(fault),
    copy: (text) => text.length < 10,
    setMouse: () => undefined,
  };
}

async function carryOut(effect: Effect, fault: Error | null) {
  const events: Event[] = [];
  const crashes: unknown[] = [];
  let quits = 0;
  const perform = performWith({
    workspace: workspace(fault),
    terminal: terminal(fault),
    checking: { check: () => undefined, count: () => undefined },
    lookUps: new LookUps({
      workspace: workspace(fault),
      dictionary: () => Promise.resolve({ missing: 'none' }),
      breathe: () => Promise.resolve(),
    }),
    clock: () => new Date(0),
    background: backgroundOf(workspace(fault), () => () => undefined),
    jobs: { perform: () => undefined, stop: () => undefined },
    quit: () => {
      quits += 1;
    },
    crash: (error) => void crashes.push(error),
  });
  await perform(effect, (event) => void events.push(event));
  return { events: events.map(({ type }) => type), crashes, quits };
}

const slug = 'river-rises';
const operation = {
  type: 'drop-draft',
  key: 'title',
  at: '',
  by: 'mei',
  origin: 'person',
} as const;

const EFFECTS: readonly (readonly [Effect, readonly string[], readonly string[]])[] = [
  [{ type: 'list', checks: DEFAULT_SETTING }, ['listed', 'summarised'], ['list-failed']],
  [{ type: 'open', slug }, ['opened'], ['open-failed']],
  [{ type: 'reload', slug }, ['reloaded'], ['reload-failed']],
  [{ type: 'commit', slug, operations: [operation] }, ['saved'], ['save-failed']],
  [{ type: 'jot', slug, operation }, [], ['jot-failed']],
  [
    { type: 'external-edit', key: 'title', source: '水', text: 'water', hint: '' },
    ['external-edited'],
    ['external-failed'],
  ],
];

describe('effects', () => {
  it.each(EFFECTS)('%j is answered', async (effect, answers) => {
    expect(await carryOut(effect, null)).toEqual({ events: answers, crashes: [], quits: 0 });
  });

  it.each(EFFECTS)('%j answers with the reason when it fails', async (effect, _, answers) => {
    const { events, crashes } = await carryOut(effect, new UserError('The disk is full.'));
    expect([events, crashes]).toEqual([answers, []]);
  });

  it.each(EFFECTS)(
    '%j ends the review when the program is at fault, and does not reject',
    async (effect) => {
      const bug = new TypeError('bug');
      expect(await carryOut(effect, bug)).toEqual({ events: [], crashes: [bug], quits: 0 });
    },
  );

  it.each([
    ['short', []],
    ['much too long', ['copy-refused']],
  ])('copies %j', async (text, events) => {
    expect((await carryOut({ type: 'copy', text }, null)).events).toEqual(events);
  });

  it('looks terms up again that could not be read', async () => {
    const faults = [new UserError('It is being written.')];
    const place = workspace(null);
    const lookUps = new LookUps({
      workspace: {
        ...place,
        slugs: () => Promise.resolve([]),
        terms: () => {
          const fault = faults.pop();
          return fault === undefined ? Promise.resolve(null) : Promise.reject(fault);
        },
      },
      dictionary: () => Promise.resolve({ missing: 'none' }),
      breathe: () => Promise.resolve(),
    });
    const article = await place.open(slug);
    await expect(lookUps.aids(article, [])).rejects.toThrow('It is being written.');
    expect(await lookUps.aids(article, [])).toEqual([]);
  });

  it('quits', async () => {
    expect((await carryOut({ type: 'quit' }, null)).quits).toBe(1);
  });
});
