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
  | 'echo-secret';

/** An engine made for the test: one attempt, and a time-out of a fraction of a second. */
export interface EngineUnderTest {
  readonly engine: Engine;
  /** The key it was given. */
  readonly secret: string;
  /** All requests from now on fail like this; null for none. */
  fail(fault: EngineFault | null): void;
  /** How many requests arrived. */
  arrived(): number;
  /** Bytes of the last request's body. */
  lastBytes(): number;
  /** Resolves when the next request has arrived. */
  nextArrival(): Promise<void>;
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
};

const FAILURES: readonly (readonly [EngineFault, EngineFailure])[] = [
  ['auth', 'auth'],
  ['quota', 'quota'],
  ['rate', 'rate'],
  ['unavailable', 'network'],
  ['reset', 'network'],
  ['stall', 'network'],
  ['too-large', 'too-large'],
  ['rejected', 'rejected'],
  ['short', 'answer'],
  ['long', 'answer'],
  ['empty', 'answer'],
  ['garbled', 'answer'],
  ['echo-secret', 'network'],
];

/** Declares the suite for one engine. */
export function describeEngine(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name} as an engine`, () => {
    let under: EngineUnderTest;
    beforeEach(async () => {
      under = await start();
    });
    afterEach(() => under.close());

    const failureOf = async (
      request: EngineRequest,
      signal?: AbortSignal,
    ): Promise<EngineError> => {
      const error: unknown = await under.engine.translate(request, signal).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(EngineError);
      return error as EngineError;
    };

    it.each([
      ['plain', PLAIN],
      ['tagged', TAGGED],
    ])('answers every id of a %s request once, in its order', async (_, request) => {
      const answers = await under.engine.translate(request);
      expect(answers.map(({ id }) => id)).toEqual(request.texts.map(({ id }) => id));
      for (const { text, billed } of answers) {
        expect(text.trim()).not.toBe('');
        expect(billed).toBeGreaterThan(0);
      }
    });

    it('gives equal texts equal answers, each under its own id', async () => {
      const answers = await under.engine.translate(PLAIN);
      expect(answers[1]?.text).toBe(answers[2]?.text);
    });

    it('bills code points of the source, not the context', async () => {
      const answers = await under.engine.translate(PLAIN);
      expect(answers.map(({ billed }) => billed)).toEqual(
        PLAIN.texts.map(({ text }) => [...text].length),
      );
    });

    it.each([
      ['plain', PLAIN],
      ['tagged', TAGGED],
      ['Chinese', { ...PLAIN, from: 'zh', to: 'en', texts: [{ id: 'a', text: '渡轮重返海峡。' }] }],
    ] as const)('knows the size of a %s request to the byte', async (_, request) => {
      await under.engine.translate(request);
      expect(under.engine.size(request)).toBe(under.lastBytes());
    });

    it.each(FAILURES)('turns the fault "%s" into the failure "%s"', async (fault, failure) => {
      under.fail(fault);
      expect((await failureOf(PLAIN)).failure).toBe(failure);
    });

    it.each(FAILURES)('says "%s" in one line, without the key', async (fault) => {
      under.fail(fault);
      const { message } = await failureOf(PLAIN);
      expect(message).not.toContain(under.secret);
      expect(message).toMatch(/^[^\u0000-\u001f\u007f-\u009f]{10,}\.$/);
    });

    it('hands a single blank answer on as blank, so that its paid neighbours are not lost', async () => {
      under.fail('one-empty');
      const answers = await under.engine.translate(PLAIN);
      expect(answers.map(({ text }) => text.trim() === '')).toEqual([true, false, false, false]);
    });

    it('sends nothing once the run has been stopped', async () => {
      await failureOf(PLAIN, AbortSignal.abort());
      expect(under.arrived()).toBe(0);
    });

    it('keeps the answer of a request that was in flight when the run was stopped', async () => {
      const controller = new AbortController();
      void under.nextArrival().then(() => controller.abort());
      expect(await under.engine.translate(PLAIN, controller.signal)).toHaveLength(4);
    });

    it('does not wait for ever for a silent server after the run was stopped', async () => {
      under.fail('stall');
      const controller = new AbortController();
      void under.nextArrival().then(() => controller.abort());
      expect((await failureOf(PLAIN, controller.signal)).failure).toBe('network');
    });
  });
}
