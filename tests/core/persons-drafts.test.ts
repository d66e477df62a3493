/** What people type for one segment: whoever comes later, nobody's text is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/core/history.ts';
import type { Operation } from '../../src/core/operations.ts';
import { personsDraft } from '../../src/core/persons-draft.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { apply, at, draft, filesOf, load, reload, sign, stamp, unitAt } from './scene.ts';

const ARTICLE = 'The ferry left at dawn.\n\nNobody saw the fog.\n';
const EMPTY = load(ARTICLE);
const [LIN, ZHAO] = ['林', '赵'];

/** A key that the operations of this file are all about. */
const KEY = unitAt(apply(EMPTY, draft(EMPTY, 0, '一', 0)), 0).key;
const START = apply(EMPTY, { type: 'note', key: KEY, at: at(0), by: LIN, text: '注' });

function drafted(second: number, by: string, text: string): Operation {
  const made = draft(START, 0, text, second) as Extract<Operation, { type: 'draft' }>;
  return { ...made, by, draft: { ...made.draft, by } };
}

/** @param over the second of the newest draft that the signer had in the editor; null: there was none */
function signed(
  second: number,
  by: string,
  text: string,
  { over, ...more }: { over?: number | null; seen?: string | null; via?: string } = {},
): Operation {
  const before = over === undefined ? {} : { over: over === null ? null : at(over) };
  return { ...sign(START, 0, text, { second, by }), ...before, ...more } as Operation;
}

function dropped(second: number, by: string, over: number | null): Operation {
  const before = over === null ? null : at(over);
  return { type: 'drop-draft', key: KEY, at: at(second), by, origin: 'person', over: before };
}

function revoked(second: number, by: string): Operation {
  return { type: 'revoke', ...stamp(START, 0, second, by) };
}

/** The pair, the draft, and the texts that are kept aside. */
function standing(state: ArticleState): readonly [string | null, string | null, string] {
  const { pair, record } = unitAt(state, 0);
  const typed = personsDraft(record);
  const aside = (record?.aside ?? []).map(({ by, text }) => `${by ?? ''}:${text}`).join(' ');
  return [pair?.zh ?? null, typed?.text ?? null, aside];
}

type Case = [
  string,
  readonly Operation[],
  { pair: string | null; draft: string | null; aside: string },
];

const CASES: readonly Case[] = [
  [
    'a draft that is recovered after somebody else has signed stands beside the pair',
    [signed(2, LIN, '林译'), drafted(1, ZHAO, '赵稿')],
    { pair: '林译', draft: '赵稿', aside: '' },
  ],
  [
    'a draft that is recovered after its own sign-off is none',
    [signed(2, ZHAO, '赵译'), drafted(1, ZHAO, '赵稿')],
    { pair: '赵译', draft: null, aside: '' },
  ],
  [
    'a draft that is recovered after its text was signed is none',
    [signed(2, LIN, '赵稿'), drafted(1, ZHAO, '赵稿')],
    { pair: '赵稿', draft: null, aside: '' },
  ],
  [
    'a policy that signs in somebody’s name does not settle what they type',
    [drafted(1, ZHAO, '赵稿'), signed(2, ZHAO, '旧译', { via: 'policy:cosmetic' })],
    { pair: '旧译', draft: '赵稿', aside: '' },
  ],
  [
    'nor does a fix that meets it in the journal only',
    [signed(2, ZHAO, '旧译', { via: 'fix:width' }), drafted(1, ZHAO, '赵稿')],
    { pair: '旧译', draft: '赵稿', aside: '' },
  ],
  [
    'a draft that the signer had not seen stays beside the pair',
    [drafted(1, ZHAO, '赵稿'), signed(2, LIN, '林译', { over: null })],
    { pair: '林译', draft: '赵稿', aside: '' },
  ],
  [
    'one that the signer had in the editor is settled, and kept aside',
    [drafted(1, ZHAO, '赵稿'), signed(2, LIN, '赵稿，改', { over: 1 })],
    { pair: '赵稿，改', draft: null, aside: '赵:赵稿' },
  ],
  [
    'one that is signed as it is, is in the pair',
    [drafted(1, ZHAO, '赵稿'), signed(2, LIN, '赵稿')],
    { pair: '赵稿', draft: null, aside: '' },
  ],
  [
    'what stood beside a pair that is signed again in the list is kept aside',
    [signed(1, LIN, '林译'), drafted(2, ZHAO, '赵稿'), signed(3, ZHAO, '林译')],
    { pair: '林译', draft: null, aside: '赵:赵稿' },
  ],
  [
    'a later draft takes the place of somebody else’s, which is kept aside',
    [drafted(1, LIN, '林稿'), drafted(2, ZHAO, '赵稿')],
    { pair: null, draft: '赵稿', aside: '林:林稿' },
  ],
  [
    'an older one that comes later does not',
    [drafted(2, ZHAO, '赵稿'), drafted(1, LIN, '林稿')],
    { pair: null, draft: '赵稿', aside: '林:林稿' },
  ],
  [
    'one’s own is replaced',
    [drafted(1, LIN, '林'), drafted(2, LIN, '林稿')],
    { pair: null, draft: '林稿', aside: '' },
  ],
  [
    'of each person the last that had to make room is kept',
    [drafted(1, LIN, '甲'), drafted(2, ZHAO, '乙'), drafted(3, LIN, '丙'), drafted(4, ZHAO, '丁')],
    { pair: null, draft: '丁', aside: '赵:乙 林:丙' },
  ],
  [
    'who forgets what they typed takes out their own only',
    [drafted(1, ZHAO, '赵稿'), dropped(2, LIN, null)],
    { pair: null, draft: '赵稿', aside: '' },
  ],
  [
    'somebody else’s that they saw is kept aside',
    [drafted(1, ZHAO, '赵稿'), dropped(2, LIN, 1)],
    { pair: null, draft: null, aside: '赵:赵稿' },
  ],
  [
    'an approval that is taken back goes on as a draft',
    [signed(1, LIN, '林译'), revoked(2, LIN)],
    { pair: null, draft: '林译', aside: '' },
  ],
  [
    'but not in the place of what was typed beside it',
    [signed(1, LIN, '林译'), drafted(2, LIN, '林译，改写'), revoked(3, LIN)],
    { pair: null, draft: '林译，改写', aside: '' },
  ],
  [
    'nor of what somebody else typed beside it',
    [signed(2, LIN, '林译', { over: null }), drafted(1, ZHAO, '赵稿'), revoked(3, LIN)],
    { pair: null, draft: '赵稿', aside: '' },
  ],
  [
    'a text that could not be signed does not come back once it is settled',
    [
      signed(1, LIN, '林译'),
      signed(2, ZHAO, '赵译', { seen: null }),
      signed(3, LIN, '林二译', { over: 2 }),
      signed(2, ZHAO, '赵译', { seen: null }),
    ],
    { pair: '林二译', draft: null, aside: '赵:赵译' },
  ],
];

describe('what people type for one segment', () => {
  it.each(CASES)('%s', (_, operations, { pair, draft: text, aside }) => {
    const state = apply(START, ...operations);
    expect(standing(state)).toEqual([pair, text, aside]);
    expect(standing(reload(state))).toEqual([pair, text, aside]);
  });

  it('is all in the history', () => {
    const state = apply(START, drafted(1, ZHAO, '赵稿'), signed(2, LIN, '林译', { over: 1 }));
    const record = unitAt(state, 0).record;
    const texts = record === undefined ? [] : historyOf(record).map((entry) => entry.kind);
    expect(texts).toEqual(['note', 'matched', 'draft', 'sign-off']);
  });
});

/** A person does something to what they see, or to what they saw a while ago. */
interface Step {
  readonly by: string;
  readonly kind: 'draft' | 'sign' | 'sign-as-is' | 'drop' | 'revoke' | 'policy';
  readonly isStale: boolean;
}

const steps = fc.array(
  fc.record({
    by: fc.constantFrom(LIN, ZHAO, '王'),
    kind: fc.constantFrom<Step['kind']>('draft', 'sign', 'sign-as-is', 'drop', 'revoke', 'policy'),
    isStale: fc.boolean(),
  }),
  { minLength: 2, maxLength: 12 },
);

function secondOf(time: string | undefined): number | null {
  return time === undefined ? null : (Date.parse(time) - Date.parse(at(0))) / 1000;
}

type Make = (seen: {
  readonly state: ArticleState;
  readonly by: string;
  readonly second: number;
  readonly isStale: boolean;
}) => Operation;

/** The pair's target, and the draft, that a person has before them. */
function shownIn(state: ArticleState, isStale: boolean) {
  const { pair, record } = unitAt(state, 0);
  const typed = personsDraft(record);
  const texts = { zh: pair?.zh, typed: typed?.text };
  if (isStale) return { ...texts, over: null, seen: null };
  return { ...texts, over: secondOf(typed?.at), seen: record?.signoffs.at(-1)?.at ?? null };
}

const MAKES: Readonly<Record<Step['kind'], Make>> = {
  draft: ({ by, second }) => drafted(second, by, `稿${second}`),
  drop: ({ state, by, second, isStale }) => dropped(second, by, shownIn(state, isStale).over),
  revoke: ({ by, second }) => revoked(second, by),
  policy: ({ state, by, second }) =>
    signed(second, by, shownIn(state, false).zh ?? '旧', { via: 'policy:cosmetic' }),
  sign: ({ state, by, second, isStale }) => {
    const { over, seen } = shownIn(state, isStale);
    return signed(second, by, `译${second}`, { over, seen });
  },
  'sign-as-is': (made) => {
    const { zh, typed, seen } = shownIn(made.state, made.isStale);
    const text = zh ?? typed;
    return text === undefined ? MAKES.sign(made) : signed(made.second, made.by, text, { seen });
  },
};

/** What each person typed last and has neither signed over in the editor nor taken out. */
function owed(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const op of operations) {
    const isOver = op.type === 'sign-off' && op.via === undefined && op.over !== undefined;
    if (op.type === 'draft') texts.set(op.by, op.draft.text);
    else if (op.type === 'drop-draft' || isOver) texts.delete(op.by);
  }
  return texts;
}

function played(all: readonly Step[]): readonly [ArticleState, readonly Operation[]] {
  const operations: Operation[] = [];
  let state = START;
  for (const [index, step] of all.entries()) {
    const operation = MAKES[step.kind]({ state, second: index + 1, ...step });
    operations.push(operation);
    state = apply(state, operation);
  }
  return [state, operations];
}

/** As journals hand them out: of what a person typed, the last. */
function replayed(operations: readonly Operation[]): readonly Operation[] {
  return operations.filter(({ type, by }, index) => {
    const isOther = (op: Operation): boolean => op.type !== 'draft' || op.by !== by;
    return type !== 'draft' || operations.slice(index + 1).every(isOther);
  });
}

describe('whatever several people do', () => {
  it('nobody loses what they typed last', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const [state, operations] = played(all);
        const text = filesOf(reload(state));
        for (const [, typed] of owed(operations)) expect(text).toContain(`"${typed}"`);
      }),
      { numRuns: 300 },
    );
  });

  it('a journal that is replayed, whole, changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        // Of a text that was taken out no trace is left by which it would be known again, nor of a
        // sign-off that met another one.
        const kept = all.filter(({ kind }) => kind !== 'drop');
        const [state, operations] = played(kept.map((step) => ({ ...step, isStale: false })));
        expect(filesOf(apply(state, ...replayed(operations)))).toBe(filesOf(state));
      }),
      { numRuns: 300 },
    );
  });
});
