import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBatches, requestOf, USUAL_SHAPE } from '../../../src/core/drafting/batches.ts';
import type { Batch } from '../../../src/core/drafting/batches.ts';
import type { Settled } from '../../../src/core/drafting/settle.ts';
import { settleAnswer as settle, settleRefusal } from '../../../src/core/drafting/settle.ts';
import type { EngineFailure, EngineTranslation } from '../../../src/core/ports.ts';
import { EngineError } from '../../../src/core/ports.ts';
import { articleOf, jobsOf, PLAIN_FINISH } from './articles.ts';

function settleAnswer(batch: Batch, given: readonly EngineTranslation[]): Settled {
  return settle(batch, given, PLAIN_FINISH);
}

function batchOf(text: string, change: Partial<Batch> = {}): Batch {
  const state = articleOf('a', text);
  const jobs = jobsOf(state);
  const [batch] = makeBatches(jobs, new Map([['a', state.article]]), USUAL_SHAPE).batches;
  if (batch === undefined) throw new Error('nothing to send');
  return { ...batch, ...change };
}

function answers(batch: Batch, ...texts: readonly string[]): EngineTranslation[] {
  return batch.jobs.map(({ unit }, index) => ({
    id: unit.key,
    text: texts[index] ?? '',
    billed: 7,
  }));
}

function brief({ drafted, failed, again }: Settled) {
  return {
    drafted: drafted.map(({ text }) => text),
    failed: failed.map(({ reason }) => reason),
    again: again.map(({ jobs, tagged, context }) => [jobs.length, tagged, context === '']),
  };
}

const plain = batchOf('One. Two. Three.\n');
const tagged = batchOf('So **bold** it is.\n');

describe('settleAnswer', () => {
  it('pairs by id, never by position', () => {
    const mixed = answers(plain, '一。', '二。', '三。').toReversed();
    expect(
      settleAnswer(plain, mixed).drafted.map(({ job, text }) => [job.unit.segment.text, text]),
    ).toEqual([
      ['One.', '一。'],
      ['Two.', '二。'],
      ['Three.', '三。'],
    ]);
  });

  it('keeps the raw answer only where restoring changed it', () => {
    const [one, two] = settleAnswer(plain, answers(plain, '一。', ' 二。\n', '三。')).drafted;
    expect(one?.engine).toEqual({ billed: 7 });
    expect(two).toMatchObject({ text: '二。', engine: { billed: 7, raw: ' 二。\n' } });
  });

  it.each<[string, Batch, readonly string[], ReturnType<typeof brief>]>([
    [
      'asks for a blank text once more, without context',
      plain,
      ['一。', ' ', '三。'],
      { drafted: ['一。', '三。'], failed: [], again: [[1, false, true]] },
    ],
    [
      'gives a blank text up the second time',
      { ...plain, again: true },
      ['一。', '', '三。'],
      { drafted: ['一。', '三。'], failed: ['empty'], again: [] },
    ],
    [
      'asks for damaged markup once more, as plain text',
      tagged,
      ['就是这么粗。'],
      { drafted: [], failed: [], again: [[1, false, false]] },
    ],
    [
      'takes that plain text',
      { ...tagged, tagged: false, again: true },
      ['就是这么粗。'],
      { drafted: ['就是这么粗。'], failed: [], again: [] },
    ],
    [
      'gives damaged markup up the second time',
      { ...tagged, again: true },
      ['就是这么粗。'],
      { drafted: [], failed: ['tags'], again: [] },
    ],
  ])('%s', (_, batch, texts, expected) => {
    expect(brief(settleAnswer(batch, answers(batch, ...texts)))).toEqual(expected);
  });

  it('takes a missing id for a blank text and ignores an unknown one', () => {
    const [first] = answers(plain, '一。');
    const stranger = { id: 'nobody', text: '谁？', billed: 1 };
    const settled = settleAnswer(plain, first === undefined ? [] : [stranger, first]);
    expect(brief(settled)).toEqual({ drafted: ['一。'], failed: [], again: [[2, false, true]] });
  });

  it('says when a draft has lost its markup', () => {
    const retried = { ...tagged, tagged: false, again: true };
    const [lost] = settleAnswer(retried, answers(retried, '就是这么粗。')).drafted;
    expect(lost?.engine.doubts).toEqual(['untagged']);
    const [kept] = settleAnswer(plain, answers(plain, '一。', '二。', '三。')).drafted;
    expect(kept?.engine.doubts).toBeUndefined();
  });

  it('asks one by one for answers that have changed places', () => {
    const batch = batchOf(
      'It sold 37 boats. Then the whole village went home to sleep. Rain fell.\n',
    );
    const fits = (source: string, target: string) =>
      source.includes('37') === target.includes('37');
    const settled = settle(
      batch,
      answers(batch, '全村人回家睡觉了。', '卖了37条船。', '下雨了。'),
      {
        ...PLAIN_FINISH,
        doubts: ({ unit }, target) => (fits(unit.segment.text, target) ? [] : ['numbers']),
      },
    );
    expect(brief(settled)).toEqual({
      drafted: ['下雨了。'],
      failed: [],
      again: [
        [1, false, true],
        [1, false, true],
      ],
    });
  });

  it('normalises, looks for doubts, and keeps the raw answer with where it came from', () => {
    const given = answers(plain, '一.', '二。', '三。').map((one) => ({ ...one, model: 'm' }));
    const [one] = settle(plain, given, {
      normalise: (text, lang) => (lang === 'zh' ? text.replace('.', '。') : text),
      doubts: (_, target) => (target === '一。' ? ['short'] : []),
      provenance: () => ({ settings: 's', glossary: 'g' }),
    }).drafted;
    expect(one?.text).toBe('一。');
    expect(one?.engine).toEqual({
      model: 'm',
      settings: 's',
      glossary: 'g',
      billed: 7,
      raw: '一.',
      doubts: ['short'],
    });
  });
});

describe('settleRefusal', () => {
  const single = batchOf('One.\n');
  it.each<[EngineFailure, string, Batch, ReturnType<typeof brief> | null]>([
    [
      'too-large',
      'many texts',
      plain,
      {
        drafted: [],
        failed: [],
        again: [
          [2, false, false],
          [1, false, false],
        ],
      },
    ],
    ['too-large', 'one text', single, { drafted: [], failed: [], again: [[1, false, true]] }],
    [
      'too-large',
      'one text alone',
      { ...single, context: '' },
      { drafted: [], failed: ['too-long'], again: [] },
    ],
    [
      'rejected',
      'many texts',
      plain,
      {
        drafted: [],
        failed: [],
        again: [
          [2, false, false],
          [1, false, false],
        ],
      },
    ],
    [
      'rejected',
      'one tagged text',
      tagged,
      { drafted: [], failed: [], again: [[1, false, false]] },
    ],
    ['rejected', 'one plain text', single, { drafted: [], failed: ['rejected'], again: [] }],
    ['answer', 'many texts', plain, { drafted: [], failed: [], again: [[3, false, true]] }],
    [
      'answer',
      'many texts, again',
      { ...plain, again: true },
      {
        drafted: [],
        failed: [],
        again: [
          [2, false, false],
          [1, false, false],
        ],
      },
    ],
    [
      'answer',
      'one text, again',
      { ...single, again: true },
      { drafted: [], failed: ['answer'], again: [] },
    ],
    ['quota', 'anything', plain, null],
    ['auth', 'anything', plain, null],
    ['rate', 'anything', plain, null],
    ['network', 'anything', plain, null],
  ])('%s with %s', (failure, _, batch, expected) => {
    const settled = settleRefusal(batch, new EngineError(failure, 'No.'));
    expect(settled === null ? null : brief(settled)).toEqual(expected);
  });

  it('always ends, with every segment drafted or failed once', () => {
    const batches = [batchOf('One. Two. Three. Four. Five.\n'), batchOf('A **b** c. D _e_ f.\n')];
    const step = fc.constantFrom<EngineFailure | 'fine' | 'blank' | 'bare'>(
      'too-large',
      'rejected',
      'answer',
      'fine',
      'blank',
      'bare',
    );
    const play = (batch: Batch, what: string): Settled => {
      const texts = requestOf(batch).texts.map(({ text }) => {
        if (what === 'blank') return '';
        return what === 'bare' ? '光' : text;
      });
      if (what === 'fine' || what === 'blank' || what === 'bare') {
        return settleAnswer(batch, answers(batch, ...texts));
      }
      const settled = settleRefusal(batch, new EngineError(what as EngineFailure, 'No.'));
      if (settled === null) throw new Error('stopped');
      return settled;
    };
    fc.assert(
      fc.property(fc.constantFrom(...batches), fc.infiniteStream(step), (start, steps) => {
        const queue = [start];
        const ended: number[] = [];
        for (let rounds = 0; queue.length > 0; rounds += 1) {
          expect(rounds).toBeLessThan(100);
          const settled = play(queue.shift() as Batch, steps.next().value ?? 'fine');
          ended.push(...[...settled.drafted, ...settled.failed].map(({ job }) => job.unit.index));
          queue.unshift(...settled.again);
        }
        const expected = start.jobs.map(({ unit }) => unit.index);
        expect(ended.toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
