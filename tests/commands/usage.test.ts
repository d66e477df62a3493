import { describe, expect, it } from 'vitest';
import { command } from '../../src/commands/usage.ts';
import { parseConfig } from '../../src/config.ts';
import type { Lang } from '../../src/core/model.ts';
import { EngineError, type Engine, type LedgerEntry } from '../../src/core/ports.ts';
import { createTranslate } from '../../src/interface.ts';
import type { Services } from '../../src/services.ts';

const AT = '2026-11-23T02:59:10.000Z';

function sent(
  id: string,
  facts: Partial<Extract<LedgerEntry, { type: 'sent' }>> = {},
): LedgerEntry {
  const plain = {
    at: AT,
    run: 'r1',
    engine: 'deepl',
    slug: 'ferry',
    keys: ['s1'],
    characters: 500,
  };
  return { type: 'sent', id, ...plain, ...facts };
}

function answered(id: string, billed: number): LedgerEntry {
  return { type: 'answered', id, at: AT, billed };
}

const LEDGER = [
  sent('a'),
  answered('a', 480),
  sent('b', { at: '2026-11-02T08:00:00.000Z' }),
  answered('b', 1_000_000),
  sent('c', { slug: 'pier', characters: 170 }),
  sent('d', { at: '2026-09-01T08:00:00.000Z', engine: 'openai' }),
  { type: 'failed', id: 'd', at: AT, failure: 'network', perhapsBilled: true },
] as const satisfies LedgerEntry[];

interface Scene {
  readonly entries?: readonly LedgerEntry[];
  readonly config?: object;
  /** What the engine answers, or throws; `missing` when there is no engine. */
  readonly engine?: Pick<Engine, 'usage'> | 'missing';
  readonly flags?: { readonly remote?: boolean; readonly json?: boolean; readonly month?: string };
  readonly lang?: Lang;
}

async function usage({ entries = [], config = {}, engine, flags = {}, lang = 'en' }: Scene) {
  const services = {
    t: await createTranslate(lang),
    clock: () => new Date(AT),
    signal: new AbortController().signal,
    openWorkspace: async () => ({ config: parseConfig(config, 'config'), workspace: {} }),
    openBooks: async () => ({ ledger: { entries: async () => entries } }),
    openEngine: async () => {
      if (engine === undefined) throw new Error('the network was used');
      return engine === 'missing'
        ? { missing: 'DEEPL_AUTH_KEY is not set.' }
        : { id: 'deepl', ...engine };
    },
  } as unknown as Services;
  return command.run(services, { remote: false, json: false, ...flags }, []);
}

describe('in words', () => {
  it('says that nothing was sent', async () => {
    expect(await usage({})).toEqual({
      output:
        'Nothing has been sent to an engine from this workspace yet.\n\n' +
        'No caps are set: `budget` in the config sets them.\n',
      exitCode: 0,
    });
  });

  it('shows totals, caps and what may have been charged', async () => {
    const config = {
      budget: { run: 5000, day: 20_000, month: 1_000_100 },
      pricePerMillion: { deepl: 20 },
    };
    const { output } = await usage({ entries: LEDGER, config });
    expect(output).toBe(
      [
        'engine  period   requests  characters  perhaps billed    cost',
        'deepl   today           2         650             170  0.0130',
        '        2026-11         3   1,000,650             170   20.01',
        '        in all          3   1,000,650             170   20.01',
        'openai  today           0           0               0       –',
        '        2026-11         0           0               0       –',
        '        in all          1         500             500       –',
        '',
        'Cap of one call of `translate`: 5,000 characters',
        'Cap of a day: 20,000 characters, 650 spent, 19,350 left',
        'Cap of a month: 1,000,100 characters, 1,000,650 spent, 0 left',
        '',
        'One request without a usable answer in 2026-11, perhaps billed:',
        '  2026-11-23 02:59  deepl  pier  170 characters  no answer recorded',
        '',
      ].join('\n'),
    );
  });

  it('is aligned in Chinese too', async () => {
    const { output } = await usage({ entries: LEDGER, lang: 'zh' });
    expect(output.split('\n').slice(0, 4)).toEqual([
      '引擎    时段     请求       字符  可能已计费',
      'deepl   今天        2        650         170',
      '        2026-11     3  1,000,650         170',
      '        总计        3  1,000,650         170',
    ]);
  });

  it('shows another month', async () => {
    const { output } = await usage({ entries: LEDGER, flags: { month: '2026-09' } });
    expect(output).toMatch(/^ +2026-09 +1 +500 +500$/m);
    expect(output).toMatch(
      /^ {2}2026-09-01 08:00 {2}openai {2}ferry {2}500 characters {2}failed$/m,
    );
    expect(output).not.toContain('pier');
  });

  it('lists the newest of many open requests', async () => {
    const entries = Array.from({ length: 25 }, (_none, at) => sent(String(at), { slug: `s${at}` }));
    const { output } = await usage({ entries });
    expect(output).toContain('25 requests without a usable answer in 2026-11');
    expect(output).toContain('and 5 earlier ones');
    expect(output.match(/no answer recorded/g)).toHaveLength(20);
    expect(output).toContain('s24');
    expect(output).not.toMatch(/ s4 /);
  });

  it('shows no escapes of what stands in the ledger', async () => {
    const entries = [sent('a', { engine: '\u001b[2Jx', slug: '\u001b]0;title\u0007' })];
    expect((await usage({ entries })).output).not.toMatch(/[\u001b\u0007]/);
  });
});

describe('as JSON', () => {
  it('is one object', async () => {
    const { output, exitCode } = await usage({
      entries: LEDGER,
      config: { budget: { day: 1000 } },
      flags: { json: true },
    });
    const report = JSON.parse(output) as Record<string, unknown>;
    expect(exitCode).toBe(0);
    expect(Object.keys(report)).toEqual([
      'today',
      'month',
      'engines',
      'caps',
      'unanswered',
      'remote',
    ]);
    expect(report).toMatchObject({
      today: '2026-11-23',
      month: '2026-11',
      engines: [{ engine: 'deepl', today: { characters: 650, cost: null } }, { engine: 'openai' }],
      caps: { run: { limit: null, left: null }, day: { limit: 1000, spent: 650, left: 350 } },
      unanswered: [{ id: 'c', slug: 'pier', characters: 170, outcome: 'unanswered' }],
      remote: null,
    });
  });
});

describe('with --remote', () => {
  const flags = { remote: true };
  const limited = { used: 12_000, limit: 500_000, resets: '2026-12-01T00:00:00Z' };

  it.each<[string, Partial<Awaited<ReturnType<NonNullable<Engine['usage']>>>>, string[]]>([
    [
      'a limit and a date',
      {},
      ['deepl says: 12,000 of 500,000 characters used', 'The count starts anew on 2026-12-01'],
    ],
    ['no limit', { limit: null }, ['deepl says: 12,000 characters used, no limit']],
    [
      'a limit of the key',
      { key: { used: 5, limit: 1000 } },
      ['This key: 5 of 1,000 characters used'],
    ],
    [
      'a key without one',
      { key: { used: 5, limit: null } },
      ['This key: 5 characters used, no limit'],
    ],
    ['a date that is none', { resets: 'soon\u001b[2J' }, ['starts anew on soon␛[2J']],
  ])('says what the engine says: %s', async (_what, facts, parts) => {
    const engine = { usage: async () => ({ ...limited, ...facts }) };
    const { output, exitCode } = await usage({ engine, flags });
    expect(exitCode).toBe(0);
    for (const part of parts) expect(output).toContain(part);
  });

  it('prints it as JSON', async () => {
    const engine = { usage: async () => limited };
    const { output } = await usage({ engine, flags: { ...flags, json: true } });
    expect(JSON.parse(output)).toMatchObject({ remote: { engine: 'deepl', ...limited } });
  });

  it.each([
    ['network', 3],
    ['auth', 3],
    ['quota', 4],
  ] as const)('still shows the ledger when the engine fails with "%s"', async (failure, code) => {
    const engine = {
      usage: () => Promise.reject(new EngineError(failure, 'It did not answer.')),
    };
    const { output, exitCode } = await usage({ entries: LEDGER, engine, flags });
    expect(exitCode).toBe(code);
    expect(output).toContain('1,000,650');
    expect(output).toContain('deepl could not be asked. It did not answer.');
  });

  it('says what is missing', async () => {
    const { output, exitCode } = await usage({ engine: 'missing', flags });
    expect(exitCode).toBe(2);
    expect(output).toContain('There is no engine to ask. DEEPL_AUTH_KEY is not set.');
  });

  it('says when an engine does not count', async () => {
    const { output, exitCode } = await usage({ engine: {}, flags });
    expect(exitCode).toBe(0);
    expect(output).toContain('deepl keeps no count that can be asked for.');
  });
});

it.each(['2026-13', '2026', 'november', '2026-1', '2026-11-23'])('refuses the month %s', (word) => {
  const { flags } = command.parameters((key) => key) as unknown as {
    flags: { month: { parse: (text: string) => string } };
  };
  expect(() => flags.month.parse(word)).toThrow('expected a month like 2026-11');
  expect(flags.month.parse('2026-11')).toBe('2026-11');
});
