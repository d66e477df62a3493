import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Accounts } from '../../../src/core/drafting/accounts.ts';
import {
  batchCharacters,
  FREE_ACCOUNTS,
  PaidAccounts,
} from '../../../src/core/drafting/accounts.ts';
import { makeBatches } from '../../../src/core/drafting/batches.ts';
import type { Batch } from '../../../src/core/drafting/batches.ts';
import { reuseKept } from '../../../src/core/drafting/kept.ts';
import type { RunPorts } from '../../../src/core/drafting/run.ts';
import { runBatches } from '../../../src/core/drafting/run.ts';
import { requestsOf } from '../../../src/core/money/requests.ts';
import type { Engine, EngineErrorFacts, EngineFailure } from '../../../src/core/ports.ts';
import { EngineError } from '../../../src/core/ports.ts';
import { fakeBooks, type FakeBooks } from '../../fakes/books.ts';
import { articleOf, jobsOf, PLAIN_FINISH } from './articles.ts';

/** One text a request, so that requests can be counted by sentences. */
function batchesOf(...sentences: readonly string[]): Batch[] {
  const state = articleOf('a', `${sentences.join('\n\n')}\n`);
  const shape = { limits: { texts: 1, bytes: 9999 }, size: () => 1 };
  return [...makeBatches(jobsOf(state), new Map([['a', state.article]]), shape).batches];
}

type Play = (text: string, attempt: number) => string | EngineError | Promise<string>;

interface Watched extends Engine {
  readonly asked: string[];
  peak: number;
}

/** An engine that does what `play` says, and counts. */
function engineOf(play: Play, facts: Partial<Engine> = {}): Watched {
  let underWay = 0;
  const attempts = new Map<string, number>();
  const engine: Watched = {
    id: 'played',
    limits: { texts: 1, bytes: 9999 },
    free: false,
    takesTerms: 'never',
    asked: [],
    peak: 0,
    settings: () => 'plain',
    size: () => 1,
    async translate({ texts }) {
      underWay += 1;
      engine.peak = Math.max(engine.peak, underWay);
      try {
        // As much of a network as is needed for requests to overlap.
        await new Promise((resolve) => setTimeout(resolve, 1));
        const [text] = texts;
        if (text === undefined) throw new Error('an empty request');
        engine.asked.push(text.text);
        const attempt = (attempts.get(text.text) ?? 0) + 1;
        attempts.set(text.text, attempt);
        const answer = await play(text.text, attempt);
        if (answer instanceof EngineError) throw answer;
        return [{ id: text.id, text: answer, billed: [...text.text].length }];
      } finally {
        underWay -= 1;
      }
    },
    ...facts,
  };
  return engine;
}

interface Watch {
  readonly waits: number[];
  readonly commits: string[];
}

function portsFor(engine: Engine, change: Partial<RunPorts> = {}): RunPorts & Watch {
  const waits: number[] = [];
  const commits: string[] = [];
  return {
    waits,
    commits,
    engine,
    accounts: FREE_ACCOUNTS,
    finish: PLAIN_FINISH,
    commit: async (_, operations) => {
      commits.push(...operations.map(({ draft }) => draft.text));
    },
    stamp: () => ({ at: '2031-05-04T12:00:00.000Z', by: 'Lin' }),
    signal: new AbortController().signal,
    sleep: async (ms) => {
      waits.push(ms);
    },
    concurrency: 1,
    progress: () => {},
    ...change,
  };
}

function paid(engine: Engine, books: FakeBooks, room = Number.POSITIVE_INFINITY): Accounts {
  const now = () => '2031-05-04T12:00:00.000Z';
  return new PaidAccounts({ engine, books, run: 'r', now, room });
}

const failing = (failure: EngineFailure, facts: EngineErrorFacts = {}) =>
  new EngineError(failure, 'No.', facts);

const TEN = Array.from({ length: 10 }, (_, at) => `Sentence number ${at}.`);

describe('the pace of a run', () => {
  it.each([1, 3, 8])('has at most %i requests under way, and as many when it can', async (most) => {
    const engine = engineOf((text) => `译${text}`);
    const result = await runBatches(batchesOf(...TEN), portsFor(engine, { concurrency: most }));
    expect(result).toMatchObject({ requests: 10, stop: null, left: [] });
    expect(engine.peak).toBe(most);
  });

  it('waits as long as the vendor asks, and halves what is under way', async () => {
    const engine = engineOf((text, attempt) =>
      attempt === 1 && text.includes('0') ? failing('rate', { retryAfter: 7_000 }) : '译',
    );
    const ports = portsFor(engine, { concurrency: 4 });
    expect(await runBatches(batchesOf(...TEN), ports)).toMatchObject({ stop: null, requests: 11 });
    expect(ports.waits).toEqual([7_000]);
  });

  it.each([
    ['a service that is down', failing('network'), 5, [1_000, 2_000, 4_000, 8_000]],
    [
      'a request that may have been billed',
      failing('network', { perhapsBilled: true }),
      2,
      [1_000],
    ],
    ['a refused key', failing('auth'), 1, []],
    ['a glossary that is gone', failing('setup'), 1, []],
    ['a rest that is too long', failing('rate', { retryAfter: 3_600_000 }), 1, []],
  ] as const)('%s: tries, waits, then stops', async (_, error, tries, waits) => {
    const engine = engineOf(() => error);
    const ports = portsFor(engine);
    const result = await runBatches(batchesOf('One.', 'Two.'), ports);
    expect(result.requests).toBe(tries);
    expect(ports.waits).toEqual(waits);
    expect(result).toMatchObject({ drafted: [], stop: { why: error.failure, message: 'No.' } });
    expect(result.left).toHaveLength(2);
  });

  it('goes on when the trouble passes', async () => {
    const engine = engineOf((text, attempt) => (attempt < 3 ? failing('network') : `译${text}`));
    const result = await runBatches(batchesOf('One.', 'Two.'), portsFor(engine));
    expect(result).toMatchObject({ stop: null, requests: 6 });
    expect(result.drafted).toHaveLength(2);
  });
});

describe('the books of a run', () => {
  it('writes a request down before it is sent, and its answer before the next one', async () => {
    const books = fakeBooks();
    const log: string[] = [];
    books.onWrite = (what) => log.push(what);
    const engine = engineOf((text) => {
      log.push('request');
      return `译${text}`;
    });
    const commit = async () => void log.push('commit');
    const accounts = paid(engine, books);
    await runBatches(batchesOf('One.', 'Two.'), portsFor(engine, { accounts, commit }));
    const once = ['sent', 'request', 'keep', 'answered', 'commit'];
    expect(log).toEqual([...once, ...once]);
  });

  it('counts what may have been billed, and not what was refused', async () => {
    const books = fakeBooks();
    const engine = engineOf((text) =>
      failing('network', { perhapsBilled: text.includes('One'), transient: false }),
    );
    const accounts = paid(engine, books, 100);
    await runBatches(batchesOf('One.'), portsFor(engine, { accounts }));
    expect(accounts.perhapsBilled).toEqual({ requests: 1, characters: 4 });
    expect(accounts.room).toBe(96);
    await runBatches(batchesOf('Two.'), portsFor(engine, { accounts }));
    expect(accounts.perhapsBilled.requests).toBe(1);
    expect(requestsOf(books.entries).map(({ characters }) => characters)).toEqual([4, 0]);
  });

  it.each(['sent', 'keep', 'answered'] as const)(
    'sends nothing more when "%s" cannot be written',
    async (what) => {
      const books = fakeBooks();
      books.onWrite = (written) => {
        if (written === what) throw new Error('The disk is full.');
      };
      const engine = engineOf((text) => `译${text}`);
      const ports = portsFor(engine, { accounts: paid(engine, books) });
      await expect(runBatches(batchesOf(...TEN), ports)).rejects.toThrow('The disk is full.');
      expect(engine.asked.length).toBeLessThanOrEqual(1);
      expect(ports.commits).toEqual([]);
    },
  );
});

describe('a cap', () => {
  it('is never passed, whatever is under way, and stops the run', async () => {
    const sentence = fc.integer({ min: 1, max: 30 }).map((length) => 'x'.repeat(length));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(sentence, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        async (sentences, room, concurrency) => {
          const books = fakeBooks();
          const engine = engineOf((text) => `译${text}`);
          const accounts = paid(engine, books, room);
          const batches = batchesOf(...sentences);
          const all = batches.reduce((sum, batch) => sum + batchCharacters(batch), 0);
          const result = await runBatches(batches, portsFor(engine, { accounts, concurrency }));
          expect(result.billed).toBeLessThanOrEqual(room);
          expect(result.billed).toBe(
            [...result.drafted].reduce((sum, { engine: made }) => sum + made.billed, 0),
          );
          expect(result.stop?.why ?? null).toBe(all <= room ? null : 'budget');
          expect(result.drafted.length + result.left.length).toBe(batches.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lets a vendor that charges more than it should pass it by one request at most', async () => {
    const books = fakeBooks();
    const engine = engineOf((text) => `译${text}`);
    const dear: Engine = {
      ...engine,
      translate: async (...request) =>
        (await engine.translate(...request)).map((one) => ({ ...one, billed: 500 })),
    };
    const accounts = paid(dear, books, 100);
    const result = await runBatches(batchesOf(...TEN), portsFor(dear, { accounts }));
    expect(result).toMatchObject({ requests: 1, billed: 500, stop: { why: 'budget' } });
  });
});

describe('answers that are kept', () => {
  const sources = (engine: Engine, books: FakeBooks) => ({
    engine,
    finish: PLAIN_FINISH,
    find: books.answers.find.bind(books.answers),
  });

  it('are taken in place of a request, at no cost', async () => {
    const books = fakeBooks();
    const engine = engineOf((text) => `译${text}`);
    const batches = batchesOf('One thing is here.', 'Two of them are there.');
    const accounts = paid(engine, books);
    await runBatches(batches, portsFor(engine, { accounts, commit: async () => {} }));
    const again = await reuseKept(batches, sources(engine, books));
    expect(again.batches).toEqual([]);
    expect(again.drafted.map(({ text, engine: made }) => [text, made.billed])).toEqual([
      ['译One thing is here.', 0],
      ['译Two of them are there.', 0],
    ]);
  });

  it('are marked when they were given beside other neighbours, and not taken for short texts', async () => {
    const books = fakeBooks();
    const engine = engineOf((text) => `译${text}`);
    const accounts = paid(engine, books);
    const before = batchesOf('The old lede stands.', 'The first boat left at dawn.', 'Background');
    await runBatches(before, portsFor(engine, { accounts }));
    const after = batchesOf('Another lede stands.', 'The first boat left at dawn.', 'Background');
    const { drafted, batches } = await reuseKept(after, sources(engine, books));
    expect(drafted.map(({ job }) => job.unit.segment.text)).toEqual([
      'The first boat left at dawn.',
    ]);
    expect(drafted[0]?.engine.otherContext).toBe(true);
    expect(batches.map(({ jobs }) => jobs[0]?.unit.segment.text)).toEqual([
      'Another lede stands.',
      'Background',
    ]);
  });

  it.each([
    ['another engine', { id: 'other' }],
    ['other settings', { settings: () => 'British' }],
  ])('are not those of %s', async (_, change) => {
    const books = fakeBooks();
    const engine = engineOf((text) => `译${text}`);
    const batches = batchesOf('One thing is here.');
    await runBatches(batches, portsFor(engine, { accounts: paid(engine, books) }));
    const other = { ...engine, ...change };
    expect((await reuseKept(batches, sources(other, books))).batches).toHaveLength(1);
  });

  it('lead on to the second try when they are no good, which may be kept as well', async () => {
    const books = fakeBooks();
    const engine = engineOf((_, attempt) => (attempt === 1 ? ' ' : '好。'));
    const batches = batchesOf('One thing is here.');
    const accounts = paid(engine, books);
    await runBatches(batches, portsFor(engine, { accounts }));
    const all = await reuseKept(batches, sources(engine, books));
    expect(all.drafted.map(({ text }) => text)).toEqual(['好。']);
    books.kept.length = 1;
    const first = await reuseKept(batches, sources(engine, books));
    expect(first.batches).toMatchObject([{ again: true, context: '' }]);
  });
});
