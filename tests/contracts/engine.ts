/** What every engine must do, whatever it talks to. Run it on an engine with a fault-injecting fake. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, EngineFailure, EngineRequest } from '../../src/core/ports.ts';
import { EngineError } from '../../src/core/ports.ts';

/** Faults that the fake behind the engine can produce. */
export type EngineFault =
  | 'auth'
  | 'quota'
  | 'rate'
  | 'unavailable'
  | 'reset'
  | 'stall'
  | 'too-large'
  | 'rejected'
  | 'short'
  | 'long'
  | 'empty'
  | 'one-empty' // the first text only
  | 'garbled'
  | 'echo-secret'; // with the status 500

/** Faults of a service that answers under ids: the order is another, or a text came twice. */
export type PairingFault = 'reorder' | 'duplicate';

/** In what engines may differ; what is not said is true of a paid service that pairs by position. */
export interface EngineFacts {
  readonly pairs?: 'position' | 'id';
  /** Nothing it does costs anything. */
  readonly free?: boolean;
  /** False for an engine that talks to nobody: it cannot fail. */
  readonly remote?: boolean;
  /** Faults that its service cannot have. */
  readonly without?: readonly EngineFault[];
}

/** An engine made for the test: one attempt, and a time-out of a fraction of a second. */
export interface EngineUnderTest {
  readonly engine: Engine;
  /** The key it was given; any text for an engine that takes none. */
  readonly secret: string;
  /** All requests from now on fail like this; null for none. */
  fail(fault: EngineFault | null): void;
  /** The same for an engine that pairs by id. */
  failPairing?(fault: PairingFault): void;
  /** How many requests arrived. */
  arrived(): number;
  /** Bytes of the last request's body. */
  lastBytes(): number;
  /** Resolves when the next request has arrived. */
  nextArrival(): Promise<void>;
  /** May be called more than once; afterwards nobody is there. */
  close(): Promise<void>;
}

const PLAIN: EngineRequest = {
  texts: [
    { id: 'headline', text: 'Ferries return to the strait' },
    { id: 'lede', text: 'The first boat left at dawn.' },
    { id: 'again', text: 'The first boat left at dawn.' },
    { id: 'odd', text: 'Fares < 5 & rising: a + b = 100 % 汉字 𠮷 🚢' },
  ],
  from: 'en',
  to: 'zh',
  tagged: false,
  context: 'A report from the harbour.',
  terms: [],
};

const TAGGED: EngineRequest = {
  texts: [
    { id: 'a', text: 'Fares stay <g id="1">below 5 &amp; above 3</g>.<x id="2"/>' },
    { id: 'b', text: '<g id="1">Nobody <g id="2">missed</g></g> the boat.' },
  ],
  from: 'en',
  to: 'zh',
  tagged: true,
  context: '',
  terms: [],
};

const WITH_TERMS: EngineRequest = {
  ...PLAIN,
  terms: [
    { source: 'strait', target: '海峡' },
    { source: 'ferry', target: '渡轮', note: 'not 轮渡' },
  ],
};

const CHINESE: EngineRequest = {
  ...PLAIN,
  from: 'zh',
  to: 'en',
  texts: [
    { id: 'b', text: '渡轮重返海峡。' },
    { id: 'a', text: '首班船黎明启航。' },
  ],
  context: '来自港口的报道。',
};

interface Expected {
  readonly failure: EngineFailure;
  readonly perhapsBilled?: true;
  readonly transient?: true;
  readonly retryAfter?: number;
}

const FAILURES: readonly (readonly [EngineFault, Expected])[] = [
  ['auth', { failure: 'auth' }],
  ['quota', { failure: 'quota' }],
  ['rate', { failure: 'rate', transient: true, retryAfter: 1000 }],
  ['unavailable', { failure: 'network', transient: true }],
  ['reset', { failure: 'network', transient: true, perhapsBilled: true }],
  ['stall', { failure: 'network', transient: true, perhapsBilled: true }],
  ['too-large', { failure: 'too-large' }],
  ['rejected', { failure: 'rejected' }],
  ['short', { failure: 'answer', perhapsBilled: true }],
  ['long', { failure: 'answer', perhapsBilled: true }],
  ['empty', { failure: 'answer', perhapsBilled: true }],
  ['garbled', { failure: 'answer', perhapsBilled: true }],
  ['echo-secret', { failure: 'network', transient: true }],
];

const SENTENCE = /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]{10,}\.$/;

/** The failure of a request that has to fail. */
async function failureOf(
  { engine }: EngineUnderTest,
  request: EngineRequest = PLAIN,
  signal?: AbortSignal,
): Promise<EngineError> {
  const error: unknown = await engine.translate(request, signal).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

/** Ids of an answer, and its texts by id. */
async function ask({ engine }: EngineUnderTest, request: EngineRequest) {
  const answers = await engine.translate(request);
  return {
    ids: answers.map(({ id }) => id),
    texts: new Map(answers.map(({ id, text }) => [id, text])),
    billed: answers.map(({ billed }) => billed),
  };
}

function describeAnswers(under: () => EngineUnderTest, { free = false }: EngineFacts): void {
  it.each([
    ['plain', PLAIN],
    ['tagged', TAGGED],
    ['Chinese', CHINESE],
    ['termed', WITH_TERMS],
  ])('answers every id of a %s request once, in its order', async (_, request) => {
    const { ids, texts } = await ask(under(), request);
    expect(ids).toEqual(request.texts.map(({ id }) => id));
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('gives equal texts equal answers, each under its own id', async () => {
    const { texts } = await ask(under(), PLAIN);
    expect(texts.get('lede')).toBe(texts.get('again'));
    expect(texts.get('lede')).not.toBe(texts.get('headline'));
  });

  it('gives a text the same answer wherever it stands in a request', async () => {
    const { texts } = await ask(under(), PLAIN);
    const turned = await ask(under(), { ...PLAIN, texts: PLAIN.texts.toReversed() });
    expect(turned.texts).toEqual(texts);
  });

  it('keeps the tags of a tagged text', async () => {
    const { texts } = await ask(under(), TAGGED);
    const tagsOf = (text: string) => text.match(/<[^>]*>/g);
    for (const { id, text } of TAGGED.texts) {
      expect(tagsOf(texts.get(id) ?? '')).toEqual(tagsOf(text));
    }
  });

  it('keeps requests apart that are under way together', async () => {
    const one = ask(under(), PLAIN);
    const other = ask(under(), CHINESE);
    expect((await one).ids).toEqual(PLAIN.texts.map(({ id }) => id));
    expect((await other).ids).toEqual(['b', 'a']);
  });

  it('bills code points of the source, not the context; nothing when it is free', async () => {
    expect(under().engine.free).toBe(free);
    const { billed } = await ask(under(), PLAIN);
    const points = PLAIN.texts.map(({ text }) => (free ? 0 : [...text].length));
    expect(billed).toEqual(points);
  });

  it('has settings that are one line, stay the same and hold no key', async () => {
    const { engine, secret } = under();
    const before = engine.settings('en');
    await engine.translate(PLAIN);
    expect(engine.settings('en')).toBe(before);
    expect(before).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]+$/);
    expect(before + engine.settings('zh')).not.toContain(secret);
  });

  it('answers nothing once the run has been stopped', async () => {
    const error = await failureOf(under(), PLAIN, AbortSignal.abort());
    expect(error).toMatchObject({ failure: 'network', perhapsBilled: false });
    expect(under().arrived()).toBe(0);
  });
}

function describeFailures(under: () => EngineUnderTest, facts: EngineFacts): void {
  const failures = FAILURES.filter(([fault]) => facts.without?.includes(fault) !== true);

  it.each(failures)(
    'tells what the fault "%s" is, and what it may have cost',
    async (fault, of) => {
      under().fail(fault);
      const error = await failureOf(under());
      expect({ ...error, message: '' }).toMatchObject({
        failure: of.failure,
        perhapsBilled: of.perhapsBilled === true && facts.free !== true,
        transient: of.transient ?? false,
        retryAfter: of.retryAfter ?? null,
      });
    },
  );

  it.each(failures)('says "%s" in one line, without the key', async (fault) => {
    under().fail(fault);
    const { message } = await failureOf(under());
    expect(message).not.toContain(under().secret);
    expect(message).toMatch(SENTENCE);
  });

  it.each(failures)('tries once, and answers again after "%s"', async (fault) => {
    under().fail(fault);
    await failureOf(under());
    expect(under().arrived()).toBe(1);
    under().fail(null);
    expect((await ask(under(), PLAIN)).ids).toEqual(PLAIN.texts.map(({ id }) => id));
  });

  it('says that nobody is there, and that it cost nothing', async () => {
    await under().close();
    const error = await failureOf(under());
    expect(error).toMatchObject({ failure: 'network', transient: true, perhapsBilled: false });
    expect(error.message).toMatch(SENTENCE);
  });

  it('hands a single blank answer on as blank, so that its paid neighbours are not lost', async () => {
    under().fail('one-empty');
    const { texts } = await ask(under(), PLAIN);
    expect([...texts.values()].map((text) => text.trim() === '')).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('keeps the answer of a request that was in flight when the run was stopped', async () => {
    const controller = new AbortController();
    void under()
      .nextArrival()
      .then(() => controller.abort());
    expect(await under().engine.translate(PLAIN, controller.signal)).toHaveLength(4);
  });

  it('does not wait for ever for a silent server after the run was stopped', async () => {
    under().fail('stall');
    const controller = new AbortController();
    void under()
      .nextArrival()
      .then(() => controller.abort());
    expect(await failureOf(under(), PLAIN, controller.signal)).toMatchObject({
      failure: 'network',
      perhapsBilled: facts.free !== true,
    });
  });
}

function describeSize(under: () => EngineUnderTest): void {
  it.each([
    ['plain', PLAIN],
    ['tagged', TAGGED],
    ['Chinese', CHINESE],
    ['termed', WITH_TERMS],
  ] as const)('knows the size of a %s request to the byte', async (_, request) => {
    await under().engine.translate(request);
    expect(under().engine.size(request)).toBe(under().lastBytes());
  });
}

function describePairing(under: () => EngineUnderTest): void {
  it('goes by ids, whatever the order of the answer', async () => {
    const { texts } = await ask(under(), PLAIN);
    under().failPairing?.('reorder');
    const turned = await ask(under(), PLAIN);
    expect(turned.ids).toEqual(PLAIN.texts.map(({ id }) => id));
    expect(turned.texts).toEqual(texts);
  });

  it('uses nothing of an answer in which an id comes twice', async () => {
    under().failPairing?.('duplicate');
    expect(await failureOf(under())).toMatchObject({ failure: 'answer', perhapsBilled: true });
  });
}

/** Declares the suite for one engine. */
export function describeEngine(
  name: string,
  start: () => Promise<EngineUnderTest>,
  facts: EngineFacts = {},
): void {
  describe(`${name} as an engine`, () => {
    let under: EngineUnderTest;
    const current = () => under;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.close());

    describeAnswers(current, facts);
    if (facts.remote !== false) {
      describeFailures(current, facts);
      describeSize(current);
    }
    if (facts.pairs === 'id') describePairing(current);
  });
}
