/** The arithmetic of the ledger: what was spent, what is left, what may have been charged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime } from '../../../src/core/money/local-time.ts';
import { perhapsBilled } from '../../../src/core/money/perhaps-billed.ts';
import { leftUnder, roomLeft, type Budget } from '../../../src/core/money/room.ts';
import { spent, type Spent } from '../../../src/core/money/spent.ts';
import { usageReport } from '../../../src/core/money/usage-report.ts';
import { usageTable } from '../../../src/core/money/usage-table.ts';
import type { LedgerEntry } from '../../../src/core/ports.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const utc = localTime('UTC');

type Facts = Partial<Extract<LedgerEntry, { type: 'sent' }>>;

function sent(id: string, facts: Facts = {}): LedgerEntry {
  const plain = { at: NOW, run: 'r1', engine: 'deepl', slug: 'ferry', keys: [], characters: 100 };
  return { type: 'sent', id, ...plain, ...facts };
}

function answered(id: string, billed = 90, tokens?: number): LedgerEntry {
  return { type: 'answered', id, at: NOW, billed, ...(tokens === undefined ? {} : { tokens }) };
}

function failed(id: string, isPerhapsBilled: boolean): LedgerEntry {
  return { type: 'failed', id, at: NOW, failure: 'network', perhapsBilled: isPerhapsBilled };
}

function total(entries: readonly LedgerEntry[], zone = 'UTC', engine?: string): Spent {
  const options = { now: NOW, run: 'r1', local: localTime(zone) };
  return spent(entries, { ...options, ...(engine === undefined ? {} : { engine }) });
}

describe('what was spent', () => {
  it.each<[string, LedgerEntry[], number]>([
    ['nothing', [], 0],
    ['an answer, as it was billed', [sent('a'), answered('a')], 90],
    ['an answer that was free', [sent('a'), answered('a', 0)], 0],
    ['a request without an outcome, in full', [sent('a')], 100],
    ['a failure that may have been charged', [sent('a'), failed('a', true)], 100],
    ['a failure that was not charged', [sent('a'), failed('a', false)], 0],
    [
      'a failure that is told in both ways',
      [failed('a', false), failed('a', true), sent('a')],
      100,
    ],
    ['an answer after a failure', [sent('a'), failed('a', true), answered('a')], 90],
    ['an answer whose sending is lost', [answered('a')], 90],
    ['a failure whose sending is lost', [failed('a', true)], 0],
    ['lines that are there twice', [sent('a'), sent('a'), answered('a'), answered('a')], 90],
    ['several requests', [sent('a'), answered('a'), sent('b'), sent('c'), failed('c', false)], 190],
  ])('counts %s', (_what, entries, characters) => {
    expect(total(entries)).toMatchObject({ day: characters, month: characters });
  });

  it.each<[string, string, string, Spent]>([
    ['now', NOW, 'UTC', { run: 100, day: 100, month: 100 }],
    [
      'the first moment of the day',
      '2026-11-23T00:00:00.000Z',
      'UTC',
      { run: 100, day: 100, month: 100 },
    ],
    [
      'the last moment of yesterday',
      '2026-11-22T23:59:59.999Z',
      'UTC',
      { run: 100, day: 0, month: 100 },
    ],
    [
      'the last moment of last month',
      '2026-10-31T23:59:59.999Z',
      'UTC',
      { run: 100, day: 0, month: 0 },
    ],
    ['a year ago', '2025-11-23T12:00:00.000Z', 'UTC', { run: 100, day: 0, month: 0 }],
    [
      'late yesterday, which is today in Shanghai',
      '2026-11-22T16:30:00.000Z',
      'Asia/Shanghai',
      { run: 100, day: 100, month: 100 },
    ],
    [
      'last month, which is this one in Shanghai',
      '2026-10-31T16:00:00.000Z',
      'Asia/Shanghai',
      { run: 100, day: 0, month: 100 },
    ],
    [
      'this month, which is the last in New York',
      '2026-11-01T03:59:00.000Z',
      'America/New_York',
      { run: 100, day: 0, month: 0 },
    ],
  ])('counts what was sent %s for its day and month', (_what, at, zone, expected) => {
    expect(total([sent('a', { at }), answered('a', 100)], zone)).toEqual(expected);
  });

  it('belongs to a call and an engine', () => {
    const entries = [sent('a'), sent('b', { run: 'r2' }), sent('c', { engine: 'openai' })];
    expect(total(entries)).toEqual({ run: 200, day: 300, month: 300 });
    expect(total(entries, 'UTC', 'openai')).toEqual({ run: 100, day: 100, month: 100 });
    // Nobody knows whose answer this is.
    expect(total([...entries, answered('lost', 7)], 'UTC', 'openai').day).toBe(107);
  });

  const at = fc.constantFrom(NOW, '2026-11-22T23:30:00.000Z', '2026-10-31T17:00:00.000Z');
  const outcome = (id: string): fc.Arbitrary<LedgerEntry[]> =>
    fc.oneof(
      fc.constant<LedgerEntry[]>([]),
      fc.integer({ min: 0, max: 200 }).map((billed) => [answered(id, billed)]),
      fc.boolean().map((perhaps) => [failed(id, perhaps)]),
    );
  const request = (id: string): fc.Arbitrary<LedgerEntry[]> =>
    fc
      .record({
        at,
        run: fc.constantFrom('r1', 'r2'),
        characters: fc.integer({ min: 0, max: 200 }),
        rest: outcome(id),
      })
      .map(({ rest, ...facts }) => [sent(id, facts), ...rest]);
  const ledger = fc
    .integer({ min: 0, max: 8 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_none, id) => request(String(id)))),
    );

  it('grows with every request, and never shrinks', () => {
    fc.assert(
      fc.property(ledger, request('new'), (requests, fresh) => {
        const before = total(requests.flat());
        const after = total([...requests.flat(), ...fresh]);
        for (const key of ['run', 'day', 'month'] as const) {
          expect(after[key]).toBeGreaterThanOrEqual(before[key]);
        }
        expect(after.month).toBeGreaterThanOrEqual(after.day);
      }),
    );
  });

  it('is the same in whatever order the lines come, and however often', () => {
    const shuffled = ledger.chain((requests) => {
      const lines = requests.flat();
      return fc.tuple(
        fc.constant(lines),
        fc.shuffledSubarray([...lines, ...lines], { minLength: lines.length * 2 }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([lines, mixed]) => {
        expect(total(mixed)).toEqual(total(lines));
      }),
    );
  });

  it('while requests are under way is never less than it will be, if the estimate holds', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (requests, cut) => {
        const lines = requests
          .flat()
          .map((line) => (line.type === 'answered' ? { ...line, billed: 0 } : line));
        const sendings = lines.filter(({ type }) => type === 'sent');
        const outcomes = lines.filter(({ type }) => type !== 'sent');
        const half = [...sendings, ...outcomes.slice(0, cut % (outcomes.length + 1))];
        expect(total(half).month).toBeGreaterThanOrEqual(total(lines).month);
      }),
    );
  });
});

describe('what is left', () => {
  const used = { run: 300, day: 700, month: 9000 };
  it.each<[Budget, number, string | null]>([
    [{}, Infinity, null],
    [{ run: 1000 }, 700, 'run'],
    [{ run: 1000, day: 1000 }, 300, 'day'],
    [{ run: 1000, day: 1000, month: 9100 }, 100, 'month'],
    [{ run: 500, day: 900 }, 200, 'run'],
    [{ day: 700 }, 0, 'day'],
    [{ month: 10 }, 0, 'month'],
    [{ run: 0 }, 0, 'run'],
    [{ run: undefined, day: 800 }, 100, 'day'],
  ])('of %j is %d under the cap %s', (budget, characters, cap) => {
    expect(roomLeft(budget, used)).toEqual({ characters, cap });
  });

  it('is nothing to speak of without a cap', () => {
    expect(leftUnder({ run: 5 }, used, 'day')).toBeNull();
  });
});

describe('what may have been charged', () => {
  it('is what has no answer and no harmless end, with all that is known of it', () => {
    const entries = [
      sent('a'),
      answered('a'),
      sent('b', { slug: 'pier', keys: ['s1'] }),
      sent('c'),
      failed('c', false),
      sent('d'),
      failed('d', true),
      failed('e', true),
    ];
    expect(perhapsBilled(entries)).toEqual([
      expect.objectContaining({ id: 'b', slug: 'pier', keys: ['s1'], outcome: 'unanswered' }),
      expect.objectContaining({ id: 'd', characters: 100, at: NOW, outcome: 'perhaps-billed' }),
    ]);
  });
});

describe('the table', () => {
  const options = { today: '2026-11-23', month: '2026-11', local: utc, prices: { deepl: 20 } };

  it('has a row an engine with today, the month and all', () => {
    const entries = [
      sent('o', { engine: 'openai' }),
      answered('o', 10, 55),
      sent('a'),
      answered('a', 1000),
      sent('b', { at: '2026-11-02T08:00:00.000Z' }),
      sent('c', { at: '2025-11-23T08:00:00.000Z' }),
      answered('c', 5000),
      sent('d'),
      failed('d', false),
    ];
    expect(usageTable(entries, options)).toEqual([
      {
        engine: 'deepl',
        today: { requests: 2, characters: 1000, perhapsBilled: 0, tokens: 0, cost: 0.02 },
        month: { requests: 3, characters: 1100, perhapsBilled: 100, tokens: 0, cost: 0.022 },
        all: { requests: 4, characters: 6100, perhapsBilled: 100, tokens: 0, cost: 0.122 },
      },
      {
        engine: 'openai',
        today: { requests: 1, characters: 10, perhapsBilled: 0, tokens: 55, cost: null },
        month: { requests: 1, characters: 10, perhapsBilled: 0, tokens: 55, cost: null },
        all: { requests: 1, characters: 10, perhapsBilled: 0, tokens: 55, cost: null },
      },
    ]);
  });

  it('is not misled by an engine that is called like a part of every object', () => {
    const [row] = usageTable([sent('a', { engine: 'constructor' })], options);
    expect(row).toMatchObject({ engine: 'constructor', all: { cost: null } });
  });

  it('adds up to what was spent', () => {
    const entries = [sent('a'), answered('a'), sent('b', { engine: 'x' }), answered('lost', 4)];
    const rows = usageTable(entries, options);
    expect(rows.map(({ engine }) => engine)).toEqual(['?', 'deepl', 'x']);
    const sum = rows.reduce((total, { month }) => total + month.characters, 0);
    expect(sum).toBe(total(entries).month);
  });
});

describe('the report', () => {
  const entries = [sent('a'), sent('b', { at: '2026-09-30T08:00:00.000Z' })];
  const options = { now: NOW, local: utc, budget: { run: 50, month: 150 }, prices: {} };

  it('is of this month, unless another is asked for', () => {
    const now = usageReport(entries, { ...options, month: undefined });
    expect(now).toMatchObject({ today: '2026-11-23', month: '2026-11', unanswered: [{ id: 'a' }] });
    const then = usageReport(entries, { ...options, month: '2026-09' });
    expect(then).toMatchObject({ month: '2026-09', unanswered: [{ id: 'b' }] });
    expect(then.engines[0]?.month.characters).toBe(100);
    expect(then.caps).toEqual(now.caps);
  });

  it('says what is left of each cap', () => {
    expect(usageReport(entries, { ...options, month: undefined }).caps).toEqual({
      run: { limit: 50, spent: 0, left: 50 },
      day: { limit: null, spent: 100, left: null },
      month: { limit: 150, spent: 100, left: 50 },
    });
  });
});

describe('local time', () => {
  it.each([
    ['2026-11-22T16:30:00.000Z', 'Asia/Shanghai', '2026-11-23', '2026-11-23 00:30'],
    ['2026-11-23T02:59:00.000Z', 'UTC', '2026-11-23', '2026-11-23 02:59'],
    ['2026-03-08T07:30:00.000Z', 'America/New_York', '2026-03-08', '2026-03-08 03:30'],
    ['2026-11-23T00:00:00+09:00', 'UTC', '2026-11-22', '2026-11-22 15:00'],
    ['soon', 'UTC', '', ''],
  ])('of %s in %s', (at, zone, day, minute) => {
    const local = localTime(zone);
    expect([local.day(at), local.minute(at)]).toEqual([day, minute]);
  });
});
